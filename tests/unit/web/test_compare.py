"""The comparing page: what can be compared, the picture of it, and who contradicts whom."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened

GUARDS = "guards of the harbour arsenal"
NORTH = Said(number="12", whom=GUARDS)
SOUTH = Said(who="The Southland army", org="Army (Southland)", side="Southland", number="3", whom=GUARDS)
SHIPS = Said(number="2", whom="ships", category="ship", event="destroyed")
TWO = (report(NORTH), report(SOUTH, key="https://two.example/beta"))
KILLED = "event=killed&category=combatant"


def _marks(node: Any) -> list[dict[str, Any]]:
    """Every datum of a specification that stands for a claim."""
    if isinstance(node, dict):
        own = [node] if "claim" in node and "said" in node else []
        return own + [mark for value in node.values() for mark in _marks(value)]
    return [mark for value in node for mark in _marks(value)] if isinstance(node, list) else []


def test_measures_that_exist_are_offered_with_counts(opened: Opened) -> None:
    """Without a choice: every measure, that of most claimants first."""
    found = opened(*TWO, report(SHIPS, key="https://three.example")).get("/api/compare").json()

    told = [(one["category"], one["event"], one["claimants"], one["claims"]) for one in found["measures"]]
    assert [("combatant", "killed", 2, 2), ("ship", "destroyed", 1, 1)] == told
    assert ["killed", 2] in found["choices"]["fields"]["event"]


def test_empty_ledger_says_what_to_do(opened: Opened) -> None:
    """Nothing to compare: add articles."""
    assert "Add articles" in opened().get("/compare").text


def test_contradiction_shows_both_sentences_with_claimant_act_and_link(opened: Opened) -> None:
    """Two numbers that cannot both be right stand beside each other, each with who said it, how and where."""
    page = opened(*TWO).get(f"/compare?{KILLED}").text

    for claimant, link in (
        ("Army (Northland)", "https://news.example/alpha"),
        ("Army (Southland)", "https://two.example/beta"),
    ):
        assert f'<strong><bdi>{claimant}</bdi></strong> <span class="act">stated</span>' in page
        assert f'<a href="{link}" rel="noopener noreferrer">' in page
    assert "Contradictions (1)" in page
    assert "<b>4.00 times</b> apart" in page


def test_what_cannot_be_compared_says_why(opened: Opened) -> None:
    """Figures of one thing for other days are beside each other with the reason."""
    later = Said(who="The Southland army", org="Army (Southland)", side="Southland", number="30", day="2031-05-06")
    found = opened(report(NORTH), report(later, key="https://two.example/beta")).get(f"/api/compare?{KILLED}").json()

    [pair] = found["compared"]["not_comparable"]
    assert any("other period" in reason for reason in pair["reasons"])


def test_chart_marks_know_their_claims_and_lead_nowhere_else(opened: Opened) -> None:
    """Each mark has the id and the words of its claim; no mark leads out of the page."""
    client = opened(*TWO)
    answer = client.get(f"/api/compare/chart?{KILLED}")
    figures = {figure["claim"] for figure in client.get("/api/claims?kind=claim").json()["figures"]}

    assert figures == {mark["claim"] for mark in _marks(answer.json())}
    assert all("stated" in mark["said"] and "“" in mark["said"] for mark in _marks(answer.json()))
    assert '"href"' not in json.dumps(answer.json())


def test_chart_is_sent_packed_or_plain(opened: Opened) -> None:
    """Who cannot unpack gets it as it is."""
    client = opened(*TWO)
    plain = client.get(f"/api/compare/chart?{KILLED}", headers={"Accept-Encoding": "identity"})

    assert "content-encoding" not in plain.headers
    assert plain.json() == client.get(f"/api/compare/chart?{KILLED}").json()


def test_downloads(opened: Opened) -> None:
    """The picture as SVG and PNG, its figures as CSV with wording and link."""
    client = opened(*TWO)
    svg, png, csv = (client.get(f"/compare/{name}?{KILLED}") for name in ("picture.svg", "picture.png", "figures.csv"))

    assert b"<svg" in svg.content
    assert png.content.startswith(b"\x89PNG")
    assert "https://two.example/beta" in csv.text
    assert all("attachment" in answer.headers["content-disposition"] for answer in (svg, png, csv))


def test_several_measures_are_not_one_picture(opened: Opened) -> None:
    """A choice that several measures fit offers those instead of mixing them."""
    client = opened(report(NORTH, SHIPS))
    page = client.get("/compare?side=Southland").text

    assert "Measures that fit" in page
    assert 422 == client.get("/api/compare/chart?side=Southland").status_code


def test_rejected_figures_are_left_out(opened: Opened) -> None:
    """What a person rejected contradicts nobody."""
    client = opened(*TWO)
    claim = client.get("/api/claims?claimant=Army+(Southland)&kind=claim").json()["figures"][0]["claim"]
    client.post("/review/judge", data={"claim": claim, "verdict": "reject"})

    assert [] == client.get(f"/api/compare?{KILLED}").json()["compared"]["contradicts"]


def test_sides_swapped_swap_the_page(opened: Opened) -> None:
    """Measures and pairs know nothing of which side it is."""
    page = opened(*TWO).get(f"/compare?{KILLED}").text
    classes = re.findall(r'class="([^"]*)"', page)

    assert not [name for name in classes if "land" in name.lower()]


def test_scripts_of_the_chart_load_only_with_a_chart(opened: Opened) -> None:
    """Vega is on the page only where there is something to draw."""
    client = opened(*TWO)

    assert "vega" not in client.get("/compare").text
    assert "vega" in client.get(f"/compare?{KILLED}").text


def test_words_of_articles_are_shown_as_text(opened: Opened) -> None:
    """A name that is a script stays a name, on the page and in the chart's data."""
    evil = Said(who="<script>alert(1)</script>", org="<img src=x onerror=alert(1)>")
    page = opened(report(evil)).get(f"/compare?{KILLED}").text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
