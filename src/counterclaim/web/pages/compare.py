"""Compare: one measure, every claimant's figures as one picture, who contradicts whom, and what cannot be compared."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse, JSONResponse, Response

from counterclaim.compare.standings import AGREES, CONTRADICTS, NOT_COMPARABLE, Standing, hold_together
from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.measuring import PARTS, Measured
from counterclaim.ledger.querying import Filter
from counterclaim.plots.drawing import picture_of, table_of
from counterclaim.plots.points import Drawn, find_points
from counterclaim.plots.words import MeasureError, caption, title
from counterclaim.web.asking import OfLedger
from counterclaim.web.charting import chart_spec, packed
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render
from counterclaim.web.resting import Rests, rest_on
from counterclaim.web.wanted import Chosen

Found = TypeVar("Found")
MOST = 600  # figures in one picture, the latest days first
PAIRS = 60  # pairs of claimants shown of each kind
ROWS = 200  # figures in the table below the picture
CHOICES = {
    "event": "What happened",
    "category": "To whom or what",
    "side": "Whose",
    "country": "Where",
    "unit": "Counted in",
}
TYPES = {"svg": "image/svg+xml", "png": "image/png"}

pages, api = APIRouter(), APIRouter()


class Compared(Chosen):
    """Which figures to hold against one another, and how."""

    copies: bool = Field(False, description="With reprints and copies, which are not counted twice otherwise.")
    convention: Literal["counterclaim-1", "exact"] = Field(
        "counterclaim-1", description="How far off an approximate value may be."
    )
    theme: Literal["light", "dark"] = Field("light", description="For light or dark paper.")

    @property
    def filter(self) -> Filter:
        """The filter of the ledger: claims with a figure, none of them rejected."""
        return replace(super().filter, kind=[CLAIM])


OfCompared = Annotated[Compared, Query()]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The figures that a comparison rests on; `more` where there are others, of earlier days."""

    figures: tuple[Figure, ...]
    drawn: Drawn
    more: bool


def content(ledger: Ledger, memory: Memory, asked: Compared) -> dict[str, Any]:
    """What stands on the page: the measures to choose from, and where one is chosen, all that is said of it."""
    wanted, key = asked.filter, tuple(asked.query(theme=None))
    found = _kept(ledger, memory, asked, ("compare", key), lambda: _compared(ledger, memory, asked)) if key else None
    state = _state(ledger, asked)
    chooser = memory.of(state, ("choices", key), lambda: ledger.facets(wanted, tuple(CHOICES)))
    measures = () if found else _measures(ledger, memory, asked)
    return {"choices": chooser, "measures": measures, "compared": found}


def _measures(ledger: Ledger, memory: Memory, asked: Compared) -> tuple[Measured, ...]:
    """The measures among what fits."""
    return memory.of(
        _state(ledger, asked), ("measures", tuple(asked.query(theme=None))), lambda: ledger.measures(asked.filter)
    )


def of_measure(measured: Measured) -> Compared:
    """What the link of a measure asks for."""
    return Compared.model_validate({name: [value] for name in PARTS if (value := getattr(measured, name))})


def _state(ledger: Ledger, asked: Compared) -> int:
    """The state of what can be chosen: a verdict changes nothing of it, unless it is chosen by the status of claims."""
    return ledger.head() if asked.status else ledger.newest_change()


def _kept(ledger: Ledger, memory: Memory, asked: Compared, key: Hashable, answer: Callable[[], Found]) -> Found:
    """What follows from the figures that fit, known until one of them changes."""
    return memory.of(memory.changes.now(ledger), key, answer, Rests((asked.filter,)))


def _compared(ledger: Ledger, memory: Memory, asked: Compared) -> dict[str, Any] | None:
    """All that is said of the measure chosen; None where what fits is of several measures, or of none."""
    gathered = _gathered(ledger, memory, asked)
    try:
        heading = title([point.figure for point in gathered.drawn.points])
    except MeasureError:
        return None
    held = hold_together(gathered.figures, convention=asked.convention, most=PAIRS)
    points = sorted(gathered.drawn.points, key=lambda point: point.day, reverse=True)
    return {
        "title": heading, "caption": caption(gathered.drawn), "points": points, "more": gathered.more,
        **{name: _of(name, held.standings) for name in (CONTRADICTS, AGREES, NOT_COMPARABLE)},
        "unseen": held.unseen,
    }  # fmt: skip


def _of(verdict: str, standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    return tuple(standing for standing in standings if standing.verdict == verdict)


def _gathered(ledger: Ledger, memory: Memory, asked: Compared) -> Gathered:
    """The figures that fit, the latest days first where there are too many."""
    key = ("gathered", tuple(asked.query(theme=None, convention=None)))
    return _kept(ledger, memory, asked, key, lambda: _gather(ledger, asked))


def _gather(ledger: Ledger, asked: Compared) -> Gathered:
    standing, more = ledger.latest(asked.filter, most=MOST)
    return Gathered(standing, find_points(standing), more)


@pages.get("/compare")
def page(request: Request, ledger: OfLedger, memory: OfMemory, asked: OfCompared) -> HTMLResponse:
    """The page."""
    rest_on(request, *((asked.filter,) if asked.query(theme=None) else ()))
    around = {"asked": asked, "titles": CHOICES, "pairs": PAIRS, "rows": ROWS, "address": asked.query(theme=None)}
    return render(request, "compare.html", {**content(ledger, memory, asked), **around})


@api.get("/compare")
def twin(ledger: OfLedger, memory: OfMemory, asked: OfCompared) -> dict[str, Any]:
    """The measures to choose from; for one measure its figures, who contradicts whom, and what cannot be compared.

    `not_comparable` has up to 60 pairs of claimants who spoke at about one time; `unseen` counts those not looked at.
    """
    return content(ledger, memory, asked)


@api.get("/compare/chart", response_class=JSONResponse)
def chart(request: Request, ledger: OfLedger, memory: OfMemory, asked: OfCompared) -> Response:
    """The picture of one measure as a Vega-Lite specification; every mark has the id and the words of its claim."""
    drawn = _gathered(ledger, memory, asked).drawn
    asked_for = ("chart", tuple(asked.query()))
    try:
        made = _kept(ledger, memory, asked, asked_for, lambda: packed(chart_spec(drawn, asked.theme)))
    except MeasureError as error:
        raise HTTPException(422, str(error)) from error
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(made, media_type="application/json", headers={"Content-Encoding": "gzip"})
    return Response(gzip.decompress(made), media_type="application/json")


@pages.get("/compare/picture.{kind}")
@api.get("/compare/picture.{kind}", response_class=Response)
def picture(ledger: OfLedger, memory: OfMemory, asked: OfCompared, kind: Literal["svg", "png"]) -> Response:
    """The picture of one measure as SVG or PNG, with its title and caption."""
    drawn = _gathered(ledger, memory, asked).drawn
    asked_for = ("picture", kind, tuple(asked.query()))
    try:
        made = _kept(ledger, memory, asked, asked_for, lambda: picture_of(drawn, kind, asked.theme))
    except MeasureError as error:
        raise HTTPException(422, str(error)) from error
    return Response(made, media_type=TYPES[kind], headers=_attached(f"compare.{kind}"))


@pages.get("/compare/figures.csv")
@api.get("/compare/figures.csv", response_class=Response)
def table(ledger: OfLedger, memory: OfMemory, asked: OfCompared) -> Response:
    """The figures of the picture as CSV, each with its claimant, act, wording and link."""
    rows = table_of(_gathered(ledger, memory, asked).drawn)
    return Response("".join(rows), media_type="text/csv", headers=_attached("compare.csv"))


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
