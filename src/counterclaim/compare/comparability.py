"""Whether two figures can be held against each other at all, and if not, why: one small check for each thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import interval
from counterclaim.compare.words import (
    is_further,
    is_named,
    is_own_voice,
    is_rival_toll,
    is_share,
    is_tabled,
    may_be_one,
    says_included,
    shared_words,
    tells_the_same,
)
from counterclaim.figures import CLAIM, Figure, days_of

COARSE = ("region", "country")
FIRM = ("asserted", "estimated")
BYSTANDERS = ("civilian", "child", "woman", "journalist", "medic", "aid_worker", "person")
SOME = 3  # telling words that two sentences share: with so many a side that differs does not part them
MANY = 4  # telling words that two sentences share: with so many a wide place will do


@dataclass(frozen=True, slots=True)
class Check:
    """What one check says: its name, 1 for agreement, less for what is not said, 0 with the reason against."""

    name: str
    score: float
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Comparability:
    """All checks on two figures."""

    checks: tuple[Check, ...]

    @property
    def comparable(self) -> bool:
        """Whether nothing speaks against holding the two against each other."""
        return all(check.score > 0 for check in self.checks)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they are not comparable; empty where they are."""
        return tuple(check.reason or check.name for check in self.checks if check.score == 0)


@cache
def _fine(name: str) -> Check:
    """The agreement of a check: one object for all, since nearly every check of nearly every pair gives it."""
    return Check(name, 1)


def compare_figures(one: Figure, other: Figure) -> Comparability:
    """Every check on two figures, in a fixed order; swapping the two changes no score."""
    return Comparability(tuple(check(one, other) for check in CHECKS))


def are_comparable(one: Figure, other: Figure) -> bool:
    """Whether nothing speaks against holding two figures against each other; asked no further than the first reason."""
    return all(check(one, other).score > 0 for check in CHECKS)


def two_claimants(one: Figure, other: Figure) -> Check:
    """Each is claimed by somebody in particular, and not by the same; in one article two are told apart anyway."""
    for figure in (one, other):
        if is_own_voice(figure):
            return Check("claimants", 0, "one is the outlet's own voice: nobody is named who claims it")
        if not is_named(figure.claimant) and one.article != other.article:
            return Check("claimants", 0, f"one claimant is nobody in particular: {figure.claimant}")
    if may_be_one(one.claimant, other.claimant):
        return Check("claimants", 0, "both may be the same claimant")
    return _fine("claimants")


def same_number_kind(one: Figure, other: Figure) -> Check:
    """Both have a number, and neither is vague."""
    for figure in (one, other):
        if figure.kind != CLAIM or interval(figure) is None:
            return Check("number", 0, f"no number that can be compared: {figure.quantity or 'none'}")
    return _fine("number")


def same_firmness(one: Figure, other: Figure) -> Check:
    """Both say that it is so; what is possible, planned or denied contradicts nothing by number."""
    loose = next((f.modality for f in (one, other) if f.modality not in FIRM), None)
    return Check("firmness", 0, f"one is {loose}") if loose else _fine("firmness")


def same_event(one: Figure, other: Figure) -> Check:
    """The same happened."""
    return _agree("event", one.event, other.event)


def same_category(one: Figure, other: Figure) -> Check:
    """It happened to the same kind of target; a part is not its whole."""
    narrowed = set(one.also) ^ set(other.also)
    if one.category == other.category and narrowed:
        return Check("category", 0, f"other category: only one is narrowed to {', '.join(sorted(narrowed))}")
    return _agree("category", one.category, other.category)


def same_side(one: Figure, other: Figure) -> Check:
    """The targets belonged to the same side.

    For one incident a side that only one of them names does not count; nor do two sides of the same bystanders, where
    the words tell one incident: whose they were is then a reading, or disputed itself.
    """
    once = one.basis != "cumulative" and one.side != other.side
    if once and None in (one.side, other.side):
        return Check("side", 0.5, "only one says whose they were")
    bystanders = one.category == other.category and one.category in BYSTANDERS
    if once and bystanders and len(shared_words(one, other)) >= SOME:
        return Check("side", 0.5, "they are said to be of different sides")
    return _agree("side", one.side, other.side)


def same_unit(one: Figure, other: Figure) -> Check:
    """Both count, or measure in the same unit."""
    return _agree("unit", one.unit or "a count", other.unit or "a count")


def same_scope(one: Figure, other: Figure) -> Check:
    """Neither counts only some of what the other counts."""
    return _agree("scope", one.scope or "everything", other.scope or "everything")


def same_part(one: Figure, other: Figure) -> Check:
    """Neither figure is given as a part of another one, or on top of it; in a table the measure says so."""
    for figure in (one, other):
        if is_tabled(figure):
            continue
        if figure.part_of is not None or is_share(figure):
            return Check("part", 0, "one is given as a part of another figure")
        if is_further(figure):
            return Check("part", 0, "one is given on top of another figure")
    if says_included(one, other) or says_included(other, one):
        return Check("part", 0, "one is given as a part of the other")
    return _fine("part")


def same_actor(one: Figure, other: Figure) -> Check:
    """Neither counts only what one party did; for one incident it does not matter that only one says who did it."""
    unsaid = one.basis != "cumulative" and None in (one.actor, other.actor)
    if unsaid or one.actor == other.actor or is_one_tabled(one, other):
        return _fine("actor")
    return Check("actor", 0, f"other actor: {_pair(one.actor, other.actor)}")


def same_incident(one: Figure, other: Figure) -> Check:
    """Words of the two sentences tell the same incident or war: a day may have several. Tables count all there was."""
    totals = one.basis == other.basis == "cumulative" and is_one_tabled(one, other)
    if totals or (is_tabled(one) and is_tabled(other)):
        return _fine("incident")
    if is_rival_toll(one, other) or tells_the_same(one, other):
        return _fine("incident")
    return Check("incident", 0, "nothing tells that it is the same incident")


def is_one_tabled(one: Figure, other: Figure) -> bool:
    """Whether one of two figures was read from a table."""
    return is_tabled(one) or is_tabled(other)


def same_basis(one: Figure, other: Figure) -> Check:
    """Both are running totals, or both of a period, or both of one incident."""
    if one.basis in (None, "unspecified") or other.basis in (None, "unspecified"):
        return Check("basis", 0, "period not stated")
    if one.per != other.per:
        return Check("basis", 0, f"other basis: per {one.per or 'none'} against per {other.per or 'none'}")
    if {one.basis, other.basis} == {"event", "period"} and not is_one_tabled(one, other):
        return Check("basis", 0.5, "one speaks of an incident, one of its day")
    return _agree("basis", one.basis, other.basis)


def same_period(one: Figure, other: Figure) -> Check:
    """The same days: a total of the next day may well be another one."""
    if one.end is None or other.end is None:
        return Check("period", 0, "period not stated")
    if one.start is None or other.start is None:
        return Check("period", 0, "beginning not stated")
    if (one.start, one.end) == (other.start, other.end):
        return _fine("period")
    days = sorted(days_of(figure) or "days not known" for figure in (one, other))
    return Check("period", 0, f"other period: {' against '.join(days)}")


def same_territory(one: Figure, other: Figure) -> Check:
    """The same place; for a single incident it must be a precise one."""
    wide = _happened_once(one, other) and (_coarse(one) or _coarse(other))
    if wide and not is_rival_toll(one, other) and len(shared_words(one, other)) < MANY:
        return Check("territory", 0, "place not precise enough to tell one incident from another")
    if one.geonames is not None and one.geonames == other.geonames:
        return _fine("territory")
    return _agree("territory", _place(one), _place(other))


CHECKS: tuple[Callable[[Figure, Figure], Check], ...] = (
    two_claimants, same_number_kind, same_firmness, same_event, same_category, same_side, same_unit, same_scope,
    same_part, same_actor, same_basis, same_period, same_territory, same_incident,
)  # fmt: skip


def _agree(name: str, one: str | None, other: str | None) -> Check:
    if one == other:
        return _fine(name)
    if related(one, other):
        return Check(name, 0, f"one is part of the other: {_pair(one, other)}")
    if one is None or other is None:
        return Check(name, 0, f"{name} not stated by one: {one or other}")
    return Check(name, 0, f"other {name}: {_pair(one, other)}")


def _pair(one: str | None, other: str | None) -> str:
    return " against ".join(sorted((one or "none", other or "none")))


def _place(figure: Figure) -> str | None:
    return figure.place or figure.country


def _coarse(figure: Figure) -> bool:
    """Whether a place is too wide to tell one incident from another by it."""
    return figure.place is None or figure.precision in COARSE


def _happened_once(one: Figure, other: Figure) -> bool:
    totals = "cumulative" in (one.basis, other.basis)
    return not totals and not (is_tabled(one) and is_tabled(other))
