"""The panel of figures for periods: one row a claimant, a bar over the days that each figure covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import altair as alt

from counterclaim.plots.layers import Layers, Picture, bands, bars, datum, fading, signs
from counterclaim.plots.palette import Scheme, Theme
from counterclaim.plots.points import Point
from counterclaim.plots.scales import OPEN, WIDTH, day_axis, moment, number_axis, top
from counterclaim.plots.stacking import Stack, stack
from counterclaim.plots.totals import LARGE, lines_of

HEIGHT = 96


def panel(points: Sequence[Point], scheme: Scheme, theme: Theme) -> Stack:
    """A row for each claimant, all with the same axes."""
    first = min(point.figure.start or point.day for point in points)
    last = max(moment(point.day, 1)[:10] for point in points)
    where = {"x": day_axis(first, last), "y": number_axis(top(points), 3)}
    rows = [_row(line, scheme, theme, where, top(points)) for line in lines_of(points)]
    return stack(*rows, spacing=10)


def _row(points: Sequence[Point], scheme: Scheme, theme: Theme, where: dict[str, Any], largest: float) -> Picture:
    area = {**where, "x2": alt.X2("x2:T"), "y2": alt.Y2("y2:Q")}
    single = [datum(p, **_days(p), y=0, y2=p.height) for p in points if p.figure.low is not None and not p.is_range]
    between = [datum(p, **_days(p), y=p.figure.low, y2=p.figure.high) for p in points if p.is_range]
    below = [datum(p, **_days(p), y=p.height, y2=0) for p in points if p.figure.low is None]
    above = [datum(p, **_days(p), y=p.height, y2=p.height + largest * OPEN) for p in points if p.figure.high is None]
    heads = [datum(point, x=_middle(point), y=point.height) for point in points]
    layers: Layers = [
        *fading([*below, *above], scheme, area),
        *bands(between, scheme, area),
        *bars([*single, *({**row, "y": row["y"], "y2": row["y"]} for row in below)], scheme, area),
        *signs(heads, theme, where, size=LARGE),
    ]
    header = alt.TitleParams(
        points[0].line, anchor="start", frame="bounds", fontSize=12, fontWeight="normal", color=theme.ink, offset=4
    )
    return alt.layer(*layers, width=WIDTH, height=HEIGHT, title=header)


def _days(point: Point) -> dict[str, str]:
    return {"x": moment(point.figure.start or point.day), "x2": moment(point.day, 1)}


def _middle(point: Point) -> str:
    """Where the sign over a bar stands: over the middle of it, which says nothing of when it happened."""
    first, last = (datetime.fromisoformat(day) for day in _days(point).values())
    return (first + (last - first) / 2).strftime("%Y-%m-%dT%H:%M:%SZ")
