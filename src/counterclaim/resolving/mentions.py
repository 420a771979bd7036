"""Subjects: the parties that a reader has in mind when a sentence says "he", "it" or "they"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from counterclaim.parsed import Document
from counterclaim.records import Mention

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AROUND = frozenset({"det", "compound", "amod", "nmod", "poss", "case", "punct", "appos", "flat"})
TAGS = {"one": ("NN", "NNP"), "many": ("NNS", "NNPS", "NNP")}
Range = tuple[int, int]
BACK = 2  # sentences before the one with the pronoun


def subjects_before(place: int, number: str, said: Sequence[Range], document: Document) -> Iterator[Mention]:
    """The subjects of the sentence up to a place and of the two before it, nearest sentence first.

    In the sentence itself the last subject comes first; in an earlier one the first (its main clause).
    `number` is "one" or "many"; what stands in `said`, the words of the report itself, is passed over.
    """
    here = next((s.index for s in document.sentences if s.start <= place < s.end), None)
    if here is None:
        return
    for index in range(here, max(-1, here - BACK - 1), -1):
        doc, sentence = document.docs.get(index), document.sentences[index]
        if doc is None or sentence.paragraph < document.sentences[here].paragraph - 1:
            continue
        heads = [token for token in doc if token.dep_ in SUBJECTS and token.tag_ in TAGS[number]]
        for head in reversed(heads) if index == here else heads:
            at = sentence.start + head.idx
            if at < place and not any(start <= at < end for start, end in said):
                yield _mention(head, sentence.start, document.article.text)


def _mention(head: Token, base: int, text: str) -> Mention:
    first = last = head
    kept = {head.i}
    for child in head.subtree:
        if child.dep_ in AROUND and child.head in (head, head.head):
            kept |= {child.i} if child.dep_ != "poss" else {part.i for part in child.subtree}
    while first.i - 1 in kept:
        first = first.nbor(-1)
    while last.i + 1 in kept and not last.nbor(1).is_punct:
        last = last.nbor(1)
    start, end = base + first.idx, base + last.idx + len(last)
    return Mention(text=text[start:end], start=start, end=end)
