"""The cheap first pass: which sentences are worth parsing at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from counterclaim.finding.cues import cues
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence


@lru_cache(maxsize=32)
def _matcher(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def lower(text: str) -> str:
    """The text in lower case, character by character, so that every offset stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences_with(words: tuple[str, ...], text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indices of the sentences that hold one of the lower-case words as a whole word."""
    starts = [sentence.start for sentence in sentences]
    small = lower(text)
    return frozenset(
        bisect_right(starts, start) - 1
        for _, start, end in _matcher(words).find_matches_as_indexes(small)
        if is_word(small, start, end)
    )


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a match is a whole word."""
    before = start == 0 or not text[start - 1].isalnum()
    return before and (end == len(text) or not text[end].isalnum())


def telling_sentences(
    text: str, sentences: Sequence[Sentence], counted: Collection[int], rules: RuleSet
) -> frozenset[int]:
    """The sentences that may hold a claim: an event beside a quantity, a single one, or a place taken."""
    words = cues(rules)

    def having(some: tuple[str, ...]) -> frozenset[int]:
        return sentences_with(some, text, sentences)

    things, troops = having(words.thing_nouns), having(words.troop_nouns)
    events = having(words.plain) | (having(words.things) & things) | (having(words.troops) & troops)
    return (events & frozenset(counted)) | (events & having(words.single)) | (having(words.taken) & (things | troops))
