"""The words of pages: months, weekdays and small words come from tables."""

from __future__ import annotations

import re

import pytest

from counterclaim.reading.wording import any_month, any_weekday, month_of, patterns


@pytest.mark.parametrize(("name", "number"), [("February", 2), ("SEPT", 9), ("Dec.", 12), ("Foo", 0)])
def test_month_by_any_of_its_names(name: str, number: int) -> None:
    """A whole name, a short one and one with a stop give the number; another word gives 0."""
    assert number == month_of(name)


def test_longest_name_of_a_month_is_taken_first() -> None:
    """ "Sept." is not read as "Sep" with a letter left over."""
    found = re.match(any_month(), "sept. 5")

    assert found is not None
    assert "sept" == found[1]


def test_weekday_is_known_by_its_short_form() -> None:
    """ "Thurs" begins a weekday."""
    assert re.match(any_weekday(), "Thursday")


def test_every_class_of_page_words_is_used() -> None:
    """No class of the table is empty: a misspelt one would silently match nothing."""
    classes = (
        "ordinal", "month_link", "clock_link", "afternoon", "stamp", "updated", "no_name", "particle", "caption",
        "credit", "no_author", "common", "telling",
    )  # fmt: skip

    assert [] == [kind for kind in classes if not patterns(kind)]
