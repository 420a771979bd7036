"""The panel of single figures: a row for each claim, its number or its interval along one axis."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from counterclaim.figures import Figure
from counterclaim.plots.layers import Datum, Layers, Picture, bands, data, datum, fading, marks, signs
from counterclaim.plots.palette import Scheme, Theme
from counterclaim.plots.points import DENIED, Point
from counterclaim.plots.scales import LEFT, OPEN, WIDTH, top
from counterclaim.plots.totals import LARGE
from counterclaim.plots.words import number

STEP = 34
NAME = 270  # room for the claimant beside a row
LETTER = 6.4  # about as wide as one is
THICK = 0.28  # of a row


def panel(points: Sequence[Point], scheme: Scheme, theme: Theme) -> Picture:
    """Each claim in its own row, earliest published first, with its words and where it was read."""
    ordered = sorted(points, key=lambda p: (p.figure.published or "9", p.line, p.figure.claim))
    largest = top(ordered, _room(ordered))
    rows = {point.figure.claim: index + 0.5 for index, point in enumerate(ordered)}
    span = alt.Scale(domain=[0, largest], range=[NAME - LEFT, WIDTH], nice=False)
    x = alt.X("x:Q", title=None, scale=span, axis=alt.Axis(orient="top", tickCount=6, format=",.0f"))
    y = alt.Y("row:Q", scale=alt.Scale(domain=[len(ordered), 0], nice=False), axis=None)
    where = {"x": x, "y": y}
    area = {"x": x, "x2": alt.X2("x2:Q"), "y": alt.Y("above:Q", scale=y["scale"], axis=None), "y2": alt.Y2("below:Q")}
    placed = [_placed(point, rows[point.figure.claim], largest) for point in ordered]
    layers: Layers = [
        *_rules(placed, theme, y),
        *fading([row for row in placed if row["open"]], scheme, area, across=True),
        *bands([row for row in placed if row["range"]], scheme, area),
        *marks([row for row in placed if not row["range"]], scheme, theme, where, size=LARGE * 2, shapes=False),
        *signs(placed, theme, where, size=LARGE * 2),
        *_labels(placed, theme, x, y),
    ]
    return alt.layer(*layers, width=WIDTH, height=STEP * len(ordered))


def _room(points: Sequence[Point]) -> float:
    """How much longer than its largest number the axis is, for the words beyond it."""
    longest = max(len(_words(point)) for point in points)
    return 1 / (1 - min(0.5, (46 + LETTER * longest) / (WIDTH - NAME + LEFT)))


def _words(point: Point) -> str:
    return f"{number(point.figure)}{' (denied)' if point.figure.modality == DENIED else ''}"


def _placed(point: Point, row: float, largest: float) -> Datum:
    high = point.figure.high
    far = largest * OPEN if high is None else -min(largest * OPEN, point.height)
    end = high if high is not None else point.height + far
    return datum(
        point,
        row=row,
        above=row - THICK,
        below=row + THICK,
        x=point.height,
        x2=high if point.is_range else point.height + far,
        end=end,
        open=point.is_open,
        range=point.is_range,
        name=point.line,
        words=_words(point),
        where=_where(point.figure),
    )


def _where(figure: Figure) -> str:
    published = f"published {figure.published[:10]}" if figure.published else "day of publication not known"
    return f"{figure.outlet or figure.link}, {published}"


def _rules(rows: Sequence[Datum], theme: Theme, y: alt.Y) -> Layers:
    """A line for each row, behind its marks."""
    chart = alt.Chart(data(rows)).mark_rule(color=theme.rule, strokeWidth=1)
    return [chart.encode(x=alt.value(NAME - LEFT), x2=alt.value(WIDTH), y=y)]


def _labels(rows: Sequence[Datum], theme: Theme, x: alt.X, y: alt.Y) -> Layers:
    """The claimant at the left, outlet and days under it; the words of the number behind its mark."""
    chart = alt.Chart(data(rows))
    room = NAME - 2 * LEFT // 3
    name = chart.mark_text(align="left", dy=-6, fontSize=12, color=theme.ink, limit=room)
    where = chart.mark_text(align="left", dy=8, fontSize=10, color=theme.soft, limit=room)
    words = chart.mark_text(align="left", dx=16, fontSize=12, color=theme.ink)
    around = chart.mark_text(align="left", dx=16, fontSize=12, stroke=theme.paper, strokeWidth=5)
    end = alt.X("end:Q", title=None, scale=x["scale"], axis=x["axis"])
    return [
        name.encode(x=alt.value(-LEFT), y=y, text=alt.Text("name:N")),
        where.encode(x=alt.value(-LEFT), y=y, text=alt.Text("where:N")),
        around.encode(x=end, y=y, text=alt.Text("words:N")),
        words.encode(x=end, y=y, text=alt.Text("words:N")),
    ]
