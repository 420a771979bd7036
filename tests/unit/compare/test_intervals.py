"""What figures allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.compare.intervals import Interval, interval, ratio
from tests.fixtures.figures import figure

BOUNDS = st.one_of(st.none(), st.integers(0, 50))
INTERVALS = st.builds(Interval, BOUNDS, BOUNDS).filter(lambda i: i.low is None or i.high is None or i.low <= i.high)


@pytest.mark.parametrize(
    ("told", "allowed"),
    [
        ({"low": 12, "high": 12, "form": "exact"}, (12, 12)),
        ({"low": 100, "high": 100, "form": "approx"}, (90, 110)),
        ({"low": 17, "high": None, "form": "at_least", "qualifier": "at least"}, (17, None)),
        ({"low": 100, "high": None, "form": "at_least", "qualifier": "more than"}, (101, None)),
        ({"low": None, "high": 10, "form": "at_most", "qualifier": "fewer than"}, (None, 9)),
        ({"low": None, "high": 10, "form": "at_most", "qualifier": "up to"}, (None, 10)),
        ({"low": 30, "high": 40, "form": "range"}, (30, 40)),
    ],
)
def test_interval_of_a_form(told: dict[str, object], allowed: tuple[int | None, int | None]) -> None:
    """Approximate values have the convention's tolerance, strict bounds leave their number out."""
    found = interval(figure(**told))  # type: ignore[arg-type]  # the columns of a table of cases

    assert Interval(*allowed) == found


@pytest.mark.parametrize("told", [{"low": 24, "high": None, "form": "vague"}, {"low": None, "high": None}])
def test_vague_figures_allow_nothing_to_be_said(told: dict[str, object]) -> None:
    """ "Dozens" and "many" are no interval."""
    assert interval(figure(**told)) is None  # type: ignore[arg-type]  # the columns of a table of cases


def test_tolerance_is_by_a_named_convention() -> None:
    """Another convention, another tolerance; an unknown one is refused by name."""
    about = figure(100, form="approx")

    assert Interval(100, 100) == interval(about, "exact")
    with pytest.raises(ValueError, match="convention 'mine'; expected one of counterclaim-1, exact"):
        interval(about, "mine")


def test_ratio_is_between_the_nearest_numbers() -> None:
    """At least 30 is three times up to 10; nothing is times 0."""
    assert 3.0 == ratio(Interval(30, None), Interval(None, 10))
    assert ratio(Interval(0, 0), Interval(5, 5)) is None
    assert ratio(Interval(1, 9), Interval(5, 12)) is None


@given(INTERVALS, INTERVALS)
def test_overlap_is_what_both_allow(one: Interval, other: Interval) -> None:
    """Two intervals overlap exactly if some number lies in both, whichever comes first."""
    both = [n for n in range(-1, 52) if all(_allows(interval, n) for interval in (one, other))]

    assert bool(both) == one.overlaps(other) == other.overlaps(one)


def _allows(allowed: Interval, number: int) -> bool:
    return (allowed.low is None or allowed.low <= number) and (allowed.high is None or number <= allowed.high)
