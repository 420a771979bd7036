"""Who speaks where the grammar hides it: behind a quotation, between commas, by a paper, in a survey."""

from __future__ import annotations

import pytest

from tests.unit.attributing.articles import read

HEARD = [
    ('"You opened the gate," wrote a man calling himself Ali Baker.', "a man", '"You opened the gate,"'),
    (
        '"We have nothing left to eat," Baker, 58, told a radio station in the port on Monday.',
        "Baker",
        '"We have nothing left to eat,"',
    ),
    ('"Go home, all of you," added a Harbour Party man.', "a Harbour Party man", '"Go home, all of you,"'),
    (
        "During that week, port records show, the ship has sailed nine times.",
        "port records",
        "During that week, port records show, the ship has sailed nine times",
    ),
    ("The tower was sold to a bank in 2010, records show.", "records", "The tower was sold to a bank in 2010"),
    ("The ministry issued a statement saying that five people were killed.", "The ministry", "five people were killed"),
    ("The brigade reported destroying four tanks.", "The brigade", "destroying four tanks"),
    ("It has lost 12 tanks since May, according to trackers.", "trackers", "It has lost 12 tanks since May"),
    (
        "In a survey published on Sunday, three of four refugees had lost a relative.",
        "a survey",
        "three of four refugees had lost a relative",
    ),
    ("Four people, the panel concluded, were killed.", "the panel", "Four people, the panel concluded, were killed"),
]


@pytest.mark.parametrize(("text", "source", "content"), HEARD, ids=[text for text, _, _ in HEARD])
def test_speaker_is_found(text: str, source: str, content: str) -> None:
    """The source and what it says are those of a careful reader."""
    [found] = read(text)

    assert (source, content) == (found.sources[-1].text, found.content.text)


def test_speaker_is_no_one_who_is_counted() -> None:
    """ "killing four civilians two residents said": the civilians say nothing."""
    [found] = read("Tanks shelled a district of Hama killing four civilians two residents said.")

    assert "two residents" == found.sources[0].text


def test_name_of_the_body_is_a_name_in_its_first_sentence() -> None:
    """A surname that the tagger takes for a noun is known from where it stands inside another sentence."""
    text = "Talks\n\nSanders urged the army to free 12 men. Nobody answered Sanders."

    assert ["Sanders"] == [source.text for one in read(text) for source in one.sources]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed according to plan.",
        "The agency said nine people were killed, citing fatigue.",
    ],
)
def test_what_cannot_speak_is_no_source(text: str) -> None:
    """A plan and a reason are nobody's voice."""
    assert not {"plan", "fatigue"} & {s.text for one in read(text) for s in one.sources}
