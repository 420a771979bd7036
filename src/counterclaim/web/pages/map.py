"""Map: claims with coordinates on coasts and lakes; no borders, no areas, every place marked alike."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse

from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.web.asking import OfLedger
from counterclaim.web.outline import HIGH, WIDE, View, paths, read_view, view_of
from counterclaim.web.remembering import Memory, OfMemory
from counterclaim.web.rendering import render
from counterclaim.web.resting import Rests, rest_on
from counterclaim.web.wanted import Chosen, One

MOST = 600  # claims on one map, the newest that fit
LISTED = 3  # claims listed for a place
LONGEST = 60  # places listed
MOVES = {"Zoom in": {"width": 0.5}, "Zoom out": {"width": 2.0}, "West": {"right": -0.35}, "East": {"right": 0.35},
         "North": {"up": 0.35}, "South": {"up": -0.35}}  # fmt: skip

pages, api = APIRouter(), APIRouter()


class Seen(Chosen):
    """Which claims, and which part of the earth."""

    view: One = Field(None, description="longitude,latitude,width in degrees; all places unless told.")


OfSeen = Annotated[Seen, Query()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place with the claims about it, newest first."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    precision: str | None
    figures: tuple[Figure, ...]


def content(ledger: Ledger, memory: Memory, seen: Seen) -> dict[str, Any]:
    """What stands on the page: the places, most claimed first, and the view."""
    asked = tuple(seen.query(view=None))
    spots, counted = memory.of(ledger.head(), ("map", asked), lambda: _spots(ledger, seen), Rests((seen.filter,)))
    view = read_view(seen.view) if seen.view else view_of((spot.longitude, spot.latitude) for spot in spots)
    if view is None:
        raise HTTPException(422, f"view={seen.view}: expected longitude,latitude,width, such as view=35,48,20")
    return {"spots": spots, "view": view, "counted": counted, "all": counted < MOST}


def _spots(ledger: Ledger, seen: Seen) -> tuple[tuple[Spot, ...], int]:
    located = [figure for figure in ledger.located(seen.filter, most=MOST) if figure.latitude is not None]
    ordered = sorted(located, key=_place)
    spots = [_spot(tuple(group)) for _, group in groupby(ordered, key=_place)]
    return tuple(sorted(spots, key=lambda spot: (-len(spot.figures), spot.name))), len(located)


def _place(figure: Figure) -> tuple[float, float, str]:
    return figure.latitude or 0.0, figure.longitude or 0.0, figure.place or ""


def _spot(figures: tuple[Figure, ...]) -> Spot:
    first = figures[0]
    return Spot(
        name=first.place or "", country=first.country, latitude=first.latitude or 0.0, longitude=first.longitude or 0.0,
        precision=first.precision, figures=figures,
    )  # fmt: skip


@pages.get("/map")
def page(request: Request, ledger: OfLedger, memory: OfMemory, seen: OfSeen) -> HTMLResponse:
    """The page."""
    rest_on(request, seen.filter)
    found = content(ledger, memory, seen)
    view: View = found["view"]
    around = {
        "seen": seen, "paths": paths(view), "wide": WIDE, "high": HIGH,
        "listed": LISTED, "longest": LONGEST, "most": MOST,
        "moves": {name: seen.query(view=str(view.moved(**by))) for name, by in MOVES.items()},
        "home": seen.query(view=None),
        "in_view": [s for s in found["spots"] if view.shows((s.longitude, s.latitude, s.longitude, s.latitude))],
    }  # fmt: skip
    return render(request, "map.html", {**found, **around})


@api.get("/map")
def twin(ledger: OfLedger, memory: OfMemory, seen: OfSeen) -> dict[str, Any]:
    """The places with the claims about them that have coordinates, and the view that holds them."""
    return content(ledger, memory, seen)
