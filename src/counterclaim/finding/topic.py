"""Whether an article is about violence at all: only then are its statements without a figure worth a parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from counterclaim.finding.gate import is_word, lower
from counterclaim.rules import RuleSet

UNTOLD = 300  # characters: too short to tell what it is about
SHORT = 1_500
FEW, SEVERAL, MANY = 2, 4, 10  # words of violence that a short, a longer and any long article must have
APART = 1_000  # characters: in longer articles such words stand no farther apart than this, on average
KINDS = 3  # different ones among them: "shells" alone may be found on a beach


@lru_cache(maxsize=8)
def _matcher(rules: RuleSet) -> AhoCorasick:
    words = [row["word"] for row in rules.table("topic")]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def is_about_violence(text: str, rules: RuleSet) -> bool:
    """Whether the text has several words of war and violence, of several kinds and not too far apart.

    Two are enough for one of fewer than `SHORT` characters.
    """
    return are_enough((word for word, _ in words_of_violence(text, rules)), len(text))


def words_of_violence(text: str, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """Each word of war and violence in a text: its number among them, and where it begins."""
    small = lower(text)
    found = _matcher(rules).find_matches_as_indexes(small)
    return ((word, start) for word, start, end in found if is_word(small, start, end))


def are_enough(words: Iterable[int], length: int, *, short: int = SHORT) -> bool:
    """Whether so many and such words of violence tell that a text of that length is about it."""
    wanted, kinds = (FEW, 1) if length < short else (min(MANY, max(SEVERAL, length // APART)), KINDS)
    seen = set[int]()
    for found, word in enumerate(words, 1):
        seen.add(word)
        if found >= wanted and len(seen) >= kinds:
            return True
    return False


def may_be_about_violence(text: str, rules: RuleSet) -> bool:
    """Whether loose words ("hit", "lost", "captured") may be meant as in a war; yes for a text too short to tell."""
    return len(text) < UNTOLD or is_about_violence(text, rules)
