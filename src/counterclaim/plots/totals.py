"""The panel of running totals: a step at each claim, held until the next one, nothing where there is a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any

import altair as alt

from counterclaim.plots.layers import Datum, Layers, Picture, bands, colour, data, datum, fading, marks, signs
from counterclaim.plots.palette import Scheme, Theme
from counterclaim.plots.points import DENIED, Point
from counterclaim.plots.scales import LEFT, OPEN, WIDTH, day_axis, distance, gap, moment, number_axis, top
from counterclaim.plots.stacking import Stack, stack

HEIGHT = 340
KEY = 20  # a line of the key
NAMED = 40  # names in a key
SHORT = 46  # characters of a name that fits into half of a line
MANY = 120  # claims on one line: their marks get small
LARGE, SMALL = 46, 7
NARROW = 90  # the band of a claim without a next one is this part of the axis wide


def panel(points: Sequence[Point], scheme: Scheme, theme: Theme, *, joined: bool = True) -> Stack:
    """The lines of all claimants over the days, under a key with their names; without lines unless `joined`."""
    days = sorted({point.day for point in points})
    width = max(1, distance(days[0], days[-1]) // NARROW)
    largest = top(points)
    x = day_axis(days[0], (moment(days[-1], width))[:10])
    where = {"x": x, "y": number_axis(largest, 6)}
    area = {**where, "x2": alt.X2("x2:T"), "y2": alt.Y2("y2:Q")}
    held = [pair for line in lines_of(points) for pair in (holds(line) if joined else zip_longest(line, ()))]
    rows = [datum(point, x=moment(point.day), y=point.height) for point in points]
    crowded = {line[0].line for line in lines_of(points) if len(line) > MANY}
    single = [row for row, point in zip(rows, points, strict=True) if not point.is_range]
    layers: Layers = [
        *fading([_fading(p, until, width, largest) for p, until in held if p.is_open], scheme, area),
        *bands([_band(p, until, width) for p, until in held if p.is_range], scheme, area),
        *([_steps([row for line in lines_of(points) for row in steps(line)], scheme, where)] if joined else []),
        *marks([row for row in single if row["line"] in crowded], scheme, theme, where, size=SMALL),
        *marks([row for row in single if row["line"] not in crowded], scheme, theme, where, size=LARGE),
        *signs(rows, theme, where, size=LARGE),
    ]
    names = [name for name in scheme.lines if name in {point.line for point in points}]
    lines = alt.layer(*layers, width=WIDTH, height=HEIGHT)
    return stack(_key(names, scheme, theme), lines, spacing=12)


def holds(line: Sequence[Point]) -> Iterator[tuple[Point, str | None]]:
    """Each claim of a line that is not a denial with the day until it is held: the next one's.

    None before a gap, and where the claimant says something else on the same day: neither is the step of the other.
    """
    stated = [point for point in line if point.figure.modality != DENIED]
    limit = gap([point.day for point in stated])
    for point, after in zip(stated, (*stated[1:], None), strict=True):
        held = after is not None and 0 < distance(point.day, after.day) <= limit
        yield point, after.day if after and held else None


def steps(line: Sequence[Point]) -> Iterator[Datum]:
    """The corners of a line's steps; a new piece begins after a gap and beside a range."""
    piece = 0
    for point, until in holds(line):
        if not point.is_range:
            yield _corner(point, point.day, piece)
            if until:
                yield _corner(point, until, piece)
        piece += until is None or point.is_range


def lines_of(points: Sequence[Point]) -> Iterator[list[Point]]:
    """The points of each line."""
    for _, line in groupby(points, key=lambda point: point.line):
        yield list(line)


def _corner(point: Point, day: str, piece: int) -> Datum:
    return {"line": point.line, "piece": f"{point.line} {piece}", "x": moment(day), "y": point.height}


def _steps(rows: Sequence[Datum], scheme: Scheme, where: dict[str, Any]) -> Picture:
    chart = alt.Chart(data(rows)).mark_line(interpolate="step-after", strokeWidth=1.6)
    dashes = alt.StrokeDash("line:N", scale=alt.Scale(domain=scheme.lines, range=list(scheme.dashes)), legend=None)
    return chart.encode(**where, color=colour(scheme), detail=alt.Detail("piece:N"), strokeDash=dashes)


def _fading(point: Point, until: str | None, width: int, largest: float) -> Datum:
    far = largest * OPEN * (1 if point.figure.high is None else -1)
    return datum(point, y=point.height, y2=max(0, point.height + far), **_days(point, until, width))


def _band(point: Point, until: str | None, width: int) -> Datum:
    return datum(point, y=point.figure.low, y2=point.figure.high, **_days(point, until, width))


def _days(point: Point, until: str | None, width: int) -> dict[str, str]:
    return {"x": moment(point.day), "x2": moment(until) if until else moment(point.day, width)}


def _key(names: Sequence[str], scheme: Scheme, theme: Theme) -> Picture:
    """The lines by name, in two columns where there are several."""
    more = f"and {len(names) - NAMED} more, in the table beside the picture"
    names = [*names[:NAMED], *([more] if len(names) > NAMED else [])]
    short = len(names) > 2 and max(map(len, names)) <= SHORT
    half = (len(names) + 1) // 2 if short else len(names)
    rows = [
        {"line": name, "x": (index // half) * WIDTH / 2, "y": index % half, "hollow": False, "link": None, "said": name}
        for index, name in enumerate(names)
    ]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], range=[6 - LEFT, WIDTH + 6 - LEFT]), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[half - 0.5, -0.5], nice=False), axis=None)
    words = alt.Chart(data(rows)).mark_text(align="left", dx=12, fontSize=12, color=theme.ink, limit=WIDTH - 30)
    named = words.encode(x=x, y=y, text=alt.Text("line:N"))
    layers = [*marks(rows, scheme, theme, {"x": x, "y": y}, size=LARGE), named]
    return alt.layer(*layers, width=WIDTH, height=KEY * half)
