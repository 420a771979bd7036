"""Figures as points: which line they are of, what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.figures import Figure
from counterclaim.plots.points import MOST_ROWS, find_points
from tests.fixtures.figures import daily, figure, total


def lines(*figures: Figure) -> list[str]:
    return list(find_points(figures).lines)


def test_claimant_names_its_line() -> None:
    """One line a claimant, by name, where nothing else differs."""
    assert ["Army (Northland)", "Health Ministry (Southland)"] == lines(
        figure(1), total(5, "2031-05-05", side="Southland")
    )


def test_totals_of_two_sides_are_two_lines() -> None:
    """What one ministry says of two sides' dead is never one line, and both names say whose."""
    found = lines(total(5, "2031-05-05", side="Southland"), total(7, "2031-05-06", side="Northland"))

    assert ["Health Ministry (Southland), Northland", "Health Ministry (Southland), Southland"] == found


def test_countries_have_their_names() -> None:
    """Where figures are of several countries, the lines say which, by name."""
    found = lines(figure(1, country="KE"), figure(2, country="TZ"))

    assert ["Army (Northland), Kenya", "Army (Northland), Tanzania"] == found


def test_totals_with_other_beginnings_are_two_lines() -> None:
    """Totals since different days do not belong together."""
    found = lines(total(5, "2031-05-05"), total(7, "2031-05-06", start=None))

    assert ["since 2031-01-01", "start not stated"] == [name.rsplit(", ", 1)[1] for name in found]


def test_totals_and_days_of_a_claimant_share_their_name() -> None:
    """What one body says of a day and of the whole war stands under one name, in one colour."""
    assert ["Health Ministry (Southland)"] == lines(total(5, "2031-05-05"), daily(2, "2031-05-05"))


def test_a_scope_is_said() -> None:
    """A narrower count says so in its name."""
    found = lines(total(9, "2031-05-05"), total(5, "2031-05-05", claimant="Counters", scope="visually confirmed"))

    assert ["Counters, visually confirmed", "Health Ministry (Southland)"] == found


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "statement"}, "statements without a figure"),
        ({"low": None, "high": None, "form": "vague"}, "words without a number"),
        ({"modality": "planned"}, "planned"),
        ({"status": "rejected"}, "rejected by a person"),
        ({"basis": "cumulative", "end": None}, "no day is known"),
        ({"basis": "period", "start": None}, "no first day is known"),
    ],
)
def test_left_out_with_a_reason(fields: dict[str, Any], reason: str) -> None:
    """What cannot be drawn is counted by reason, and no day is made up."""
    drawn = find_points([figure(5, **fields)])

    assert ((), {reason: 1}) == (drawn.points, drawn.left_out)


def test_falls_are_marked() -> None:
    """A total that is lower than the one before is marked; a fall of another claimant is not."""
    figures = [total(9, "2031-05-05"), total(8, "2031-05-06"), total(3, "2031-05-06", claimant="Other")]
    marked = [point.figure.low for point in find_points(figures).points if point.revised]

    assert [8] == marked


def test_what_revises_is_marked() -> None:
    """A figure that says it revises another is marked."""
    [point] = find_points([figure(21, relation="revises")]).points

    assert point.revised


def test_order_does_not_matter() -> None:
    """The same figures in any order make the same picture."""
    figures = [total(9, "2031-05-05"), total(8, "2031-05-06"), figure(3), figure(4, claimant="Other")]

    assert find_points(figures) == find_points(figures[::-1])


def test_many_single_figures_need_a_day() -> None:
    """Where there are too many single figures for a row each, one without a day cannot be placed."""
    drawn = find_points([figure(n) for n in range(1, MOST_ROWS + 2)] + [figure(500, start=None, end=None)])

    assert (MOST_ROWS + 1, {"no day is known": 1}) == (len(drawn.points), drawn.left_out)
