"""Noun phrases of a parsed sentence: around a head by the grammar, beside a verb by the kinds of words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from counterclaim.attributing.sight import NAMING, Sight, Tokens, has_tense

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INSIDE = frozenset(
    {"det", "compound", "amod", "nmod", "poss", "nummod", "case", "quantmod", "advmod", "predet", "cc", "conj", "appos",
     "prep", "pobj", "punct", "npadvmod", "neg", "dep"}
)  # fmt: skip
CLOSING = frozenset({'"', "”", "''"})
SINGLE = frozenset({"'", "’", "‘"})
DASHES = frozenset({"--", "–", "—"})
SHORT = 9  # tokens of a participle clause that still belongs to a name
BRACKET = 5  # tokens: "the Ministry of Defence (MoD) said"
CHUNK = ("NN", "JJ", "CD", "POS", "HYPH", "PRP$", "VBN", "VBG", "FW")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head and its tokens."""

    head: Token
    tokens: Tokens


def can_speak(head: Token, sight: Sight) -> bool:
    """Whether the noun is a name, a pronoun or one that the table of speakers knows."""
    return head.tag_ == "PRP" or sight.is_name(head) or sight.found.kind(head.lower_) is not None


def chunk_before(verb: Token, sight: Sight) -> Phrase | None:
    """The noun phrase that ends right before the verb and its auxiliaries, by the kinds of words alone."""
    doc, i = verb.doc, verb.i - 1
    while i > 0 and (doc[i].dep_ in ("aux", "auxpass") or doc[i].tag_ == "RB"):
        i -= 1
    if i > 2 and doc[i].text == ")":
        i = next((token.i for token in reversed(doc[max(0, i - BRACKET) : i]) if token.text == "("), i) - 1
    if i > 2 and doc[i].text == "," and doc[i - 1].tag_ == "CD" and doc[i - 2].text == ",":
        i -= 3  # "Smith, 44, said"
    noun = doc[i].tag_.startswith(("NN", "PRP")) or sight.found.kind(doc[i].lower_) == "person"
    if i < 0 or not noun or sight.is_word(doc[i], "time"):
        return None
    if doc[i].tag_ == "PRP":
        return None if sight.is_word(doc[i], "nobody") else Phrase(doc[i], (i, i + 1))
    first = _start_of(doc[i], sight)
    holder = doc[first - 2] if first > 1 and doc[first - 1].tag_ == "IN" else None
    if holder is not None and holder.tag_ == "NN" and sight.found.kind(holder.lower_) in ("person", "witness"):
        return Phrase(holder, (_start_of(holder, sight), i + 1))  # "a correspondent in the east reported"
    return _trimmed(doc[i], first, i, sight)


def _start_of(head: Token, sight: Sight) -> int:
    """The first token of the noun phrase that ends with its head, by the kinds of words alone."""
    first, doc = head.i, head.doc
    while first > 0 and _goes_left(doc[first - 1], doc[first], sight) and not sight.is_word(doc[first], "address"):
        first -= 1
    return first - 1 if first > 0 and doc[first - 1].tag_ == "DT" else first


def _goes_left(left: Token, word: Token, sight: Sight) -> bool:
    if left.tag_ == "NNS" and word.tag_ in ("CD", "DT"):
        return False  # "killing four civilians two residents said"
    if left.tag_ == "VBN" and any(child.dep_ in ("aux", "auxpass") for child in left.children):
        return False  # "twelve strikes were made Petrov added"
    if left.tag_ == "NNS" and left.is_lower and word.tag_.startswith("NNP") and not word.is_lower:
        return False
    if left.tag_ == "NNS" and not word.tag_.startswith("NNP") and sight.found.kind(left.lower_) in (None, "person"):
        return word.tag_ == "POS"
    if left.tag_ == "IN":
        return sight.is_word(left, "belonging") and left.i > 0 and left.doc[left.i - 1].tag_.startswith("NN")
    return left.tag_.startswith(CHUNK) and word.tag_ != "PRP$"


def chunk_after(verb: Token, sight: Sight) -> Phrase | None:
    """The noun phrase right after the verb, for "said Smith"."""
    doc, i = verb.doc, verb.i + 1
    if i < len(doc) and doc[i].tag_ == "DT":
        i += 1
    start = verb.i + 1
    while i < len(doc) and (doc[i].tag_.startswith(("NN", "JJ", "POS", "HYPH")) or doc[i].dep_ == "amod"):
        i += 1
    if i == start or not doc[i - 1].tag_.startswith("NN") or sight.is_word(doc[start], "time"):
        return None
    if verb.i > 0 and verb.nbor(-1).is_quote and can_speak(doc[i - 1], sight):
        return Phrase(doc[i - 1], (start, i))  # '"Leave!" wrote a man calling himself Ali'
    if doc[i - 1].dep_ == "dobj" and doc[i - 1].head == verb:
        return None
    if doc[i - 1].dep_ in SUBJECTS and doc[i - 1].head != verb and is_finite(doc[i - 1].head):
        return None
    return Phrase(doc[i - 1], (start, i))


def is_finite(verb: Token) -> bool:
    """Whether the verb has a tense, its own or that of its auxiliaries."""
    return has_tense(verb) or any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def phrase_of(head: Token, sight: Sight, limit: Token | None = None) -> Phrase:
    """The noun phrase around its head, without clauses; it does not run over `limit`."""
    kept = {head.i, *_inside(head, limit, sight), *(_told_by(head, sight) if can_speak(head, sight) else ())}
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return _trimmed(head, first, last, sight)


def _told_by(head: Token, sight: Sight) -> Iterator[int]:
    """The words of a participle that says whose the source is: "footage released by the agency"."""
    for child in head.children:
        names = any(part.dep_ == "agent" or sight.is_word(part, "told_by") for part in child.children)
        if child.dep_ == "acl" and child.tag_ == "VBN" and names and child.right_edge.i - child.i < SHORT:
            yield from (token.i for token in child.subtree)


def _inside(head: Token, limit: Token | None, sight: Sight) -> Iterator[int]:
    for child in head.children:
        if child.dep_ not in INSIDE or (child.dep_ == "prep" and not sight.is_word(child, "link")):
            continue
        if child.dep_ in ("conj", "appos") and child.tag_.startswith("VB"):
            continue
        if limit is not None and (child.i < limit.i) != (head.i < limit.i):
            continue
        yield child.i
        yield from _inside(child, limit, sight)


def _trimmed(head: Token, first: int, last: int, sight: Sight) -> Phrase:
    doc = head.doc
    # "Oct 19 - Iran said", '"... in the town" police chief Bako said'
    first = max((i + 1 for i in range(first, head.i) if _is_dash(doc[i]) or ends_quote(doc, i, first)), default=first)
    for i in range(first + 1, head.i):
        article = doc[i].tag_ == "DT" and sight.is_word(doc[i], "article")
        if article and doc[i - 1].tag_ not in ("IN", "TO", "CC", "VBG", ",", "PDT"):
            first = i
        if sight.is_word(doc[i], "address") and doc[i - 1].tag_.startswith("NNP"):
            first = i  # "at a dinner with Mr Hall Mr Berg said"
    if first and doc[first].tag_ == "JJR" and doc[first - 1].tag_ in ("NNS", "CD"):
        first += 1  # "wounding dozens more state radio said"
    last = next((i - 1 for i in range(head.i + 1, last - 2) if _begins_addition(doc, i, sight)), last)
    while first < head.i and (
        doc[first].is_punct or sight.is_word(doc[first], "time") or sight.is_word(doc[first], "compared")
        or doc[first].tag_ in ("CC", "IN", "RB", "POS", "VBG", "VBD", "VBZ", "VBP", "MD")
        or (doc[first].tag_ == "CD" and sight.is_word(doc[first + 1], "time"))
    ):  # fmt: skip
        first += 1
    while last > head.i and (
        doc[last].is_punct or doc[last].tag_ in ("CC", "IN", "DT", "RB") or sight.is_word(doc[last], "time")
    ):
        last -= 1
    return Phrase(head, (first, _over_bracket(doc, _over_purpose(doc, _closed(doc, first, last + 1)))))


def _begins_addition(doc: Doc, i: int, sight: Sight) -> bool:
    """ "According to the ministry as well as three nurses": the nurses are counted, and say nothing."""
    return sight.is_word(doc[i], "as") and sight.is_word(doc[i + 2], "as") and doc[i + 3].tag_ == "CD"


def ends_quote(doc: Doc, i: int, first: int) -> bool:
    """Whether a quotation that began before `first` ends at this mark: 'the opposition "Cham" channel' is whole."""
    if doc[i].text not in CLOSING or not doc[i].whitespace_ or i == 0 or doc[i - 1].whitespace_:
        return False
    opened = [token.i for token in doc[:i] if token.is_quote and token.text not in SINGLE]
    return len(opened) % 2 == 1 and opened[-1] < first


def _is_dash(token: Token) -> bool:
    """Whether the token is a dash between words, and no hyphen in one."""
    if token.text != "-":
        return token.text in DASHES
    return token.i > 0 and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def _closed(doc: Doc, first: int, end: int) -> int:
    """The end of a phrase with the bracket that closes one in it: "the report by the Press Institute (PI)"."""
    inside = [token.text for token in doc[first:end]]
    return end + 1 if inside.count("(") > inside.count(")") and doc[end : end + 1].text == ")" else end


def _over_purpose(doc: Doc, end: int) -> int:
    """The end of a name that says what its body is for: "the Committee to Protect Wells"."""
    named = doc[end - 1].tag_ in NAMING and end + 1 < len(doc) and doc[end].lower_ == "to"
    if not named or not (doc[end].tag_ == "TO" and doc[end + 1].text[0].isupper()):
        return end
    return next((token.i for token in doc[end + 1 :] if not token.text[0].isupper()), len(doc))


def _over_bracket(doc: Doc, end: int) -> int:
    """The end of a phrase with the short name in brackets after it: "the Press Committee (PC)"."""
    if end >= len(doc) or doc[end].text != "(":
        return end
    return next((token.i + 1 for token in doc[end : end + BRACKET] if token.text == ")"), end)
