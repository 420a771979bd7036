"""The claimants page: who claims how much, merged and taken apart again."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.fixtures.reports import Said, report
from tests.unit.web.conftest import Opened

NORTH = Said()
SOUTH = Said(who="The Southland army", org="Army (Southland)", side="Southland", number="3")
BOTH = (report(NORTH), report(SOUTH, key="https://two.example"))
ONE = {"one": "Army (Northland)", "other": "Army (Southland)"}


def _names(opened_page: str) -> list[str]:
    return re.findall(r'<a href="/claims\?claimant=[^"]*"><bdi>([^<]*)</bdi>', opened_page)


def test_names_with_counts(opened: Opened) -> None:
    """Every name under which claims stand, with how many."""
    found = opened(*BOTH).get("/api/claimants").json()["claimants"]

    assert {("Army (Northland)", 2), ("Army (Southland)", 2)} == {
        (one["named"]["claimant"], one["named"]["claims"]) for one in found
    }


def test_registered_names_show_their_spellings(opened: Opened) -> None:
    """What the tables of names know of a claimant stands beside it."""
    page = opened(report(Said(who="The Russian Defence Ministry", org="Ministry of Defence (Russia)"))).get(
        "/claimants"
    )

    assert "spellings</summary>" in page.text


def test_merge_and_undo(opened: Opened) -> None:
    """Two names become one, and two again."""
    client = opened(*BOTH)
    merged = client.post("/claimants/same", data=ONE).text
    entry = re.findall(r'name="entry" value="(\d+)"', merged)
    undone = client.post("/claimants/undo", data={"entry": entry[0]}).text

    assert ["Army (Northland)"] == _names(merged)
    assert ["Army (Northland)", "Army (Southland)"] == _names(undone)
    assert "Taken back" in undone


def test_unknown_name_is_refused(opened: Opened) -> None:
    """A name that nobody claims under cannot be merged."""
    answer = opened(*BOTH).post("/claimants/same", data={**ONE, "other": "Nobody"})

    assert 422 == answer.status_code
    assert "nobody of this name claims anything" in answer.text


def test_private_people_are_not_listed(opened: Opened) -> None:
    """A person who speaks for nobody is counted, not named: the list is no dossier."""
    found = report(NORTH)
    [claim] = found.claims
    alone = replace(claim.sources[0], name="Ada Doe", org=None, side=None)
    own = replace(found, claims=(replace(claim, sources=(alone,)),), statements=())
    page = opened(own).get("/claimants").text

    assert "Ada Doe" not in page
    assert "1 name is of people who speak for no body" in page


def test_search(opened: Opened) -> None:
    """Only names with these words in them, in any case."""
    assert ["Army (Southland)"] == _names(opened(*BOTH).get("/claimants?q=south").text)
