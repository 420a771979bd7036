"""Figures that changed from one quotation to the next."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.compare.quote_alarms import find_changed_quotes
from counterclaim.figures import Figure
from tests.fixtures.figures import figure

SAID = "The General Staff of Northland said that 1,597 soldiers had died in the valley in a single day."


def quote(number: int = 1597, **told: Any) -> Figure:
    """What an article quotes."""
    words = f"{number:,}"
    return figure(number, **({"said": SAID.replace("1,597", words), "quantity": words} | told))


def later(number: int, **told: Any) -> Figure:
    """What another article, a day later and no copy of the first, quotes."""
    return quote(number, **({"article": "b", "published": "2031-05-07"} | told))


@pytest.mark.parametrize(
    ("number", "edit"), [(15970, "factor of ten"), (1579, "digits transposed"), (157, "digit dropped")]
)
def test_slip_in_a_quotation(number: int, edit: str) -> None:
    """The same words of the same claimant with another number, by a slip."""
    first, second = quote(), later(number)
    [alarm] = find_changed_quotes([second, first])

    assert ("copied_figure_changed", first, second, edit) == (alarm.kind, alarm.first, alarm.second, alarm.edit)


def test_changed_event_in_a_quotation() -> None:
    """1,597 casualties that became 1,597 killed."""
    words = SAID.replace("soldiers had died", "soldiers had been lost")
    [alarm] = find_changed_quotes([quote(event="casualties", said=words), later(1597)])

    assert "category_changed" == alarm.kind


@pytest.mark.parametrize(
    "told",
    [{"claimant": "Guard (Southland)"}, {"end": "2031-05-06"}, {"place": "Elmford"}, {"published": "2031-06-07"},
     {"origin": "x"}, {"restates": "x"}, {"article": "a"}, {"said": "In all 15,970 are dead, it says."}],
)  # fmt: skip
def test_other_quotations_are_no_slip(told: dict[str, Any]) -> None:
    """Another claimant, day, place, month, other words, a copy or a repetition is no changed quotation."""
    assert [] == list(find_changed_quotes([quote(), later(15970, **told)]))


def test_one_changed_digit_may_be_another_figure() -> None:
    """1,597 and 1,697 may be two days' figures; 1,597 again is the same."""
    assert [] == list(find_changed_quotes([quote(), later(1697), later(1597, article="c")]))


def test_figure_that_was_quoted_rightly_as_well() -> None:
    """A number that an earlier article has is no slip of it."""
    known = [quote(), quote(15970, article="c", published="2031-05-06")]

    assert [] == [alarm for alarm in find_changed_quotes([*known, later(15970)]) if alarm.second.article == "b"]
