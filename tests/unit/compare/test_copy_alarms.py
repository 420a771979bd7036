"""Figures that changed in copies."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.compare.copy_alarms import find_changed_copies
from counterclaim.figures import Figure
from tests.fixtures.figures import figure

SAID = "Northland's ministry said on Monday that 498 soldiers had died since the fighting in the valley began."


def origin(number: int = 498, **told: Any) -> Figure:
    """The figure as the first article has it."""
    return figure(number, **({"said": SAID.replace("498", f"{number:,}"), "quantity": f"{number:,}"} | told))


def copy(number: int, **told: Any) -> Figure:
    """The figure as a carrier of that article has it."""
    return origin(number, **({"article": "b", "origin": "a", "published": "2031-05-07"} | told))


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [(498, 489, "digits transposed"), (1597, 15970, "factor of ten"), (1597, 159, "digit dropped")],
)
def test_changed_number_is_named(before: int, after: int, edit: str) -> None:
    """498 copied as 489, 1,597 as 15,970: both figures and the slip."""
    first, second = origin(before), copy(after)
    [alarm] = find_changed_copies([first, second])

    assert ("copied_figure_changed", first, second, edit) == (alarm.kind, alarm.first, alarm.second, alarm.edit)
    assert after - before == alarm.off


def test_dropped_bound_is_named() -> None:
    """ "More than 498" copied as "498"."""
    [alarm] = find_changed_copies([origin(high=None, form="at_least"), copy(498)])

    assert "bound dropped" == alarm.edit


def test_faithful_copy_is_no_alarm() -> None:
    """The same figure in a copy is nothing to tell, in whatever sentence."""
    assert [] == list(find_changed_copies([origin(), copy(498)]))
    assert [] == list(find_changed_copies([origin(), copy(498, said="A toll of 498 soldiers was given.")]))


def test_updated_toll_is_no_slip() -> None:
    """12 that became 15 in a later version of the report is an update."""
    assert [] == list(find_changed_copies([origin(12), copy(15)]))


def test_number_of_another_article_is_no_slip() -> None:
    """Without a common origin a like sentence with another number is another claim."""
    assert [] == list(find_changed_copies([origin(), copy(489, origin=None)]))


def test_changed_category_is_told() -> None:
    """498 casualties that became 498 killed."""
    words = SAID.replace("soldiers had died", "casualties had occurred")
    [alarm] = find_changed_copies([origin(event="casualties", said=words), copy(498)])

    assert ("category_changed", "498 person casualties became person killed") == (alarm.kind, alarm.why)


def test_wider_word_is_no_changed_category() -> None:
    """Soldiers that became people are told less precisely, not otherwise."""
    assert [] == list(find_changed_copies([origin(category="combatant"), copy(498)]))
