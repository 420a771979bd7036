"""Whether two figures can be held against each other at all, and if not, why: one small check for each thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import interval
from counterclaim.figures import CLAIM, Figure

INCIDENTS = ("event",)
COARSE = ("region", "country")
FIRM = ("asserted", "estimated")


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


def compare_figures(one: Figure, other: Figure) -> Comparability:
    """Every check on two figures, in a fixed order; swapping the two changes no score."""
    return Comparability(tuple(check(one, other) for check in CHECKS))


def same_number_kind(one: Figure, other: Figure) -> Check:
    """Both have a number, and neither is vague."""
    for figure in (one, other):
        if figure.kind != CLAIM or interval(figure) is None:
            return Check("number", 0, f"no number that can be compared: {figure.quantity or 'none'}")
    return Check("number", 1)


def same_firmness(one: Figure, other: Figure) -> Check:
    """Both say that it is so; what is possible, planned or denied contradicts nothing by number."""
    loose = next((f.modality for f in (one, other) if f.modality not in FIRM), None)
    return Check("firmness", 0, f"one is {loose}") if loose else Check("firmness", 1)


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
    """The targets belonged to the same side; for one incident a side that only one of them names does not count."""
    if one.side != other.side and None in (one.side, other.side) and one.basis in INCIDENTS:
        return Check("side", 0.5, "only one says whose they were")
    return _agree("side", one.side, other.side)


def same_unit(one: Figure, other: Figure) -> Check:
    """Both count, or measure in the same unit."""
    return _agree("unit", one.unit or "a count", other.unit or "a count")


def same_scope(one: Figure, other: Figure) -> Check:
    """Neither counts only some of what the other counts."""
    return _agree("scope", one.scope or "everything", other.scope or "everything")


def same_part(one: Figure, other: Figure) -> Check:
    """Neither figure is given as a part of another one."""
    if (one.part_of is None) != (other.part_of is None) and one.basis in INCIDENTS:
        return Check("part", 0, "one is given as a part of another figure")
    return Check("part", 1)


def same_basis(one: Figure, other: Figure) -> Check:
    """Both are running totals, or both of a period, or both of one incident."""
    if one.basis in (None, "unspecified") or other.basis in (None, "unspecified"):
        return Check("basis", 0, "period not stated")
    if one.per != other.per:
        return Check("basis", 0, f"other basis: per {one.per or 'none'} against per {other.per or 'none'}")
    return _agree("basis", one.basis, other.basis)


def same_period(one: Figure, other: Figure) -> Check:
    """The same days: a total of the next day may well be another one."""
    if one.end is None or other.end is None:
        return Check("period", 0, "period not stated")
    if one.start is None or other.start is None:
        return Check("period", 0, "beginning not stated")
    if (one.start, one.end) == (other.start, other.end):
        return Check("period", 1)
    return Check("period", 0, f"other period: {' against '.join(sorted((_days(one), _days(other))))}")


def same_territory(one: Figure, other: Figure) -> Check:
    """The same place; for a single incident it must be a precise one."""
    if one.basis in INCIDENTS and (_coarse(one) or _coarse(other)):
        return Check("territory", 0, "place not precise enough to tell one incident from another")
    if one.geonames is not None and one.geonames == other.geonames:
        return Check("territory", 1)
    return _agree("territory", _place(one), _place(other))


CHECKS: tuple[Callable[[Figure, Figure], Check], ...] = (
    same_number_kind, same_firmness, same_event, same_category, same_side, same_unit, same_scope, same_part, same_basis,
    same_period, same_territory,
)  # fmt: skip


def _agree(name: str, one: str | None, other: str | None) -> Check:
    if one == other:
        return Check(name, 1)
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
    return figure.place is None or figure.precision in COARSE


def _days(figure: Figure) -> str:
    return figure.end or "" if figure.start == figure.end else f"{figure.start} to {figure.end}"
