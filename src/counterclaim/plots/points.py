"""Figures as points to draw: which line they belong to, what they allow, how firm they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from counterclaim.figures import CLAIM, Figure
from counterclaim.plots.countries import country_name

TOTALS, PERIODS, INCIDENTS = "totals", "periods", "incidents"
PANELS = {
    "cumulative": TOTALS,
    "period": PERIODS,
    "rate": PERIODS,
    "event": INCIDENTS,
    "unspecified": INCIDENTS,
    None: INCIDENTS,
}
DENIED = "denied"
NO_DAY = "no day is known"
MOST_ROWS = 60  # single figures that get a row each
APART = ("side", "country", "scope")  # figures that differ here are of different lines
PARTS = ("", *APART, "", "start", "")  # of the key of a line, as a name says that one is not stated
BEFORE = {5: "since "}
COUNTRY, PER = 2, 4
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One figure in its panel, on its line. `revised`: it revises another, or is a total lower than the one before."""

    figure: Figure
    panel: str
    line: str
    revised: bool = False

    @property
    def day(self) -> str:
        """The day it stands at: the last one that it covers."""
        return self.figure.end or self.figure.start or ""

    @property
    def is_open(self) -> bool:
        """Whether one of its bounds is open."""
        return (self.figure.low is None) != (self.figure.high is None)

    @property
    def is_range(self) -> bool:
        """Whether it allows several numbers between two bounds."""
        low, high = self.figure.low, self.figure.high
        return low is not None and high is not None and low != high

    @property
    def height(self) -> int:
        """The number it is drawn at: the bound that is known, the lower of two."""
        low = self.figure.low
        return low if low is not None else self.figure.high or 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What can be drawn, in order of panel, line and day; and how many figures cannot, by reason."""

    points: tuple[Point, ...]
    left_out: dict[str, int]

    def panel(self, name: str) -> tuple[Point, ...]:
        """The points of one panel."""
        return tuple(point for point in self.points if point.panel == name)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines there are, in order of name."""
        return tuple(sorted({point.line for point in self.points}))


def find_points(figures: Iterable[Figure]) -> Drawn:
    """The points that figures make. A running total or a figure for a period needs a day; none is made up."""
    found = list(figures)
    left_out = Counter(reason for figure in found if (reason := why_not(figure)))
    drawable = [figure for figure in found if not why_not(figure)]
    if sum(PANELS[figure.basis] == INCIDENTS for figure in drawable) > MOST_ROWS:  # then they stand over the days
        left_out.update(NO_DAY for figure in drawable if not figure.end)
        drawable = [figure for figure in drawable if figure.end]
    names = _line_names(drawable)
    points = [Point(figure, PANELS[figure.basis], names[_line(figure)]) for figure in drawable]
    ordered = sorted(points, key=lambda p: (p.panel, p.line, p.day, p.figure.published or "", p.figure.claim))
    return Drawn(tuple(_with_revisions(ordered)), dict(sorted(left_out.items())))


def why_not(figure: Figure) -> str | None:
    """Why a figure cannot be drawn; None where it can."""
    if figure.kind != CLAIM:
        return "statements without a figure"
    if figure.low is None and figure.high is None:
        return "words without a number"
    if figure.modality == "planned":
        return "planned"
    if figure.status == "rejected":
        return "rejected by a person"
    if PANELS[figure.basis] != INCIDENTS and figure.end is None:
        return NO_DAY
    return "no first day is known" if PANELS[figure.basis] == PERIODS and figure.start is None else None


def _line(figure: Figure) -> Line:
    """What a figure's line is told by: all that must agree on it, an empty string where it is not stated."""
    panel = PANELS[figure.basis]
    told = (figure.side or "", country_name(figure.country) if figure.country else "", figure.scope or "")
    return (figure.claimant, *told, figure.per or "", (figure.start or "") if panel == TOTALS else "", panel)


def _line_names(figures: Sequence[Figure]) -> dict[Line, str]:
    """A name for each line: the claimant, and what tells it from other lines of this picture."""
    keys = {_line(figure) for figure in figures}
    known = {index: {key[index] for key in keys} - {""} for index in range(1, len(APART) + 1)}
    telling = [i for i in known if len(known[i]) > 1 or (i != COUNTRY and known[i] and any(not key[i] for key in keys))]
    names = {key: _joined(key, (key[index] for index in telling)) for key in keys}
    alike: dict[tuple[str, str], list[Line]] = {}
    for key in keys:
        alike.setdefault((names[key], key[-1]), []).append(key)
    return {key: _told_apart(key, group) if len(group) > 1 else names[key] for group in alike.values() for key in group}


def _told_apart(key: Line, group: Sequence[Line]) -> str:
    """The name of a line among others that would have the same one: all that differs, also what is not stated."""
    differ = [index for index, name in enumerate(PARTS) if name and len({other[index] for other in group}) > 1]
    stated = (BEFORE.get(index, "") + key[index] if key[index] else f"{PARTS[index]} not stated" for index in differ)
    return _joined(key, stated)


def _joined(key: Line, parts: Iterable[str]) -> str:
    return ", ".join((key[0], *filter(None, parts), *([f"per {key[PER]}"] if key[PER] else [])))


def _with_revisions(ordered: Sequence[Point]) -> list[Point]:
    found: list[Point] = []
    for _, line in groupby(ordered, key=lambda point: (point.panel, point.line)):
        points = list(line)
        falls = {id(later) for earlier, later in pairwise(points) if _falls(earlier, later)}
        found += [_marked(p) if p.figure.relation == "revises" or id(p) in falls else p for p in points]
    return found


def _falls(earlier: Point, later: Point) -> bool:
    high, low = later.figure.high, earlier.figure.low
    return later.panel == TOTALS and high is not None and low is not None and high < low


def _marked(point: Point) -> Point:
    return Point(point.figure, point.panel, point.line, revised=True)
