"""Whether an article is about violence at all: only then are its statements without a figure worth a parse."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from counterclaim.finding.gate import is_word, lower
from counterclaim.rules import RuleSet

UNTOLD = 300  # characters: too short to tell what it is about
SHORT = 1_500
FEW, SEVERAL = 2, 4  # words of violence that a short and a longer article must have


@lru_cache(maxsize=8)
def _matcher(rules: RuleSet) -> AhoCorasick:
    words = [row["word"] for row in rules.table("topic")]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def is_about_violence(text: str, rules: RuleSet) -> bool:
    """Whether the text has several words of war and violence; two are enough for a short one."""
    small, found = lower(text), 0
    wanted = FEW if len(text) < SHORT else SEVERAL
    for _, start, end in _matcher(rules).find_matches_as_indexes(small):
        found += is_word(small, start, end)
        if found == wanted:
            return True
    return False


def may_be_about_violence(text: str, rules: RuleSet) -> bool:
    """Whether loose words ("hit", "lost", "captured") may be meant as in a war; yes for a text too short to tell."""
    return len(text) < UNTOLD or is_about_violence(text, rules)
