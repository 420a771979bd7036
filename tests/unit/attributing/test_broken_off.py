"""What is said on both sides of a report, and where a source's name ends."""

from __future__ import annotations

import pytest

from .articles import read, said


@pytest.mark.parametrize(
    "text",
    [
        '"Four people were killed," the official said, "and five were wounded."',
        "“If four people were killed,” the official said, “we will answer.”",
        'The attack on the "northern gate" killed four, the official said, "and five were wounded."',
    ],
)
def test_speech_broken_off_is_one(text: str) -> None:
    """Both halves of a quotation around "the official said" are the official's."""
    [(sources, content)] = said(text)

    assert ["the official"] == sources
    assert content[:8] in text[:12]
    assert content[-8:] in text[-12:]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the Committee to Guard Wells, four people were killed.", "the Committee to Guard Wells",
         "four people were killed"),
        ("Per the Guard Corps, the strike on a post in the city killed four people.", "the Guard Corps",
         "the strike on a post in the city killed four people"),
        ("Four people were killed in the north, the news agency reports.", "the news agency",
         "Four people were killed in the north"),
        ("The military says two soldiers were killed while the rebels claim responsibility for the attack.",
         "The military", "two soldiers were killed while the rebels claim responsibility for the attack"),
        ("The ministry has said that four people were killed, but has not yet counted the 12 tanks.", "The ministry",
         "four people were killed"),
    ],
)  # fmt: skip
def test_where_source_and_words_end(text: str, source: str, content: str) -> None:
    """A body's purpose belongs to its name, the next clause and the report's second verb to nobody's words."""
    assert ([source], content) == said(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The group keeps a list of four rebel figures.",
        "We were saddened by the news that four people were killed.",
        "The counteroffensive has confirmed that four tanks were lost.",
        "The ministry did not answer the request of the paper for comment.",
        "Photograph: Ann Bell",
        "The Red Front claims the double bomb attack that hit a post in Kesra on Monday killing at least 17 people.",
        "United States to Lift Sanctions",
        "It was not possible to independently verify the toll.",
        "Coming face to face with the dead has convinced him that 12 towns will be freed.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    """Figures, feelings, operations, requests for comment and credits are no sources."""
    assert [] == said(text)


def test_second_verb_of_a_denial_is_the_denier_s() -> None:
    """What was denied, though it can be a document, says nothing: who denied it goes on."""
    text = "The army denied an agreement had been reached and said in a statement that four people were killed."

    assert (["The army"], "four people were killed") in said(text)


def test_who_stands_behind_a_quotation_with_a_comment() -> None:
    """ "..." the governor, Karl Berg, wrote: the governor, whoever is the last subject inside the quotation."""
    text = (
        "“There were two hits on the plant that the raiders sought,” the region’s governor, Karl Berg, wrote on Monday."
    )

    assert [["the region’s governor, Karl Berg"]] == [sources for sources, _ in said(text)]


def test_it_is_who_spoke_and_nothing_told() -> None:
    """ "It said the toll would rise. It said ...": the observatory, and not the toll."""
    text = "The observatory said 20 died. It said the death toll was expected to rise. It said five children died."

    assert ["The observatory"] * 2 == [
        one.sources[0].stands_for.text for one in read(text)[1:] if one.sources[0].stands_for
    ]
