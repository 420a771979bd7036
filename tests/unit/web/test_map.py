"""The map: coasts, lakes, and places all marked alike."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from counterclaim.extraction import Extraction
from counterclaim.web.outline import WIDE, View, paths, read_view, rings, view_of
from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened


def located(found: Extraction, latitude: float, longitude: float) -> Extraction:
    """The extraction with coordinates at its places."""
    placed = [(one, one.place) for one in found.claims if one.place]
    claims = (replace(one, place=replace(place, latitude=latitude, longitude=longitude)) for one, place in placed)
    return replace(found, claims=tuple(claims))


def test_places_are_marked_alike(opened: Opened) -> None:
    """One claim or three, either side: the same mark."""
    north = located(report(Said()), 50.0, 30.0)
    south = located(
        report(Said(whose="Northland", number="5"), Said(whose="Northland", number="6"), key="https://two.example"),
        49.0, 36.0,
    )  # fmt: skip
    marks = re.findall(
        r"<circle class=\"spot\" cx=\"[\d.]+\" cy=\"[\d.]+\" (r=\"\d+\")>", opened(north, south).get("/map").text
    )

    assert ['r="6"'] * 2 == marks


def test_every_number_beside_the_map_has_its_claimant(opened: Opened) -> None:
    """The list names who says it and leads to where it was read."""
    page = opened(located(report(Said()), 50.0, 30.0)).get("/map").text

    assert '<strong><bdi>Army (Northland)</bdi></strong> <span class="act">stated</span>' in page
    assert 'href="https://news.example/alpha"' in page


def test_claims_without_coordinates_are_not_on_it(opened: Opened) -> None:
    """No coordinates, no mark: nothing is put at a guess."""
    assert [] == opened(report(Said())).get("/api/map").json()["spots"]


def test_view_holds_all_points() -> None:
    """The first view shows every place."""
    view = view_of([(30.0, 50.0), (36.0, 49.0)])

    assert all(0 <= view.place(*point)[0] <= WIDE for point in ((30.0, 50.0), (36.0, 49.0)))


@pytest.mark.parametrize("words", ["", "35,48", "a,b,c", "35,48,-1", "35,99,10", "nan,1,2"])
def test_odd_views_are_none(words: str) -> None:
    """What is no view is refused, not drawn."""
    assert read_view(words) is None


def test_odd_view_is_told(opened: Opened) -> None:
    """The page says what was expected."""
    answer = opened().get("/map?view=nowhere")

    assert (422, True) == (answer.status_code, "longitude,latitude,width" in answer.text)


def test_no_line_jumps_over_the_whole_map() -> None:
    """Coasts that cross the 180th degree go on beyond it."""
    longest = max(
        abs(x - u) for ring in rings() for (x, y), (u, _) in zip(ring.points, ring.points[1:], strict=False) if y > -89
    )  # fmt: skip

    assert longest < 30


def test_lakes_and_coasts_are_drawn() -> None:
    """The Black Sea's coast and lake Baikal are there; a view of open sea is empty."""
    assert paths(View(34.0, 44.0, 20.0))["land"].startswith("M")
    assert paths(View(108.0, 53.0, 20.0))["lakes"].startswith("M")
    assert {"land": "", "lakes": ""} == paths(View(-30.0, 0.0, 5.0))
