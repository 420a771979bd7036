"""Words that tell the basis of a figure: a total, a stretch of days, one incident."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.parsed import Candidate
from counterclaim.resolving.calendar import grammar_of
from counterclaim.rules import Rule, RuleSet


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that tell a basis, with their place in the article and how much they count.

    `events` are the only events that the clue tells something of (empty: all); `at_least` the smallest figure.
    """

    basis: str
    start: int
    end: int
    weight: int
    rule: str
    events: tuple[str, ...] = ()
    at_least: int = 0

    def fits(self, candidate: Candidate) -> bool:
        """Whether the clue tells something of this candidate's figure."""
        quantity = candidate.quantity
        size = quantity.low if quantity.low is not None else quantity.high or 0
        return (not self.events or candidate.event in self.events) and size >= self.at_least


def find_clues(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Clue, ...]:
    """The clues of a text, left to right."""
    found = grammar_of(rules, "periods", "clue").matches(text)
    return tuple(_clue(match.rule, match.start + offset, match.end + offset) for match in found)


@lru_cache(maxsize=4)
def standing_clues(rules: RuleSet) -> tuple[Clue, ...]:
    """The clues that need no words: the size of the figure alone."""
    return tuple(_clue(r, 0, 0) for r in rules.rules("periods") if r.all("weight") and not r.all("clue"))


def _clue(rule: Rule, start: int, end: int) -> Clue:
    basis, weight, size = rule.one("basis") or "unspecified", rule.one("weight") or 1, rule.one("at_least") or 0
    return Clue(basis, start, end, int(weight), rule.id, rule.all("events"), int(size))
