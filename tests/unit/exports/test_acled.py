"""Rows in ACLED's shape."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from counterclaim.exports import acled
from counterclaim.exports.leaving_out import LeftOut
from counterclaim.exports.tables import table
from counterclaim.vocabulary import CATEGORIES, EVENTS
from tests.fixtures.rows import row


def shaped(convention: str | None = None, **fields: Any) -> tuple[list[dict[str, str]], list[str]]:
    """The rows in the shape, and the reasons of those left out."""
    left_out: list[LeftOut] = []
    lines = "".join(acled.render([row(0, **fields)], left_out.append, convention=convention))
    return list(csv.DictReader(io.StringIO(lines))), [item.reason for item in left_out]


def cells(*names: str, **fields: Any) -> tuple[str, ...]:
    """Some cells of the one row."""
    [found], [] = shaped(**fields)
    return tuple(found[name] for name in names)


def test_fatalities_are_the_lower_bound() -> None:
    """ACLED takes the most conservative number: 'at least 12' is 12."""
    assert ("12", "12", "") == cells("fatalities", "low", "high")


@pytest.mark.parametrize("event", ["injured", "destroyed", "abducted"])
def test_no_fatalities_of_other_events(event: str) -> None:
    """Who was hurt or taken is not dead, and nobody being known to be dead is not nought."""
    assert ("",) == cells("fatalities", event=event)


def test_totals_are_left_out() -> None:
    """A running total never becomes fatalities of an event."""
    assert ([], ["a running total, never an incident"]) == shaped(basis="cumulative")


def test_words_say_by_what() -> None:
    """The sentence names a drone strike: the event type follows by the table of words."""
    found = cells("event_type", "sub_event_type", evidence="A drone strike killed 12.")

    assert ("Explosions/Remote violence", "Air/drone strike") == found


def test_two_kinds_settle_nothing() -> None:
    """Clashes and shelling in one sentence leave the event type empty."""
    assert ("", "") == cells("event_type", "disorder_type", evidence="Clashes and shelling killed 12.")


def test_vague_words_by_convention() -> None:
    """Vague words give fatalities only by a convention that the row names."""
    vague = {"form": "vague", "quantity": "dozens", "low": 24, "high": None}

    assert ("", "") == cells("fatalities", "convention", **vague)
    assert ("12", "acled") == cells("fatalities", "convention", **vague, convention="acled")


@pytest.mark.parametrize(("end", "code"), [("2031-05-06", "1"), ("2031-05-09", "2"), ("2031-05-20", "3")])
def test_time_precision(end: str, code: str) -> None:
    """A day is 1, a week 2, a month 3; the first day is given, never one in the middle."""
    assert ("2031-05-06", code) == cells("event_date", "time_precision", end=end)


def test_more_than_a_month_is_left_out() -> None:
    """ACLED has no code for longer periods."""
    assert ([], ["covers more than a month"]) == shaped(end="2031-08-01")


def test_sides_are_treated_alike() -> None:
    """With sides exchanged the actors are exchanged and nothing else."""
    one = cells("actor1", "actor2", actor="Northland", side="Southland")
    two = cells("actor1", "actor2", actor="Southland", side="Northland")

    assert (("Northland", "Southland"), ("Southland", "Northland")) == (one, two)


def test_mappings_name_events_and_categories_of_the_format() -> None:
    """Each line of the table is of an event and a target that there are."""
    lines = table("acled_events")

    assert [] == [line for line in lines if line["event"] not in EVENTS or line["target"] not in ("any", *CATEGORIES)]
