"""The axes of a picture: days, numbers, and how far an open bound is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING, Any

from counterclaim.plots.points import Point

if TYPE_CHECKING:
    import altair as alt

WIDTH = 720
LEFT = 48  # for the numbers beside an axis
OPEN = 0.14  # of the axis: how far a fading band goes before nothing of it is left
ROOM = 1.04
WEEK = 7
FEW = 3  # distances that make a usual one
OFTEN = 3  # so many times the usual distance of a line's days is a gap
MILLION = 1_000_000
SEASON = 120  # days: longer axes name months


def top(points: Sequence[Point], room: float = ROOM) -> float:
    """The largest number of an axis that has room for every bound and for what fades beyond it."""
    largest = max((max(p.figure.low or 0, p.figure.high or 0) for p in points), default=1) or 1
    over = any(point.figure.high is None for point in points)
    return largest * (room + (OPEN if over else 0))


def moment(day: str, after: int = 0) -> str:
    """The beginning of a day, or of one so many days later, in UTC."""
    return f"{(date.fromisoformat(day) + timedelta(days=after)).isoformat()}T00:00:00Z"


def distance(earlier: str, later: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def gap(days: Sequence[str]) -> float:
    """How many days without a claim make a gap in a line: a week, or three times its usual distance if that is more."""
    between = [distance(one, two) for one, two in pairwise(days) if one != two]
    return max(WEEK, OFTEN * median_low(between)) if len(between) >= FEW else WEEK


def day_axis(first: str, last: str) -> alt.X:
    """The axis of days, from a day to another, in UTC."""
    import altair as alt

    days = distance(first, last)
    words = "%-d %b %Y" if days <= SEASON else "%b %Y"
    ticks: Any = {"interval": "day", "step": 1} if days <= WEEK else 6
    axis = alt.Axis(
        format=words, grid=False, tickCount=ticks, labelFlush=True, labelOverlap="greedy", labelSeparation=8
    )
    return alt.X("x:T", title=None, scale=alt.Scale(type="utc", domain=[moment(first), moment(last)]), axis=axis)


def number_axis(largest: float, ticks: int) -> alt.Y:
    """The axis of numbers from nought."""
    import altair as alt

    words = "~s" if largest >= MILLION else ",.0f"
    labels = f"datum.value === 0 ? '0' : format(datum.value, '{words}')"
    axis = alt.Axis(tickCount=ticks, minExtent=LEFT, maxExtent=LEFT, labelExpr=labels)
    return alt.Y("y:Q", title=None, scale=alt.Scale(domain=[0, largest], nice=False), axis=axis)
