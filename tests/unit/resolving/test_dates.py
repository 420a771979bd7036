"""Dates: the days that words mean, counted from the day of reference."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.resolving.dates import DateMention, find_dates
from counterclaim.rules import Rule, load_rules

SUNDAY = date(2022, 2, 27)
RULES = load_rules("en")
DATE_RULES = RULES.rules("dates")


def find(text: str, reference: date | None = SUNDAY) -> tuple[DateMention, ...]:
    return find_dates(text, reference, RULES)


def days(text: str, reference: date | None = SUNDAY) -> tuple[str | None, str | None]:
    [mention] = find(text, reference)
    return mention.first, mention.last


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Feb. 24, 2022", "2022-02-24"),
        ("on 24 February", "2022-02-24"),
        ("on the 5th of June 1989", "1989-06-05"),
        ("CITY, 6 SEP 89", "1989-09-06"),
        ("on Wednesday, March 3rd", "2021-03-03"),
        ("on 2022-02-24", "2022-02-24"),
        ("on 24.02.2022", "2022-02-24"),
        ("on 2/24/2022", "2022-02-24"),
        ("on 3/2/2022", "2022-03-02"),
        ("on December 30", "2021-12-30"),
        ("on Christmas Day", "2021-12-25"),
    ],
)
def test_written_date_is_one_day(text: str, day: str) -> None:
    """A written date is read in every usual order; without a year it is the latest one up to the reference day."""
    assert (day, day) == days(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("killed on Thursday", "2022-02-24"),
        ("killed on Sunday", "2022-02-27"),
        ("killed last Sunday", "2022-02-20"),
        ("Monday’s attack", "2022-02-21"),
        ("late on Friday night", "2022-02-25"),
        ("Just today, seven", "2022-02-27"),
        ("killed this morning", "2022-02-27"),
        ("killed yesterday", "2022-02-26"),
        ("They will meet on Thursday", "2022-03-03"),
        ("They meet next Monday", "2022-02-28"),
    ],
)
def test_relative_day_counts_from_the_reference(text: str, day: str) -> None:
    """A weekday is the latest one up to the reference day, unless the clause looks ahead."""
    assert (day, day) == days(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the last 24 hours", "2022-02-26", "2022-02-27"),
        ("over the past two days", "2022-02-25", "2022-02-27"),
        ("in the past week", "2022-02-20", "2022-02-27"),
        ("in the past three years", "2019-02-27", "2022-02-27"),
        ("Overnight, drones fell", "2022-02-26", "2022-02-27"),
        ("over the weekend", "2022-02-26", "2022-02-27"),
        ("killed last week", "2022-02-14", "2022-02-20"),
        ("killed this week", "2022-02-21", "2022-02-27"),
        ("killed this month", "2022-02-01", "2022-02-27"),
        ("killed this year", "2022-01-01", "2022-02-27"),
        ("killed last year", "2021-01-01", "2021-12-31"),
        ("in March 2011", "2011-03-01", "2011-03-31"),
        ("in August", "2021-08-01", "2021-08-31"),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("on April 27-29, 2016", "2016-04-27", "2016-04-29"),
        ("between April 27 and May 18", "2021-04-27", "2021-05-18"),
        ("on Wednesday and Thursday", "2022-02-23", "2022-02-24"),
    ],
)
def test_stretch_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    """Windows, weeks, months, years and ranges are read from their first day to their last."""
    assert (first, last) == days(text)


@pytest.mark.parametrize(
    "text",
    ["in early March", "last month", "killed two months ago", "in recent days", "every day", "for three weeks"],
)
def test_words_that_fix_no_day_stay_open_with_a_reason(text: str) -> None:
    """A stretch of a month, a round number of months, a length or a rate tells no day, and says why."""
    [mention] = find(text)

    assert (None, None) == (mention.first, mention.last)
    assert mention.why


@pytest.mark.parametrize("text", ["on Thursday", "today", "in the last 24 hours", "on 24 February", "in March"])
def test_without_reference_a_relative_date_stays_open(text: str) -> None:
    """Without a day to count from, words that need one give no day and say so."""
    [mention] = find(text, None)

    assert (None, None) == (mention.first, mention.last)
    assert "no reference date" in str(mention.why)


def test_without_reference_a_full_date_is_read() -> None:
    """A date with its year needs no reference."""
    assert ("2022-02-24", "2022-02-24") == days("on Feb. 24, 2022", None)


@pytest.mark.parametrize(
    "text",
    ["The police may march on the base", "a day-to-day affair", "more than 2001 people", "They can second the motion"],
)
def test_words_that_only_look_like_dates_are_passed_over(text: str) -> None:
    """Verbs, compounds and counts that share words with the calendar are no dates."""
    assert () == find(text)


def test_dates_stand_in_order_at_their_place() -> None:
    """Each mention is a stretch of the text, moved by the offset."""
    text = "On Monday two were killed, on 24 February 2022 five."
    mentions = find_dates(text, SUNDAY, RULES, offset=100)

    assert ["Monday", "24 February 2022"] == [m.text for m in mentions]
    assert [m.text for m in mentions] == [text[m.start - 100 : m.end - 100] for m in mentions]


@pytest.mark.parametrize("text", ["late last year", "early this month", "late last week"])
def test_part_of_a_year_or_month_stays_open(text: str) -> None:
    """Early or late in a year, month or week names no days."""
    assert (None, None) == days(f"killed {text}")


def test_decade_tells_no_day() -> None:
    """The late 1970s are a time that is told, but no day of it."""
    [mention] = find("In the late 1970s 100 were killed")

    assert ("late 1970s", "decade", None) == (mention.text, mention.unit, mention.first)


@pytest.mark.parametrize(
    ("text", "expected"), [("April 27 to 28", True), ("April 27 to 30", False), ("April 27", True), ("April", False)]
)
def test_days_of_one_night_are_near(text: str, expected: bool) -> None:
    """One day, or the two of one night, can date what later sentences tell."""
    [mention] = find(f"killed in {text}")

    assert expected == mention.near_days


@pytest.mark.parametrize("rule", DATE_RULES, ids=lambda rule: rule.id)
def test_rule_fires_on_its_sentences_only(rule: Rule) -> None:
    """Every rule of dates.yaml fires on its yes sentences and on none of its no sentences."""
    assert [True] * len(rule.yes) == [rule.id in {m.rule for m in find(text)} for text in rule.yes]
    assert [False] * len(rule.no) == [rule.id in {m.rule for m in find(text)} for text in rule.no]


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_weekday_lies_within_the_last_seven_days(reference: date, weekday: str) -> None:
    """A weekday never lies after the reference day, nor a week before it."""
    first, _ = days(f"killed on {weekday}", reference)

    assert 0 <= (reference - date.fromisoformat(str(first))).days < 7


@given(st.text(alphabet="In the last 24 hours Monday March 2022-5/. é\n", max_size=60))
def test_any_text_gives_mentions_that_verify(text: str) -> None:
    """Whatever the text, each mention stands where it says, and its days are in order."""
    for mention in find(text):
        assert mention.text == text[mention.start : mention.end]
        assert mention.first is None or mention.last is None or mention.first <= mention.last
