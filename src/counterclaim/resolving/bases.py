"""The basis of a figure: a running total, a stretch of days, one incident, a rate, or not said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.parsed import Candidate
from counterclaim.resolving.clues import Clue, standing_clues
from counterclaim.resolving.scopes import Scope
from counterclaim.rules import RuleSet

OF_ROLE = {"since": "cumulative", "until": "cumulative", "window": "period", "length": "period", "rate": "rate"}
LIGHT = 4  # clues up to this weight count only near the figure
NEAR = 100
LOOSE = ("cumulative", "unspecified")  # bases that a date of the sentence overrules
FIRM = frozenset({"period.since_start"})  # ... and words that no date overrules
ONE_BLOW = frozenset({0, 1, 2})  # "twin bombings" are one incident, three strikes a period


@dataclass(frozen=True, slots=True)
class Basis:
    """A basis and the rule that told it; `told` is false where only the usual case speaks for it."""

    name: str
    rule: str | None = None
    told: bool = True


def find_basis(candidate: Candidate, scope: Scope | None, clues: tuple[Clue, ...], rules: RuleSet) -> Basis:
    """The basis that the date, the words of the sentence or the event tell, in that order."""
    if scope and scope.role in OF_ROLE:
        return Basis(OF_ROLE[scope.role], scope.rule)
    if scope and (scope.role == "range" or scope.mention.rule == "date.month_range"):
        return Basis("period", scope.rule)
    told = [clue for clue in (*clues, *standing_clues(rules)) if clue.fits(candidate) and _near(candidate, clue)]
    if scope:
        told = [clue for clue in told if clue.basis not in LOOSE or clue.rule in FIRM]
    if told:
        best = max(told, key=lambda clue: (clue.weight, -_gap(candidate, clue)))
        if not (candidate.event == "attacks" and best.basis in ("event", "period")):
            return Basis(best.basis, best.rule)
    if candidate.event == "attacks":
        return Basis("event" if candidate.quantity.low in ONE_BLOW else "period")
    if not scope and candidate.event in usual_bases(rules):
        return usual_bases(rules)[candidate.event]
    return Basis("event", told=False)


def _near(candidate: Candidate, clue: Clue) -> bool:
    return clue.weight > LIGHT or clue.end == 0 or _gap(candidate, clue) <= NEAR


def _gap(candidate: Candidate, clue: Clue) -> int:
    quantity = candidate.quantity
    return max(clue.start - quantity.end, quantity.start - clue.end, 0)


@lru_cache(maxsize=4)
def usual_bases(rules: RuleSet) -> Mapping[str, Basis]:
    """For an event, the basis of its figures where no words tell."""
    return {
        event: Basis(rule.one("basis") or "unspecified", rule.id, told=False)
        for rule in rules.rules("periods")
        if not rule.all("clue") and not rule.all("weight")
        for event in rule.all("events")
    }
