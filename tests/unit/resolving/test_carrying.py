"""What figures without a date of their own take over from those around them."""

from __future__ import annotations

import pytest

from counterclaim.pipeline import extract_text
from counterclaim.reading import Given
from counterclaim.records import Period

DAY = Given(published="2022-03-29")


def period(text: str, low: int) -> Period:
    """The period of the last figure of that size in a text."""
    return [claim.period for claim in extract_text(text, given=DAY).claims if claim.quantity.low == low][-1]


@pytest.mark.parametrize(
    ("before", "basis"),
    [
        ("Twin bombings in the market killed 12 people on Monday.", "event"),
        ("Five air raids on Monday killed 12 people.", "period"),
    ],
)
def test_these_attacks_are_those_told_before(before: str, basis: str) -> None:
    """ "The attacks" mean the one blow or the several that the text has just told of."""
    assert basis == period(f"{before} Officials said the attacks also wounded 40 people.", 40).basis


def test_these_attacks_are_several_where_nothing_was_told_before() -> None:
    """Without a figure before it the plural is all there is to go by."""
    assert "period" == period("Officials said the attacks wounded 40 people.", 40).basis


@pytest.mark.parametrize(("dead", "basis"), [(40, "event"), (2, "cumulative")])
def test_wounded_are_of_the_blow_that_killed(dead: int, basis: str) -> None:
    """The wounded told right after the dead are of the same day, unless they are out of all proportion to them."""
    text = f"A blast in the market killed {dead} people on Monday. Officials said 500 people were injured."

    assert basis == period(text, 500).basis


def test_large_figure_is_a_total_where_all_others_are() -> None:
    """Among totals of other kinds a large figure without a day is a total as well."""
    text = (
        "Since the war began 3,000 people have been killed, the ministry said. So far 600 people have been injured. "
        "So far 90 schools have been destroyed. The ministry said that 45 ships were seized."
    )

    assert "cumulative" == period(text, 45).basis


@pytest.mark.parametrize(
    ("later", "start"),
    [
        ("The police gave chase. Officers seized two rifles from the gunmen.", "2022-03-28"),
        ("On Saturday officials met in the capital. Officers seized two rifles from the gunmen.", None),
        ("The police gave chase. Officers seized two rifles from gunmen during the week.", None),
    ],
)
def test_day_of_the_last_attack_holds_for_what_follows(later: str, start: str | None) -> None:
    """Of several days the last on which there was violence holds, unless the sentence has a time of its own."""
    text = f"Leaders met in the capital on Friday. On Monday gunmen attacked a patrol near the river. {later}"

    assert start == period(text, 2).start


@pytest.mark.parametrize(
    ("next_to", "start"),
    [("Gunmen attacked", "2022-03-28"), ("Leaders met in", None), ("After Friday's raid gunmen attacked", None)],
)
def test_day_of_an_attack_may_be_told_right_after_its_figure(next_to: str, start: str | None) -> None:
    """Where no day was told before, that of the attack told next holds; not that of something else, nor one of two."""
    opening = "The town lies by a lake. It has a market. People fish there. It was quiet for years."
    text = f"{opening} Twelve people were killed in the market. {next_to} the place on Monday."

    assert start == period(text, 12).start
