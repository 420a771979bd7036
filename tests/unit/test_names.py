"""The registry of sides, bodies and speakers: what a phrase names, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.names import Names, load_names
from counterclaim.names_matching import lower
from counterclaim.rules import load_rules


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(load_rules("en"))


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("Russian servicemen", "Russia"),
        ("Ukrainian servicemen", "Ukraine"),
        ("Kiev's forces", "Ukraine"),
        ("Moscow's forces", "Russia"),
        ("the Armed Forces of Ukraine", "Ukraine"),
        ("the Armed Forces of the Russian Federation", "Russia"),
        ("US troops in Iraq", "United States"),
        ("the US-led coalition", "US-led coalition"),
        ("ISIL fighters", "Islamic State"),
        ("the Iran-backed Houthi movement", "Houthi"),
        ("Russian and Syrian jets", "Russia and Syria"),
        ("SHINING PATH GUERRILLAS", "Shining Path"),
        ("Syria’s army", "Syria"),
    ],
)
def test_phrase_has_its_side(names: Names, phrase: str, side: str) -> None:
    """The name before the head decides, not a place after it."""
    assert side == names.side_of(phrase)


@pytest.mark.parametrize(
    "phrase", ["pro-Russian militia", "anti-Assad protesters", "they told us", "gunmen", "this is"]
)
def test_stance_and_small_words_are_no_side(names: Names, phrase: str) -> None:
    """ "pro-Russian" is not Russia, "us" is not the United States, "is" is not Islamic State."""
    assert names.side_of(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "organisation"),
    [
        ("Russia's Defense Ministry", "Ministry of Defence (Russia)"),
        ("Ukraine's Defence Ministry", "Ministry of Defence (Ukraine)"),
        ("the Gaza health ministry", "Health Ministry (Gaza)"),
        ("the Pentagon", "Department of Defense (United States)"),
        ("the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("Peruvian police", "Police (Peru)"),
        ("a Hamas spokesman", "Hamas"),
        ("Moscow", "Russia"),
    ],
)
def test_phrase_names_a_body(names: Names, phrase: str, organisation: str) -> None:
    """Bodies of sides are written "Body (Side)"; a side alone is itself."""
    assert organisation == names.organisation(phrase)


def test_body_takes_the_side_of_its_context(names: Names) -> None:
    """ "the ministry" is somebody's only if the context says whose."""
    assert (
        names.organisation("the defence ministry"),
        names.organisation("the defence ministry", "Ukraine"),
    ) == (None, "Ministry of Defence (Ukraine)")


def test_speaker_has_name_body_and_side(names: Names) -> None:
    """A surname of a known spokesman stands for the person, the body and the side."""
    assert ("Igor Konashenkov", "Ministry of Defence (Russia)", "Russia") == names.person("Konashenkov")


def test_capitals_hide_small_words(names: Names) -> None:
    """In a dispatch written in capitals "US" and "IS" are words, "FMLN" is a name."""
    found = names.find("THE GUERRILLA FORCE IS TELLING US THAT FMLN UNITS RETREATED")

    assert ["FMLN"] == [mention.side for mention in found]


def test_offset_is_added(names: Names) -> None:
    """Mentions point into the article when the text is a piece of it."""
    [mention] = names.find("six Russian tanks", offset=100)

    assert (104, 111, "Russia") == (mention.start, mention.end, mention.side)


def test_every_form_has_one_meaning() -> None:
    """No form stands for two sides."""
    owners: dict[str, set[str]] = {}
    for row in load_rules("en").table("sides"):
        for column in ("names", "adjectives", "people", "seats", "forces"):
            for form in row[column].split("|"):
                owners.setdefault(form, set()).add(row["side"])
    assert [] == [form for form, sides in owners.items() if len(sides) > 1 and form != "-"]


def test_every_side_named_is_registered(names: Names) -> None:
    """Speakers and organisations speak for sides that exist."""
    rules = load_rules("en")
    sides = [row["side"] for table in ("spokespersons", "organisations") for row in rules.table(table)]

    assert [] == [side for side in sides if side != "-" and side not in names.sides]


@given(st.text())
def test_any_text_keeps_its_offsets(text: str) -> None:
    """Lowering a text never moves its characters."""
    assert len(text) == len(lower(text))


@given(st.text(alphabet=st.sampled_from("Russia nUS.'’-İé\U0001f600"), max_size=60))
def test_mentions_verify(text: str) -> None:
    """A mention is the text between its offsets, whatever the text."""
    mentions = load_names(load_rules("en")).find(text)

    assert [m.text for m in mentions] == [text[m.start : m.end] for m in mentions]


def test_person_is_known_in_every_spelling(names: Names) -> None:
    """Spellings of one name are one person; another first name is another person."""
    expected = [True, True, False]
    written = ("Zelensky", "Volodymyr Zelenskiy", "Olena Zelenska")

    assert expected == [names.is_called("Volodymyr Zelenskyy", name) for name in written]
