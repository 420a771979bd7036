"""The list of claims: what can be chosen, paged through and taken along."""

from __future__ import annotations

import json
import re

import pytest

from counterclaim.web.pages import claims
from counterclaim.web.wanted import Listed
from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened

NORTH = Said(number="12", day="2031-05-07")
SOUTH = Said(who="The Southland army", org="Army (Southland)", side="Southland", whose="Northland", number="40",
             place="Beta", country="BB")  # fmt: skip
BOTH = report(NORTH, SOUTH)


def test_every_number_has_its_claimant_act_and_link(opened: Opened) -> None:
    """A card names who says it, what they did, and leads to where it was read."""
    page = opened(BOTH).get("/claims?kind=claim").text

    for card in page.split('<div class="claim ')[1:]:
        assert re.search(r"<strong><bdi>Army \((North|South)land\)</bdi></strong> <span class=\"act\">stated<", card)
        assert '<a href="https://news.example/alpha" rel="noopener noreferrer">' in card


def test_filters_narrow_the_list(opened: Opened) -> None:
    """Fields of the address choose; what was chosen can be taken away again."""
    client = opened(BOTH)
    page = client.get("/claims?kind=claim&claimant=Army+(Southland)").text

    assert ["40"] == re.findall(r"<b><bdi>(\d+)</bdi></b>", page)
    assert "Without </span>Who says it: <bdi>Army (Southland)" in page


def test_facets_count_without_their_own_filter(opened: Opened) -> None:
    """Who chose one claimant still sees how many claims the others have."""
    found = opened(BOTH).get("/api/claims?kind=claim&claimant=Army+(Southland)").json()

    assert [["Army (Northland)", 1], ["Army (Southland)", 1]] == found["facets"]["fields"]["claimant"]
    assert [["BB", 1]] == found["facets"]["fields"]["country"]


def test_pages_lead_forward_and_back(opened: Opened) -> None:
    """The next page has what the first has not, and its way back leads to the first."""
    client = opened(BOTH)
    first = client.get("/claims?kind=claim&limit=1").text
    second = client.get(_link(first, "next")).text
    back = client.get(_link(second, "prev")).text

    assert ["40", "12", "40"] == [re.findall(r"<b><bdi>(\d+)</bdi></b>", page)[0] for page in (first, second, back)]
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in second


def _link(page: str, rel: str) -> str:
    [found] = re.findall(rf'rel="{rel}" href="([^"]+)"', page)
    return str(found).replace("&amp;", "&")


def test_trail_goes_back_page_by_page() -> None:
    """From the third page the way back is the second, and from there the first."""
    third = Listed.model_validate({"after": "c", "trail": ".b"})
    second = dict(third.previous_query() or ())

    assert {"after": "b", "trail": ""} == second
    assert [] == Listed.model_validate(second).previous_query()


def test_words_are_searched_for(opened: Opened) -> None:
    """`q` looks into the sentences."""
    found = opened(BOTH).get("/api/claims?kind=claim&q=Beta").json()

    assert ["40"] == [figure["quantity"] for figure in found["figures"]]


def test_unknown_field_is_refused(opened: Opened) -> None:
    """A field that is none is an error, not a list of everything."""
    assert 422 == opened(BOTH).get("/claims?clamaint=Army").status_code


def test_wrong_mark_is_refused(opened: Opened) -> None:
    """A mark that no page gave is told in words."""
    answer = opened(BOTH).get("/claims?after=nonsense")

    assert (400, True) == (answer.status_code, "no mark of a page" in answer.text)


def test_what_fits_can_be_taken_along(opened: Opened) -> None:
    """CSV has a row for each claim that fits, JSON Lines the article."""
    client = opened(BOTH)
    rows = client.get("/claims.csv?kind=claim&claimant=Army+(Southland)")
    lines = client.get("/claims.jsonl?kind=claim")

    assert 2 == len(rows.text.splitlines())
    assert 'attachment; filename="claims.csv"' == rows.headers["content-disposition"]
    assert [2] == [len(json.loads(line)["claims"]) for line in lines.text.splitlines()]


def test_chosen_value_is_offered_however_rare(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that few claims have stays in the form once it is chosen: the next filter must not lose it."""
    monkeypatch.setattr(claims, "AT_ONCE", 1)
    monkeypatch.setattr(claims, "LONGEST", 1)
    page = opened(BOTH).get("/claims?kind=claim&claimant=Army+(Southland)").text

    assert 'value="Army (Southland)" checked' in page
    assert "Rarer ones" not in page
