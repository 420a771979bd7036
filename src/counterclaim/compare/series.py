"""The figures of one claimant for one measure, in order of days: running totals and periods apart, gaps left open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.compare.days import days_between
from counterclaim.compare.intervals import Interval, interval
from counterclaim.figures import CLAIM, Figure

CUMULATIVE = "cumulative"
PER_PERIOD = ("period", "rate")
NO_START = "nobody says since when it is counted"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Measure:
    """What a series counts, and whose it is; an empty string is not said.

    Figures belong to one series only if all of this agrees. `per` is day, week or month for a rate, else the length of
    the period in days. `counted_in` is the file that counts from a day nobody names, else empty.
    """

    claimant: str
    event: str
    category: str
    side: str
    scope: str
    place: str
    unit: str
    basis: str
    per: str
    start: str
    counted_in: str = ""

    @property
    def words(self) -> str:
        """The measure in words: what, whose, where, how narrowed, since when."""
        said = [f"{self.category} {self.event}", self.side, self.place, self.scope, self.unit]
        since = f"since {self.start}" if self.start else ""
        return ", ".join(word for word in (*said, self.basis, since) if word)


@dataclass(frozen=True, slots=True)
class Point:
    """All that the claimant said for one day, earliest publication first."""

    day: str
    figures: tuple[Figure, ...]

    @property
    def allowed(self) -> Interval:
        """From the least to the greatest number that any of the figures allows."""
        found = [known for figure in self.figures if (known := interval(figure))]
        lows, highs = [one.low for one in found], [one.high for one in found]
        return Interval(_least(lows), _greatest(highs))

    @property
    def figure(self) -> Figure:
        """The figure that stands for the day: the first one published."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class Series:
    """One line: what is counted by whom, and its points in order of days."""

    measure: Measure
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one point to the next: days between them, and the change; None with a reason where it is not known."""

    previous: Point
    point: Point
    days: int
    change: Interval | None
    why: str | None = None


def build_series(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """Every series there is, running totals and periods apart, in order of what they count.

    Only what is asserted with a number and a day; what is possible, planned, denied or vague makes no point.
    """
    lines: dict[Measure, dict[str, list[Figure]]] = {}
    for figure in figures:
        if belongs(figure):
            lines.setdefault(measure_of(figure), {}).setdefault(figure.end or "", []).append(figure)
    return tuple(Series(measure, _points(days)) for measure, days in sorted(lines.items(), key=lambda line: line[0]))


def belongs(figure: Figure) -> bool:
    """Whether a figure is a point of a series."""
    firm = figure.kind == CLAIM and figure.modality == "asserted" and figure.relation not in ("denies", "doubts")
    dated = figure.end is not None and figure.basis in (CUMULATIVE, *PER_PERIOD)
    return firm and dated and figure.event is not None and interval(figure) is not None


def measure_of(figure: Figure) -> Measure:
    """What a figure counts, as the series has it."""
    total = figure.basis == CUMULATIVE
    return Measure(
        claimant=figure.claimant, event=figure.event or "", category=figure.category or "", side=figure.side or "",
        scope=figure.scope or "", place=place_of(figure), unit=figure.unit or "", basis=figure.basis or "",
        per=_per(figure), start=(figure.start or "") if total else "",
        counted_in=figure.key if total and not figure.start and figure.scope else "",
    )  # fmt: skip


def place_of(figure: Figure) -> str:
    """The territory that a figure speaks of: the name of its place, else its country, else nothing."""
    return figure.place or figure.country or ""


def _per(figure: Figure) -> str:
    if figure.per or figure.basis == CUMULATIVE:
        return figure.per or ""
    return str(days_between(figure.start, figure.end) + 1) if figure.start and figure.end else ""


def steps(series: Series) -> tuple[Step, ...]:
    """The changes of a running total from point to point; a change over a gap stays one over so many days."""
    pairs = zip(series.points, series.points[1:], strict=False)
    return tuple(_step(series.measure, previous, point) for previous, point in pairs)


def _step(measure: Measure, previous: Point, point: Point) -> Step:
    days = days_between(previous.day, point.day)
    if not measure.start and not measure.counted_in:
        return Step(previous=previous, point=point, days=days, change=None, why=NO_START)
    return Step(previous=previous, point=point, days=days, change=difference(previous.allowed, point.allowed))


def difference(before: Interval, after: Interval) -> Interval:
    """How much may have been added between two totals."""
    low = None if after.low is None or before.high is None else after.low - before.high
    high = None if after.high is None or before.low is None else after.high - before.low
    return Interval(low, high)


def _points(days: dict[str, list[Figure]]) -> tuple[Point, ...]:
    return tuple(Point(day, tuple(sorted(days[day], key=_order))) for day in sorted(days))


def _order(figure: Figure) -> tuple[str, str, int]:
    return figure.published or "9999", figure.article, figure.quantity_start or 0


def _least(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return min(known) if len(known) == len(values) else None


def _greatest(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return max(known) if len(known) == len(values) else None
