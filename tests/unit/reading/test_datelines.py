"""Datelines and the day that "today" counts from."""

import pytest

from counterclaim.reading.datelines import dateline_end, reference_date
from counterclaim.records import Part, ReferenceDate


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Feb 27 (Reuters) - ",
        "SAN SALVADOR, March 31 - ",
        "BOGOTA, 6 OCT 89 (RADIO CADENA) -- [TEXT] ",
        "BEIRUT (AP) — ",
        "Washington (CNN) -- ",
        "ERBIL, Iraq, Oct. 3, 2016 (AFP) – ",
        "GAZA/JERUSALEM, Oct 9 (Reuters) - ",
        "(Reuters) - ",
        "BERLIN — ",
        "Sun 16 Apr 2017 ",
        "2 July 2016 ",
    ],
)
def test_dateline_is_found(dateline: str) -> None:
    """Place, day, agency and dash in their usual orders, or a date by itself."""
    assert len(dateline) == dateline_end(dateline + "Ten soldiers died in the town.")


@pytest.mark.parametrize(
    "text",
    [
        "On 24 February 2022 the army came.",
        "Ten soldiers (three of them officers) died - and more.",
        "The army - which came in May 2 days late - left.",
        "S-300 systems were hit.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    """Dates, brackets and dashes inside a sentence make no dateline."""
    assert dateline_end(text) == 0


TEXT = "KYIV, Feb 27 (Agency) - Ten died."
PARTS = (Part(kind="dateline", start=0, end=23), Part(kind="body", start=24, end=33))


def test_given_date_outranks_all() -> None:
    """What the user says counts before what the page says."""
    expected = ReferenceDate(value="2022-03-01", origin="given")

    assert expected == reference_date(TEXT, PARTS, given="2022-03-01", published="2022-02-28")


def test_dateline_outranks_the_day_of_publication() -> None:
    """A dateline a day before the publication is the day that "today" counts from."""
    expected = ReferenceDate(value="2022-02-27", origin="dateline", text="Feb 27", start=6, end=12)

    assert expected == reference_date(TEXT, PARTS, given=None, published="2022-02-28T01:00+00:00")


def test_dateline_without_a_year_needs_the_publication() -> None:
    """No year, no publication: the day is unknown."""
    assert reference_date(TEXT, PARTS, given=None, published=None) is None


def test_dateline_far_from_the_publication_does_not_count() -> None:
    """A list of days long ago is no dateline of the article."""
    text = "Oct. 6, 1923: The town fell."
    parts = (Part(kind="dateline", start=0, end=13), Part(kind="body", start=14, end=28))
    expected = ReferenceDate(value="2026-10-06", origin="published")

    assert expected == reference_date(text, parts, given=None, published="2026-10-06")


def test_two_digit_years_are_of_the_past() -> None:
    """A wire's "89" is 1989."""
    text = "BOGOTA, 6 OCT 89 (RADIO) -- [TEXT] TWO DIED."
    parts = (Part(kind="dateline", start=0, end=34), Part(kind="body", start=35, end=44))
    found = reference_date(text, parts, given=None, published=None)

    assert found is not None
    assert (found.value, found.text) == ("1989-10-06", "6 OCT 89")


def test_caption_serves_where_nothing_better_stands() -> None:
    """A caption's full date is the last resort."""
    text = "Smoke, Feb. 27, 2022. (Agency Photo)"
    parts = (Part(kind="caption", start=0, end=36),)
    expected = ReferenceDate(value="2022-02-27", origin="caption", text="Feb. 27, 2022", start=7, end=20)

    assert expected == reference_date(text, parts, given=None, published=None)
    assert reference_date(text, parts, given=None, published="2022-03-01").origin == "published"  # type: ignore[union-attr]
