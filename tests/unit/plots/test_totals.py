"""Steps of running totals: nothing is filled in."""

from __future__ import annotations

from counterclaim.figures import Figure
from counterclaim.plots.points import Point, find_points
from counterclaim.plots.totals import holds, steps
from tests.fixtures.figures import total


def line(*figures: Figure) -> tuple[Point, ...]:
    return find_points(figures).points


def corners(*figures: Figure) -> list[tuple[str, int, str]]:
    return [(corner["x"][:10], corner["y"], corner["piece"][-1]) for corner in steps(line(*figures))]


def test_a_total_is_held_until_the_next() -> None:
    """A step goes from one claim to the next, at the height of the first."""
    found = corners(total(5, "2031-05-05"), total(7, "2031-05-07"))

    assert [("2031-05-05", 5, "0"), ("2031-05-07", 5, "0"), ("2031-05-07", 7, "0")] == found


def test_a_gap_stays_a_gap() -> None:
    """After weeks without a claim the line begins anew, and nothing joins the pieces."""
    found = corners(total(5, "2031-05-05"), total(6, "2031-05-06"), total(9, "2031-06-20"))

    assert [("2031-05-06", 6, "0"), ("2031-06-20", 9, "1")] == found[-2:]


def test_rare_claims_have_longer_gaps() -> None:
    """A claimant who speaks once a month is held from month to month."""
    months = [total(number, f"2031-{number:02}-01") for number in range(1, 6)]

    assert {"0"} == {piece for _, _, piece in corners(*months)}


def test_no_line_goes_through_a_range() -> None:
    """A range has no height of its own: the line ends before it and begins after it."""
    between = total(5, "2031-05-06", low=5, high=9, form="range")
    found = corners(total(4, "2031-05-05"), between, total(9, "2031-05-07"))

    assert [("2031-05-05", 4, "0"), ("2031-05-06", 4, "0"), ("2031-05-07", 9, "1")] == found


def test_two_figures_of_one_day_are_not_joined() -> None:
    """What is said twice of one day, differently, is no step from one number to the other."""
    found = corners(total(5, "2031-05-05", article="x"), total(9, "2031-05-05", article="y"))

    assert {(5, "0"), (9, "1")} == {(height, piece) for _, height, piece in found}


def test_denials_are_no_step() -> None:
    """A figure that is denied is not on the line."""
    assert [4] == [p.height for p, _ in holds(line(total(4, "2031-05-05"), total(9, "2031-05-06", modality="denied")))]
