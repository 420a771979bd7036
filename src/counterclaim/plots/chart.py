"""The whole picture: title, a panel for each kind of figure, and the caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from counterclaim.plots import incidents, periods, totals
from counterclaim.plots.layers import Picture, data
from counterclaim.plots.palette import Scheme, Theme, scheme
from counterclaim.plots.points import INCIDENTS, MOST_ROWS, PERIODS, TOTALS, Drawn, Point
from counterclaim.plots.scales import LEFT, WIDTH
from counterclaim.plots.stacking import Stack, stack
from counterclaim.plots.words import PANEL_TITLES, caption, title

Panel = Callable[[Sequence[Point], Scheme, Theme], Picture]


def _incidents(points: Sequence[Point], colours: Scheme, theme: Theme) -> Picture:
    """A row for each, or all of them over the days where there are too many for that."""
    if len(points) > MOST_ROWS:
        return totals.panel(points, colours, theme, joined=False)
    return incidents.panel(points, colours, theme)


MAKERS: dict[str, Panel] = {TOTALS: totals.panel, PERIODS: periods.panel, INCIDENTS: _incidents}
SANS = "Helvetica, Arial, 'Liberation Sans', sans-serif"
SERIF = "Georgia, 'Liberation Serif', serif"
LINE = 14
LONGEST = 132  # characters of a line of the caption


def chart(drawn: Drawn, theme: Theme) -> Stack:
    """The picture of what can be drawn; MeasureError where the figures are of several measures."""
    heading = title([point.figure for point in drawn.points])
    parts = (*_panels(drawn, theme), _caption(caption(drawn), theme))
    return stack(*parts, spacing=26, title=_heading(heading, theme), padding=24, **_around(theme))


def bare_chart(drawn: Drawn, theme: Theme) -> Stack:
    """The same without title and caption, for a page that says them itself."""
    title([point.figure for point in drawn.points])
    return stack(*_panels(drawn, theme), spacing=26, padding=4, **_around(theme))


def _panels(drawn: Drawn, theme: Theme) -> list[Stack]:
    colours = scheme(drawn.lines, theme)
    names = [name for name in MAKERS if drawn.panel(name)]
    return [_titled(MAKERS[name](drawn.panel(name), colours, theme), name, theme) for name in names]


def _heading(words: str, theme: Theme) -> alt.TitleParams:
    return alt.TitleParams(
        wrap(words, 70), anchor="start", font=SERIF, fontSize=20, fontWeight="bold", color=theme.ink, offset=16
    )


def _titled(panel: Picture, name: str, theme: Theme) -> Stack:
    words = alt.TitleParams(
        PANEL_TITLES[name], anchor="start", fontSize=12, fontWeight="bold", color=theme.soft, offset=10
    )
    return stack(panel, title=words)


def _caption(lines: Sequence[str], theme: Theme) -> Picture:
    told = [part for line in lines for part in wrap(line, LONGEST)]
    rows = [{"text": text, "row": index} for index, text in enumerate(told)]
    y = alt.Y("row:Q", scale=alt.Scale(domain=[0, len(told)], nice=False, reverse=True), axis=None)
    mark = alt.Chart(data(rows)).mark_text(align="left", baseline="top", fontSize=11, color=theme.soft)
    words = mark.encode(x=alt.value(-LEFT), y=y, text=alt.Text("text:N"))
    return words.properties(width=WIDTH, height=LINE * len(told))


def _around(theme: Theme) -> dict[str, Any]:
    """The paper, and how everything on it looks."""
    return {"background": theme.paper, "config": _style(theme)}


def _style(theme: Theme) -> dict[str, Any]:
    axis = {
        "gridColor": theme.rule, "domainColor": theme.rule, "tickColor": theme.rule, "labelColor": theme.soft,
        "titleColor": theme.soft, "labelFontSize": 11, "labelFont": SANS,
    }  # fmt: skip
    return {
        "font": SANS,
        "axis": axis,
        "view": {"stroke": None},
        "legend": {"labelColor": theme.ink, "labelFontSize": 12, "symbolSize": 70, "rowPadding": 4},
        "concat": {"spacing": 12},
    }
