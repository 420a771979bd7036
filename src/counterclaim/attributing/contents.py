"""What is said: the stretch of a sentence that belongs to a reporting verb, by the parse."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.speakers import SUBJECTS

Tokens = tuple[int, int]  # first token, and the one after the last
MARKS = frozenset({"that", "which", "whether", "if", ":", ",", "—", "–", "-", "--"})
CLAUSES = frozenset({"ccomp", "parataxis", "dep"})
MAIN = frozenset({"ROOT", "ccomp", "parataxis", "dep", "advcl", "conj"})


def clause_after(verb: Token, found: Lexicon) -> Tokens | None:
    """The clause that follows: "said (that) four people were killed", with what is co-ordinated to it."""
    clause = next((child for child in verb.children if child.i > verb.i and child.dep_ == "ccomp"), None)
    if clause is None or _is_relative(verb, clause):
        return None
    start = max(clause.left_edge.i, verb.i + 1)
    return tidy(verb.doc, start, end_of(verb, clause.right_edge.i + 1, found))


def _is_relative(verb: Token, clause: Token) -> bool:
    """A clause whose subject speaks, put after its verb ("said the agency, known as ..."), is not what is said."""
    return any(child.dep_ in SUBJECTS and child.i == verb.i + 1 + _determiners(child) for child in clause.children) and (
        not any(child.dep_ in SUBJECTS for child in verb.children) and clause.tag_ == "VBN"
    )


def _determiners(token: Token) -> int:
    return sum(1 for child in token.children if child.i < token.i)


def end_of(verb: Token, end: int, found: Lexicon) -> int:
    """The end of what is said, given the end of its clause: co-ordinated clauses with a subject of their own go with it."""
    for child in verb.rights:
        if child.i < end:
            continue
        goes_on = child.dep_ in CLAUSES or (child.dep_ == "conj" and any(grand.dep_ in SUBJECTS for grand in child.children))
        if not goes_on or child.lower_ in found.verbs:
            break
        end = child.right_edge.i + 1
    return end


def phrase_after(verb: Token, prepositions: Iterable[str]) -> Tokens | None:
    """What stands after "of", "about" or "for": "warned of 30 attacks", "accused them of killing ten"."""
    wanted = frozenset(prepositions)
    heads = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and child.i > verb.i and child.lower_ in wanted:
                return tidy(verb.doc, child.i + 1, child.right_edge.i + 1)
    return None


def tidy(doc: Doc, start: int, end: int) -> Tokens | None:
    """The stretch without "that", commas and stops at its edges."""
    while start < end and doc[start].lower_ in MARKS:
        start += 1
    while end > start and (doc[end - 1].text in ".,;:—–-" or doc[end - 1].tag_ == "CC"):
        end -= 1
    return (start, end) if start < end else None


def words_before(verb: Token, subject: Tokens, start: int) -> Tokens | None:
    """What stands before "..., an official said": all words of the sentence from `start` on."""
    end = min(verb.i, subject[0])
    found = tidy(verb.doc, start, end)
    return found if found is not None and found[1] - found[0] >= 3 else None


def words_around(verb: Token, subject: Tokens, before: Tokens, end: int) -> Tokens:
    """The words before, and the rest after "..., said Smith, ..." if it goes on with the same sentence."""
    doc = verb.doc
    rest = max(verb.i, subject[1] - 1) + 1
    goes_on = any(before[0] <= doc[i].head.i < before[1] for i in range(rest, end) if not doc[i].is_punct)
    split_off = any(doc[i].dep_ == "conj" and doc[i].head is verb and doc[i].tag_.startswith("VB") for i in range(rest, end))
    if verb.dep_ == "parataxis" or (goes_on and not split_off):
        return tidy(doc, before[0], end) or before
    return before


def enclosing_end(doc: Doc, inside: Token) -> int:
    """The token after the sentence's last word."""
    end = len(doc)
    while end > inside.i and doc[end - 1].is_punct and doc[end - 1].text not in "\"”’')":
        end -= 1
    return end
