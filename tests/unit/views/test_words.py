"""Fields in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.records import Mention, Period, Quantity
from counterclaim.views import words
from tests.fixtures.extractions import FULL

KILLED, TANKS, TRUCKS = FULL.claims


def quantity(low: int | None, high: int | None, form: str = "vague") -> Quantity:
    """A number with these bounds."""
    return Quantity(text="dozens", start=10, end=16, low=low, high=high, form=form)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (24, None, "24 or more"),
        (None, 80, "up to 80"),
        (30, 40, "30 to 40"),
        (2870, 2870, "2,870"),
        (None, None, "no bounds"),
    ],
)
def test_bounds(low: int | None, high: int | None, expected: str) -> None:
    """Both ends are said; an open end stays open."""
    assert expected == words.bounds(quantity(low, high))


def test_qualifier_keeps_its_side_of_the_number() -> None:
    """'30 or more' is not turned into 'or more 30'."""
    after = replace(quantity(30, None, "at_least"), qualifier=Mention(text="or more", start=17, end=24))

    assert "dozens or more" == words.how_many(after)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(basis="cumulative", start="2022-02-24", end="2022-02-27"), "2022-02-24/2022-02-27, running total"),
        (Period(basis="event", start="2022-02-27", end="2022-02-27"), "2022-02-27, one event"),
        (Period(basis="cumulative", end="2022-02-27"), "until 2022-02-27, running total"),
        (Period(basis="rate", per="day"), "per day"),
        (Period(basis="unspecified"), "no period"),
    ],
)
def test_period(period: Period, expected: str) -> None:
    """Days and basis, each only as far as known."""
    assert expected == words.when(period)


def test_place_shows_both_spellings() -> None:
    """The article's spelling stands before the gazetteer's."""
    assert KILLED.place is not None
    assert "near Alpha (Alfa)" == words.where(replace(KILLED.place, name="Alfa"))


def test_unresolved_place_says_so() -> None:
    """A place that was not chosen is shown and not guessed."""
    assert ("Alpha (not resolved)", "not known") == (words.where(TRUCKS.place), words.where(None))


def test_unknown_side_is_said_to_be_unknown() -> None:
    """A side that is not known is said to be unknown."""
    assert ("side not known", "Southland, by Northland") == (words.whose(TRUCKS), words.whose(TANKS))
