"""Who speaks: the noun phrase that a reporting verb has for its subject, by the parse or by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.attributing.lexicon import Cue, Lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INSIDE = frozenset(
    {"det", "compound", "amod", "nmod", "poss", "nummod", "case", "quantmod", "advmod", "predet", "cc", "conj", "appos",
     "prep", "pobj", "punct", "npadvmod", "neg", "dep"}
)  # fmt: skip
LINKS = frozenset({"of", "for", "from", "in", "at", "with", "to", "on", "by", "inside", "within", "near", "and", "'s"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
NOBODY = frozenset({"i", "we", "you", "one", "there", "what", "nothing", "this", "that", "these", "me", "us"})
NOMINAL = ("NN", "PRP", "CD", "DT", "JJ")
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening "
    "night week month year late early earlier later".split()
)


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject: its own, or that of the verb it continues ("said ..., adding that")."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    head = verb.head
    if head is verb:
        return None
    if verb.dep_ in ("acl", "relcl") and head.tag_.startswith(("NN", "PRP")):
        return head
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "parataxis", "ccomp", "prep", "dep"):
        governor = head.head if head.dep_ in ("prep", "mark") and head.tag_ == "IN" else head
        return subject_of(governor) if governor.tag_.startswith(("VB", "MD", "JJ")) and governor is not verb else None
    return None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in RELATIVES and verb.dep_ in ("relcl", "ccomp", "conj") and subject.tag_ in ("WP", "WDT"):
        noun = verb.head if verb.dep_ == "relcl" else verb.head.head
        return noun if noun.tag_.startswith(("NN", "PRP")) else None
    return None if subject.lower_ in NOBODY and subject.lower_ != "one" else subject


def beside(verb: Token) -> Token | None:
    """The head of the noun phrase right before the verb or, for "said Smith", right after it."""
    doc = verb.doc
    left = doc[verb.i - 1] if verb.i else None
    if left is not None and left.tag_.startswith(("NN", "PRP")) and left.lower_ not in TIMES:
        return left
    right = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if right is not None and right.tag_.startswith("NNP"):
        while right.i + 1 < len(doc) and doc[right.i + 1].tag_.startswith("NNP"):
            right = doc[right.i + 1]
        return right
    return None


def phrase_of(head: Token, *, limit: Token | None = None) -> tuple[int, int]:
    """First and last token of the noun phrase around its head, without clauses; it does not run over `limit`."""
    kept = sorted({head.i, *_inside(head, limit)})
    first, last = _run(kept, head.i)
    return _trim(head, first, last)


def _inside(head: Token, limit: Token | None) -> Iterator[int]:
    for child in head.children:
        if child.dep_ not in INSIDE or (child.dep_ == "prep" and child.lower_ not in LINKS):
            continue
        if child.dep_ == "conj" and child.tag_.startswith("VB"):
            continue
        if limit is not None and (child.i < limit.i) != (head.i < limit.i):
            continue
        yield child.i
        yield from _inside(child, limit)


def _run(kept: list[int], around: int) -> tuple[int, int]:
    """The unbroken run of tokens that holds the head."""
    first = last = around
    places = set(kept)
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return first, last


def _trim(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    for i in range(first + 1, head.i + 1):
        starts = doc[i].tag_ == "DT" and doc[i].lower_ in ("a", "an", "the", "another")
        if starts and (doc[i].head is head or doc[i].head.head is head) and doc[i - 1].tag_ not in ("IN", "TO", "CC", "VBG", ","):
            first = i
    while first < head.i and (doc[first].is_punct or doc[first].lower_ in TIMES or doc[first].tag_ in ("CC", "RB")):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].tag_ in ("CC", "IN", "DT") or doc[last].lower_ in TIMES):
        last -= 1
    return first, last


def fits(head: Token, cue: Cue, found: Lexicon) -> bool:
    """Whether the rule takes such a subject: "the report found" speaks, "the soldier found" does not."""
    return not cue.subjects or found.kind(head.lower_) in cue.subjects
