"""The first page."""

from __future__ import annotations

import pytest

from counterclaim.web.pages import overview
from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened

WHOM = "marines of the flooded ferry"  # words that tell one incident
OTHER = Said(who="The Southland army", org="Army (Southland)", side="Southland", number="3", whom=WHOM)


def test_empty_ledger_explains_the_next_step(opened: Opened) -> None:
    """Nothing there: add articles, or read the two examples by one button."""
    page = opened().get("/").text

    assert "Nothing here yet" in page
    assert 'action="/add/examples"' in page


def test_counts_and_disputes(opened: Opened) -> None:
    """What is in the ledger, and two who cannot both be right."""
    found = opened(report(Said(whom=WHOM)), report(OTHER, key="https://two.example")).get("/api/overview").json()

    assert (2, 2, 2) == tuple(found["tally"][name] for name in ("articles", "claims", "statements"))
    assert {"contradictions": 1, "denials": 0, "alarms": 0} == found["counts"]


def test_large_ledger_is_looked_through_on_demand(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of claims disputes are looked for only where somebody asks."""
    monkeypatch.setattr(overview, "MOST", 1)
    monkeypatch.setattr(overview, "MOST_AFTER", 1)
    client = opened(report(Said(whom=WHOM)), report(OTHER, key="https://two.example"))

    assert 'href="/?look=true"' in client.get("/").text
    assert client.get("/api/overview").json()["counts"] is None
    assert 1 == client.get("/api/overview?look=true").json()["counts"]["contradictions"]


def test_ledger_of_some_size_is_looked_through_after_the_page_is_shown(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page comes at once and asks for the rest by itself; what comes then does not ask again."""
    monkeypatch.setattr(overview, "MOST", 1)
    client = opened(report(Said(whom=WHOM)), report(OTHER, key="https://two.example"))
    asked = ['hx-get="/?look=true"' in client.get(address).text for address in ("/", "/?look=true")]

    assert [True, False] == asked


def test_page_follows_the_ledger(opened: Opened) -> None:
    """What is remembered is forgotten when something is added."""
    client = opened(report(Said(whom=WHOM)))
    before = client.get("/api/overview").json()["tally"]["claims"]
    client.app.state.ledger.add_extractions([report(OTHER, key="https://two.example")], now="2031-05-09T00:00:00Z")  # type: ignore[attr-defined]  # the client hides the application's type

    assert (1, 2) == (before, client.get("/api/overview").json()["tally"]["claims"])
