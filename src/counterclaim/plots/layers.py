"""The layers that panels are made of: bars, bands, fading bands, marks, each with its claim's words and link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import altair as alt

from counterclaim.plots.palette import Scheme, Theme, faded
from counterclaim.plots.points import DENIED, Point
from counterclaim.plots.words import is_hollow, said

Datum = dict[str, Any]
Picture = Any  # a chart of Altair, whose own types do not follow its methods
Layers = list[Picture]
Encodings = Mapping[str, Any]
Drawing = Callable[[Picture], Picture]
STRONGEST = 0.45  # of the colour, at the known edge of a fading band
SOLID, PALE = 0.7, 0.2
CROSS = "M-1,-1L1,1M1,-1L-1,1"


def datum(point: Point, **places: Any) -> Datum:
    """What a mark knows of its claim: its line, its words, its link; `places` say where it is drawn."""
    link = point.figure.link
    return {
        "line": point.line,
        "said": said(point.figure),
        "link": link if link.startswith(("https://", "http://")) else None,
        "claim": point.figure.claim,
        "hollow": is_hollow(point),
        "denied": point.figure.modality == DENIED,
        "revised": point.revised,
        "up": point.figure.high is None,
        **places,
    }


def data(rows: Iterable[Datum]) -> alt.InlineData:
    """The rows, within the picture."""
    return alt.InlineData(values=list(rows))


def colour(scheme: Scheme) -> alt.Color:
    """The colour of a line."""
    return alt.Color("line:N", scale=alt.Scale(domain=scheme.lines, range=scheme.colours), legend=None)


def stroke(scheme: Scheme) -> alt.Stroke:
    """The same colour, for an edge."""
    return alt.Stroke("line:N", scale=alt.Scale(domain=scheme.lines, range=scheme.colours), legend=None)


def shape(scheme: Scheme) -> alt.Shape:
    """The shape of a line's marks."""
    return alt.Shape("line:N", scale=alt.Scale(domain=scheme.lines, range=scheme.shapes), legend=None)


def told(rows: Sequence[Datum], make: Drawing) -> Layers:
    """A mark for each row, with the claim in words, and with its link where the article has one."""
    found: Layers = []
    for linked in (True, False):
        some = [row for row in rows if bool(row["link"]) is linked]
        if some:
            chart = make(alt.Chart(data(some))).encode(description=alt.Description("said:N"))
            found.append(chart.encode(href=alt.Href("link:N")) if linked else chart)
    return found


def _drawn(make: Callable[[Picture, bool], Picture], hollow: bool, chart: Picture) -> Picture:
    return make(chart, hollow)


def by_firmness(rows: Sequence[Datum], make: Callable[[Picture, bool], Picture]) -> Layers:
    """The asserted ones, then those that are less."""
    found: Layers = []
    for hollow in (False, True):
        some = [row for row in rows if row["hollow"] is hollow]
        found += told(some, partial(_drawn, make, hollow))
    return found


def fading(rows: Sequence[Datum], scheme: Scheme, where: Encodings, *, across: bool = False) -> Layers:
    """Bands that fade away from the known bound: upwards or downwards, or along the line where `across`."""
    found: Layers = []
    for line, paint in zip(scheme.lines, scheme.colours, strict=True):
        for up in (True, False):
            some = [row for row in rows if row["line"] == line and row["up"] is up]
            if some:
                mark = alt.Chart(data(some)).mark_rect(fill=_gradient(paint, up=up, across=across), clip=True)
                found.append(mark.encode(**where))
    return found


def _gradient(paint: str, *, up: bool, across: bool) -> dict[str, Any]:
    stops = [{"color": faded(paint, STRONGEST), "offset": 0}, {"color": faded(paint, 0.0), "offset": 1}]
    ends = {(True, True): (0, 1, 0, 0), (False, True): (1, 0, 0, 0), (True, False): (0, 0, 1, 0)}
    x1, x2, y1, y2 = ends.get((up, across), (0, 0, 0, 1))
    return {"gradient": "linear", "stops": stops, "x1": x1, "x2": x2, "y1": y1, "y2": y2}


def bands(rows: Sequence[Datum], scheme: Scheme, where: Encodings) -> Layers:
    """What lies between two bounds, with an edge around it, dashed where it is less than asserted."""

    def make(chart: Picture, hollow: bool) -> Picture:
        edge: dict[str, Any] = {"strokeDash": [4, 3]} if hollow else {}
        mark = chart.mark_rect(fillOpacity=PALE, strokeWidth=1.3, **edge)
        return mark.encode(color=colour(scheme), stroke=stroke(scheme), **where)

    return by_firmness(rows, make)


def bars(rows: Sequence[Datum], scheme: Scheme, where: Encodings) -> Layers:
    """Bars from nothing to the number, with an edge on top that shows even where the number is nought."""

    def make(chart: Picture, hollow: bool) -> Picture:
        mark = chart.mark_rect(fillOpacity=PALE if hollow else SOLID, stroke=None)
        return mark.encode(color=colour(scheme), **where)

    edges = {"x": where["x"], "x2": where["x2"], "y": alt.Y("y2:Q", scale=where["y"]["scale"], axis=where["y"]["axis"])}
    edge = [alt.Chart(data(rows)).mark_rule(strokeWidth=1.6).encode(color=colour(scheme), **edges)] if rows else []
    return [*by_firmness(rows, make), *edge]


def marks(
    rows: Sequence[Datum], scheme: Scheme, theme: Theme, where: Encodings, *, size: int, shapes: bool = True
) -> Layers:
    """A mark for each claim: filled where asserted, else hollow."""
    formed: dict[str, Any] = {"shape": shape(scheme)} if shapes else {}

    def make(chart: Picture, hollow: bool) -> Picture:
        inside: dict[str, Any] = {"fill": theme.paper} if hollow else {}
        mark = chart.mark_point(size=size, opacity=1, strokeWidth=1.5, filled=not hollow, **inside)
        return mark.encode(color=colour(scheme), **formed, **where)

    return by_firmness(rows, make)


def signs(rows: Sequence[Datum], theme: Theme, where: Encodings, *, size: int) -> Layers:
    """A ring around what was revised, a cross over what is denied."""
    found: Layers = []
    for name, kind, times in (("denied", CROSS, 1.5), ("revised", "circle", 5.0)):
        some = [row for row in rows if row[name]]
        if some:
            mark = alt.Chart(data(some)).mark_point(shape=kind, size=size * times, color=theme.ink, filled=False)
            found.append(mark.encode(**where))
    return found
