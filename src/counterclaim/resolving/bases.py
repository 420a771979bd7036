"""The basis of a figure: a running total, a stretch of days, one incident, a rate, or not said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.parsed import Candidate
from counterclaim.records import Mention
from counterclaim.resolving.clues import Clue, standing_clues
from counterclaim.resolving.scopes import Scope
from counterclaim.rules import RuleSet

OF_ROLE = {
    "since": "cumulative", "until": "cumulative", "window": "period", "range": "period", "length": "period",
    "rate": "rate",
}  # fmt: skip
LIGHT = 4  # clues up to this weight count only near the figure
NEAR = 130
LOOSE = ("cumulative", "unspecified")  # bases that a date in the sentence overrules ...
WHOLE = 5  # clues of a total heavier than this speak of all that happened
FIRM = 7  # ... unless the clue is heavier than this
LONG = ("month", "year", "decade")
NIGHT = timedelta(days=1)  # from the first day of a night or a weekend to its last
ONE_BLOW = frozenset({0, 1, 2})  # "twin bombings" are one incident, three strikes a period


@dataclass(frozen=True, slots=True)
class Basis:
    """A basis, the rule that told it and its words; `told` is false where only the usual case speaks for it."""

    name: str
    rule: str | None = None
    words: Mention | None = None
    told: bool = True
    whole: bool = False  # the words speak of the whole war or of all so far
    begins: bool = False  # the words name the beginning of a war or an operation, without its day


def find_basis(candidate: Candidate, scope: Scope | None, clues: Sequence[Clue], rules: RuleSet) -> Basis:
    """The basis that the date, the words of the sentence or the event tell, in that order."""
    if scope and scope.mention.spans:
        return Basis("period")
    if scope and scope.role == "range" and scope.mention.unit in LONG:
        return Basis("cumulative")  # "between February 2022 and December 2025"
    if scope and scope.role in OF_ROLE:
        return _of_war(scope, clues) or _of_night(candidate, scope, clues, rules) or Basis(OF_ROLE[scope.role])
    return _told(candidate, scope, clues, rules) or _usual(candidate, scope, rules)


def _of_war(scope: Scope, clues: Sequence[Clue]) -> Basis | None:
    """The total of a whole war, where its length is told ("in ten years of civil war", "in 50 days of war")."""
    if scope.role not in ("length", "window"):
        return None
    wars = (clue for clue in clues if clue.basis == "cumulative" and clue.weight > WHOLE and clue.words)
    war = next((clue for clue in wars if scope.mention.unit in LONG or _holds(clue.words, scope.mention.start)), None)
    begins = war is not None and bool(war.rule.all("begins"))  # the days of a war are counted from its first
    return Basis("cumulative", war.rule.id, war.words, whole=True, begins=begins) if war else None


def _holds(words: Mention | None, offset: int) -> bool:
    return words is not None and words.start <= offset < words.end


def _of_night(candidate: Candidate, scope: Scope, clues: Sequence[Clue], rules: RuleSet) -> Basis | None:
    """The one incident that a night or a weekend is told of ("the overnight attack")."""
    mention = scope.mention
    if scope.role != "window" or mention.unit != "day" or not mention.first or not mention.last:
        return None
    if date.fromisoformat(mention.last) - date.fromisoformat(mention.first) > NIGHT:
        return None
    told = _told(candidate, scope, clues, rules)
    return told if told and told.name == "event" else None


def _told(candidate: Candidate, scope: Scope | None, clues: Sequence[Clue], rules: RuleSet) -> Basis | None:
    heard = [
        clue
        for clue in (*clues, *standing_clues(rules))
        if clue.fits(candidate)
        and (clue.weight > LIGHT or clue.gap(candidate) <= NEAR)
        and not (scope and clue.basis in LOOSE and clue.weight <= FIRM)
        and not (candidate.event == "attacks" and clue.basis in ("event", "period") and clue.weight <= LIGHT)
    ]
    best = max(heard, key=lambda clue: (clue.weight, -clue.gap(candidate)), default=None)
    if best is None:
        return None
    begins = bool(best.rule.all("begins"))
    return Basis(best.basis, best.rule.id, best.words, whole=best.weight > WHOLE, begins=begins)


def _usual(candidate: Candidate, scope: Scope | None, rules: RuleSet) -> Basis:
    if candidate.event == "attacks":
        few = candidate.quantity.low in ONE_BLOW
        return Basis("event" if few else "period", told=not few)
    if scope and scope.mention.unit in LONG and candidate.quantity.high == 1 and candidate.part_of is None:
        return Basis("event")  # "in July a jet was shot down": one is an incident, whatever tells its day
    usual = usual_bases(rules).get((candidate.event, scope.mention.unit if scope else ""))
    if usual is None and scope and scope.mention.unit == "day" and scope.mention.first != scope.mention.last:
        return Basis("period")  # "late on Sunday and early on Monday"
    return usual or Basis("event", told=False)


@lru_cache(maxsize=4)
def usual_bases(rules: RuleSet) -> Mapping[tuple[str, str], Basis]:
    """For an event, and the unit of its date ("" without one), the basis of its figures where no words tell."""
    return {
        (event, unit): Basis(rule.one("basis") or "unspecified", rule.id, told=bool(unit))
        for rule in rules.rules("periods")
        if not rule.all("clue") and not rule.all("weight")
        for event in rule.all("events")
        for unit in rule.all("unit") or ("",)
    }
