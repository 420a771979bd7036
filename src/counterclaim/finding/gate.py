"""The cheap first pass: which sentences are worth parsing at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from counterclaim.finding.lexicon import lexicon
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence


@lru_cache(maxsize=8)
def _matcher(cues: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(cues, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def lower(text: str) -> str:
    """The text in lower case, character by character, so that every offset stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences_with(cues: tuple[str, ...], text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indices of the sentences that hold one of the cues as a whole word. Cues are lower-case."""
    starts = [sentence.start for sentence in sentences]
    small = lower(text)
    found: set[int] = set()
    for _, start, end in _matcher(cues).find_matches_as_indexes(small):
        if _is_word(small, start, end):
            found.add(bisect_right(starts, start) - 1)
    return frozenset(found)


def _is_word(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum()
    return before and (end == len(text) or not text[end].isalnum())


def event_sentences(text: str, sentences: Sequence[Sentence], rules: RuleSet) -> frozenset[int]:
    """The sentences that hold a word for an event."""
    return sentences_with(lexicon(rules).cue_words(), text, sentences)


def worth_parsing(
    sentences: Iterable[Sentence], *, events: frozenset[int], reported: frozenset[int], counted: frozenset[int]
) -> tuple[int, ...]:
    """The sentences to parse: an event word with a quantity beside it, or somebody's words."""
    return tuple(s.index for s in sentences if s.index in reported or (s.index in events and s.index in counted))
