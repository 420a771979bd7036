"""Words that tell the basis of a figure: a total, a stretch of days, one incident."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.parsed import Candidate
from counterclaim.records import Mention
from counterclaim.resolving.calendar import grammar_of
from counterclaim.rules import Rule, RuleSet

SOME = 2  # at the least, where the figure is a word like "many"


@dataclass(frozen=True, slots=True)
class Clue:
    """A rule that tells a basis, and its words; None for a rule that needs none, the size of the figure telling all.

    `events` are the only events that it tells something of (empty: all), `at_least` is the smallest figure,
    `modality` the only modality (None: all).
    """

    basis: str
    weight: int
    rule: Rule
    words: Mention | None
    events: tuple[str, ...]
    at_least: int
    modality: str | None = None

    def fits(self, candidate: Candidate) -> bool:
        """Whether the clue tells something of this candidate's figure."""
        quantity = candidate.quantity
        bound = quantity.low if quantity.low is not None else quantity.high
        size = SOME if bound is None else bound
        if self.modality not in (None, candidate.modality):
            return False
        return (not self.events or candidate.event in self.events) and size >= self.at_least

    def gap(self, candidate: Candidate) -> int:
        """The number of characters between the clue and the figure."""
        if self.words is None:
            return 0
        return max(self.words.start - candidate.quantity.end, candidate.quantity.start - self.words.end, 0)


def find_clues(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Clue, ...]:
    """The clues of a text, left to right."""
    matches = grammar_of(rules, "periods", "clue").matches(text)
    return tuple(_clue(match.rule, _words(text, match.start, match.end, offset)) for match in matches)


def _words(text: str, start: int, end: int, offset: int) -> Mention:
    return Mention(text=text[start:end], start=start + offset, end=end + offset)


@lru_cache(maxsize=4)
def standing_clues(rules: RuleSet) -> tuple[Clue, ...]:
    """The clues that need no words."""
    return tuple(_clue(rule, None) for rule in rules.rules("periods") if rule.all("weight") and not rule.all("clue"))


def _clue(rule: Rule, words: Mention | None) -> Clue:
    basis, weight, size = rule.one("basis") or "unspecified", rule.one("weight") or 1, rule.one("at_least") or 0
    return Clue(basis, int(weight), rule, words, rule.all("events"), int(size), rule.one("modality"))
