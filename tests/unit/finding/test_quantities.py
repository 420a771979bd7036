"""Every form of quantity that the format names, on exact characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.finding.quantities import find_non_counts, find_quantities, find_singulars
from counterclaim.records import Mention, Quantity, Skipped
from counterclaim.rules import load_rules

RULES = load_rules("en")
Found = tuple[str, int | None, int | None, str]


def found(text: str) -> list[Found]:
    """Words, bounds and form of each quantity."""
    return [(q.text, q.low, q.high, q.form) for q in find_quantities(text, RULES)]


def one(text: str) -> Quantity:
    """The only quantity of a text."""
    [quantity] = find_quantities(text, RULES)
    return quantity


TABLE: list[tuple[str, Found]] = [
    ("498 soldiers died", ("498", 498, 498, "exact")),
    ("seven people died", ("seven", 7, 7, "exact")),
    ("1,067 targets were hit", ("1,067", 1067, 1067, "exact")),
    ("10 000 people fled", ("10 000", 10_000, 10_000, "exact")),
    ("10.000 people fled", ("10.000", 10_000, 10_000, "exact")),
    ("5.3 thousand soldiers died", ("5.3 thousand", 5300, 5300, "exact")),
    ("15 thousand soldiers died", ("15 thousand", 15_000, 15_000, "exact")),
    ("1.5 million people fled", ("1.5 million", 1_500_000, 1_500_000, "exact")),
    ("2.3m people fled", ("2.3m", 2_300_000, 2_300_000, "exact")),
    ("half a million people fled", ("half a million", 500_000, 500_000, "exact")),
    ("a million people fled", ("a million", 1_000_000, 1_000_000, "exact")),
    ("two hundred and five people fled", ("two hundred and five", 205, 205, "exact")),
    ("two dozen people fled", ("two dozen", 24, 24, "exact")),
    ("his two brothers were killed", ("two", 2, 2, "exact")),
    ("both soldiers were killed", ("both", 2, 2, "exact")),
    ("the pair were captured", ("pair", 2, 2, "exact")),
    ("twin bombings hit the town", ("twin", 2, 2, "exact")),
    ("and another one was damaged", ("another one", 1, 1, "exact")),
    ("a 300-strong unit was destroyed", ("300", 300, 300, "exact")),
    ("at least 17 people died", ("17", 17, None, "at_least")),
    ("more than 100 people died", ("100", 100, None, "at_least")),
    ("over 100 people died", ("100", 100, None, "at_least")),
    ("no fewer than 12 people died", ("12", 12, None, "at_least")),
    ("30 or more people died", ("30", 30, None, "at_least")),
    ("100-plus people died", ("100", 100, None, "at_least")),
    ("more than a dozen people died", ("a dozen", 12, None, "at_least")),
    ("up to 80 people died", ("80", None, 80, "at_most")),
    ("as many as 80 people died", ("80", None, 80, "at_most")),
    ("fewer than 10 people died", ("10", None, 10, "at_most")),
    ("no more than 40 people died", ("40", None, 40, "at_most")),
    ("about 2,870 people died", ("2,870", 2870, 2870, "approx")),
    ("some 4,300 people died", ("4,300", 4300, 4300, "approx")),
    ("nearly 50 people died", ("50", 50, 50, "approx")),
    ("close to the 800 mark", ("800", 800, 800, "approx")),
    ("between 30 and 40 people died", ("between 30 and 40", 30, 40, "range")),
    ("30-40 people died", ("30-40", 30, 40, "range")),
    ("30 to 40 people died", ("30 to 40", 30, 40, "range")),
    ("two or three people died", ("two or three", 2, 3, "range")),
    ("from 10,000 to more than 30,000 died", ("from 10,000 to more than 30,000", 10_000, None, "range")),
    ("10 to 15 thousand people died", ("10 to 15 thousand", 10_000, 15_000, "range")),
    ("two or three hundred people died", ("two or three hundred", 200, 300, "range")),
    ("30-40,000 people died", ("30-40,000", 30_000, 40_000, "range")),
    ("500-1,000 people died", ("500-1,000", 500, 1000, "range")),
    ("1.5 to 2 million people fled", ("1.5 to 2 million", 1_500_000, 2_000_000, "range")),
    ("more than 100 but fewer than 300 died", ("more than 100 but fewer than 300", 100, 300, "range")),
    ("a couple of people died", ("a couple", 2, 2, "vague")),
    ("a dozen people died", ("a dozen", 12, 12, "vague")),
    ("a score of people died", ("a score", 20, 20, "vague")),
    ("several people died", ("several", 3, None, "vague")),
    ("a few people died", ("a few", 3, None, "vague")),
    ("a number of people died", ("a number of", 3, None, "vague")),
    ("multiple strikes", ("multiple", 3, None, "vague")),
    ("a series of strikes", ("a series of", 3, None, "vague")),
    ("tens of fighters died", ("tens", 20, None, "vague")),
    ("dozens died", ("dozens", 24, None, "vague")),
    ("several dozen people died", ("several dozen", 36, None, "vague")),
    ("scores of people died", ("scores", 40, None, "vague")),
    ("hundreds died", ("hundreds", 200, None, "vague")),
    ("several hundred people died", ("several hundred", 300, None, "vague")),
    ("thousands of people died", ("thousands", 2000, None, "vague")),
    ("tens of thousands of people fled", ("tens of thousands", 20_000, None, "vague")),
    ("hundreds of thousands fled", ("hundreds of thousands", 200_000, None, "vague")),
    ("millions fled", ("millions", 2_000_000, None, "vague")),
    ("tens or hundreds of thousands fled", ("tens or hundreds of thousands", 20_000, None, "vague")),
    ("countless people died", ("countless", None, None, "vague")),
    ("many people died", ("many", None, None, "vague")),
    ("heavy losses were reported", ("heavy", None, None, "vague")),
    ("no casualties were reported", ("no", 0, 0, "none")),
    ("none were hurt", ("none", 0, 0, "none")),
    ("nobody was hurt", ("nobody", 0, 0, "none")),
    ("it passed without casualties", ("without", 0, 0, "none")),
    ("the staff were unharmed", ("unharmed", 0, 0, "none")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_each_form_of_the_format(text: str, expected: Found) -> None:
    """Every row of the format's table of forms gives its words, bounds and form."""
    assert [expected] == found(text)


def test_a_bound_is_a_mention_of_its_own() -> None:
    """The bound's words stand in `qualifier`, never in the quantity."""
    quantity = one("They said at least another five people died")

    assert (
        quantity.text,
        quantity.qualifier and quantity.qualifier.text,
        quantity.qualifier and quantity.qualifier.start,
        quantity.qualifier and quantity.qualifier.end,
    ) == ("five", "at least", 10, 18)


def test_a_range_may_be_approximate() -> None:
    """'approximately 70,000-80,000' stays a range and keeps the word before it."""
    quantity = one("approximately 70,000-80,000 casualties")

    assert (quantity.form, quantity.qualifier and quantity.qualifier.text) == ("range", "approximately")


def test_the_longer_phrase_wins() -> None:
    """'no more than 40' is an upper bound, though 'more than' stands in it."""
    assert one("no more than 40 people").rule == "bound.at_most"


def test_a_rising_toll_is_two_figures() -> None:
    """'rose from 58 to 62' is no range."""
    assert found("The toll rose from 58 to 62.") == [("58", 58, 58, "exact"), ("62", 62, 62, "exact")]


def test_an_increment_stands_by_itself() -> None:
    """'3537 (+5)' holds the total and the increment, without the plus."""
    assert found("tanks 3537 (+5)") == [("3537", 3537, 3537, "exact"), ("5", 5, 5, "exact")]


def test_a_bound_holds_for_a_number_that_shares_the_verb() -> None:
    """'at least five were killed and 18 injured' bounds both numbers."""
    assert [form for *_, form in found("At least five were killed and 18 injured.")] == ["at_least", "at_least"]


def test_a_bound_does_not_hold_for_a_number_with_its_own_verb() -> None:
    """'and 18 were wounded' has its own verb, so 18 is exact."""
    assert [form for *_, form in found("At least seven were killed and 18 were wounded.")] == ["at_least", "exact"]


def test_a_bound_of_the_next_number_does_not_reach_back() -> None:
    """'12 were injured and more than 80 killed' leaves 12 exact."""
    assert [form for *_, form in found("12 were injured and more than 80 killed")] == ["exact", "at_least"]


def test_areas_and_weights_keep_their_unit() -> None:
    """Square kilometres, square miles, hectares and tonnes count, with the unit as the text gives it."""
    text = "300 square kilometres, 115 square miles, 40 hectares, 500 tonnes"

    assert [q.unit for q in find_quantities(text, RULES)] == ["km2", "mi2", "ha", "t"]


def test_a_broken_area_is_given_by_the_whole_numbers_around_it() -> None:
    """2.5 km2 lies between 2 and 3."""
    quantity = one("2.5 square kilometres were retaken")

    assert (quantity.low, quantity.high) == (2, 3)


def test_the_convention_is_named_only_where_it_filled_a_bound() -> None:
    """'dozens' rests on the convention, '24' does not, 'many' has nothing filled."""
    found_conventions = [q.convention for q in find_quantities("dozens, 24 and many", RULES)]

    assert found_conventions == ["counterclaim-1", None, None]


def test_the_offset_moves_every_span() -> None:
    """Spans are those of the article when the sentence's place is given."""
    [quantity] = find_quantities("at least 17 died", RULES, offset=100)

    assert (quantity.start, quantity.end, quantity.qualifier and quantity.qualifier.start) == (109, 111, 100)


def test_upper_case_is_read_like_lower_case() -> None:
    """Old wire texts are upper case throughout."""
    assert found("AT LEAST SIX BOOTHS WERE DESTROYED") == [("SIX", 6, None, "at_least")]


def test_singulars_count_one() -> None:
    """'a', 'an' and 'another' before a noun are offered as one."""
    text = "a soldier, an officer and another man"

    assert [(q.text, q.low) for q in find_singulars(text, RULES)] == [("a", 1), ("an", 1), ("another", 1)]


@pytest.mark.parametrize(
    "text", ["a dozen men", "a further 12 men", "a total of 12 men", "another five", "1,000 a day"]
)
def test_singulars_leave_other_quantities_alone(text: str) -> None:
    """The 'a' of "a dozen" or "a further 12" counts nothing by itself."""
    assert find_singulars(text, RULES) == ()


# fmt: off
WORDS = st.sampled_from(
    ["at", "least", "more", "than", "between", "from", "to", "and", "or", "about", "12", "3,000", "a", "dozen", "of",
     "hundreds", "thousands", "one", "two", "hundred", "-", "–", ",", ".", "(", ")", "+", "22-year-old", "aged", "2014",
     "in", "May", "no", "none", "several", "İ", "é", "😀", "5.3", "million", "%", "km", "$5", "½", "up"]
)
# fmt: on


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_spans_always_verify(text: str) -> None:
    """Every span holds its words, in order, and none overlap."""
    quantities = find_quantities(text, RULES)
    mentions: list[Quantity | Mention | Skipped] = [*quantities, *find_non_counts(text, RULES)]
    mentions += [q.qualifier for q in quantities if q.qualifier]

    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(quantities))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text raises."""
    assert len(find_quantities(text, RULES)) >= 0
    assert len(find_singulars(text, RULES)) >= 0
    assert len(find_non_counts(text, RULES)) >= 0


@settings(max_examples=200, deadline=None)
@given(st.integers(120, 1899), st.integers(1, 10**6))
def test_a_range_keeps_both_ends(low: int, more: int) -> None:
    """A range is never a midpoint: both numbers stand in it."""
    quantity = one(f"between {low} and {low + more:,} people died")

    assert (low, low + more, "range") == (quantity.low, quantity.high, quantity.form)
