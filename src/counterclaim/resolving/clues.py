"""Words that tell the basis of a figure: a total, a stretch of days, one incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.resolving.calendar import grammar_of
from counterclaim.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that tell a basis, with their place in the article and how much they count."""

    basis: str
    start: int
    end: int
    weight: int
    rule: str


def find_clues(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Clue, ...]:
    """The clues of a text, left to right."""
    return tuple(
        Clue(
            found.rule.one("basis") or "unspecified",
            found.start + offset,
            found.end + offset,
            int(found.rule.one("weight") or 1),
            found.rule.id,
        )
        for found in grammar_of(rules, "periods", "clue").matches(text)
    )


@lru_cache(maxsize=4)
def usual_bases(rules: RuleSet) -> Mapping[str, tuple[str, str]]:
    """For an event, the basis of its figures where no words tell, with the rule that says so."""
    return {
        event: (rule.one("basis") or "unspecified", rule.id)
        for rule in rules.rules("periods")
        for event in rule.all("events")
    }
