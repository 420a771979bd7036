"""Whom pronouns, roles and short names stand for."""

from __future__ import annotations

import pytest

from counterclaim.pipeline import extract_text
from counterclaim.reading import Given
from counterclaim.records import Source
from tests.unit.attributing.articles import read


def last_source(text: str, *, title: bool = False) -> Source:
    return read(text, None, title)[-1].sources[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg, the governor, said it was bad. Four people died, she said.", "Anna Berg"),
        ("Governor Anna Berg said it was bad. Berg added that four people died.", "Anna Berg"),
        ("Anna Berg has seen the town. She said four people died.", "Anna Berg"),
        ("A military source said it was bad. The source added that four people died.", "A military source"),
        ("The Firat agency said it was bad. It added that four people died.", "The Firat agency"),
        ("Spokesman Carl Lund said it was bad. The spokesman added that four people died.", "Carl Lund"),
        ("The Echo Observatory said it was bad. The monitoring group said four people died.", "The Echo Observatory"),
    ],
)
def test_stands_for_the_named_speaker(text: str, name: str) -> None:
    """A pronoun, role or surname has the name of the speaker that was named before."""
    assert name == last_source(text).name


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Russia's Defence Ministry said it was bad. The ministry added that 40 died.", "Ministry of Defence (Russia)"),
        (
            "Ukraine's Defence Ministry said it was bad. The ministry added that 40 died.",
            "Ministry of Defence (Ukraine)",
        ),
        ("The Gaza health ministry said 40 people died.", "Health Ministry (Gaza)"),
    ],
)
def test_body_has_one_name(text: str, org: str) -> None:
    """A body is written "Body (Side)", and "the ministry" is the one named before."""
    assert org == last_source(text).org


def test_other_ministry_is_another() -> None:
    """ "The health ministry" does not stand for the defence ministry named before."""
    source = last_source("Russia's Defence Ministry said it was bad. The health ministry said four people died.")

    assert source.stands_for is None


def test_lead_is_resolved_by_what_comes_later() -> None:
    """A headline's "ministry" is the body that the article names in full only below."""
    text = "Ministry: 40 soldiers died in the north\n\nRussia's Defence Ministry said on Monday that 40 soldiers died."

    expected = "Ministry of Defence (Russia)"

    assert expected == read(text, None, True)[0].sources[-1].org


def test_words_stay_as_the_text_has_them() -> None:
    """What the text says and what we made of it are different fields."""
    source = last_source("Spokesman Carl Lund said it was bad. Four people died, he said.")

    expected = ("he", "Carl Lund")

    assert source.stands_for is not None
    assert expected == (source.text, source.name)


def test_nobody_named_is_nobody() -> None:
    """A pronoun without anyone to stand for keeps no name."""
    source = last_source("Four people died, he said.")

    expected = (None, None)

    assert expected == (source.name, source.stands_for)


def test_what_is_said_tells_nothing_of_who_says_it() -> None:
    """What stands behind the word of saying is of those who are spoken of: no body and no side of the speaker."""
    text = "Carl Lund, the minister of culture, denied reports that Hamas fighters had killed four people."
    source = last_source(text)

    assert ("Carl Lund", None, None) == (source.name, source.org, source.side)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Carl Lund, Russia's ambassador to Ukraine, said four people died.", "Russia"),
        ("French UN ambassador Carl Lund said four people died.", "France"),
        ("Carl Lund, the ambassador to Ukraine, said four people died.", None),
        ("Carl Lund, a professor of Russian history in Paris, said four people died.", None),
        ("Ukrainian commander Carl Lund said four people died.", "Ukraine"),
    ],
)
def test_side_of_a_person_is_whom_they_serve(text: str, told: str | None) -> None:
    """Who is sent to a state, or studies it, does not speak for it."""
    assert told == last_source(text).side


@pytest.mark.parametrize(
    ("day", "org"),
    [
        ("2018-03-01", None),
        ("2025-03-01", "State Department (United States)"),
        (None, "State Department (United States)"),
    ],
)
def test_office_is_held_for_its_term(day: str | None, org: str | None) -> None:
    """Whoever is known for an office speaks for it only while they hold it; without a day that is not ruled out."""
    [claim] = extract_text("Marco Rubio said four people died.", given=Given(published=day)).claims

    assert org == claim.sources[-1].org


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Berg and his brother Tom Berg came. Mr. Berg said that 12 soldiers were killed.", "Berg"),
        ("Governor John Berg and his son Tom Berg came. Governor Berg said that 12 men were killed.", "John Berg"),
        ("John Berg said nine died. His sister Anna Berg wept. Berg said that 12 men were killed.", "John Berg"),
        ("Meanwhile Berg fled. John Berg came back. Mr. Berg said that 12 men were killed.", "John Berg"),
    ],
)
def test_surname_of_several_is_nobody_in_particular(text: str, name: str) -> None:
    """Where two of one surname are named, a title means the one introduced with it, and else neither."""
    assert name == last_source(text).name


def test_people_are_no_single_speaker() -> None:
    """ "He" is no "several thousand people", though their word has no other singular."""
    text = "The mayor said it was bad. Several thousand people believed the rumour. Four people died, he said."

    assert last_source(text).name != "Several thousand people"
