"""Slips between a number and its copy, by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.compare.edits import name_edit, number_edit
from tests.fixtures.figures import figure


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        (498, 489, "digits transposed"),
        (1597, 15970, "factor of ten"),
        (1597, 159, "digit dropped"),
        (1597, 15597, "digit added"),
        (2000, 2_000_000, "factor of a thousand"),
        (498, 468, "one digit changed"),
        (12, 15, None),
        (12, 21, None),
        (498, 731, None),
        (498, 498, None),
    ],
)
def test_named_edit(before: int, after: int, edit: str | None) -> None:
    """A slip has a name; a change of a small number, or of all digits, is none: it may be an update."""
    assert edit == number_edit(before, after)


def test_bounds() -> None:
    """A bound may be dropped, added or turned round with the number kept."""
    plain, least = figure(170), figure(170, high=None, form="at_least")
    most = figure(170, low=None, form="at_most")

    assert "bound dropped" == name_edit(least, plain)
    assert "bound added" == name_edit(plain, least)
    assert "bound turned round" == name_edit(least, most)
    assert name_edit(plain, figure(170)) is None


@given(st.integers(0, 10**6))
def test_a_number_is_no_slip_of_itself(number: int) -> None:
    """What was copied unchanged has no edit."""
    assert number_edit(number, number) is None
