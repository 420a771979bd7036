"""What stands beside a report: a comment on who speaks, the moment of saying it, a request, a question."""

from __future__ import annotations

import pytest

from tests.unit.attributing.articles import read, said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Trucks left on Monday have been put in secure storage, Karl F. Berg, the head of the depot, wrote in a note.",
         "Karl F. Berg, the head of the depot", "Trucks left on Monday have been put in secure storage"),
        ('"We counted 12 bodies in the square!" Mayor Ann Bell said as she left the town.',
         "Mayor Ann Bell", "We counted 12 bodies in the square!"),
        ('"We buried 12 people," said an officer of the brigade, asking for anonymity to speak freely.',
         "an officer of the brigade", '"We buried 12 people,"'),
        ("Four bridges were blown up, according to a list of losses previously kept secret.",
         "a list", "Four bridges were blown up"),
        ("It was an attack that officials said killed 12 people and wounded 30.",
         "officials", "killed 12 people and wounded 30"),
        ("Twelve cars, these officials said, would be destroyed by the flood.",
         "these officials", "Twelve cars, these officials said, would be destroyed by the flood"),
        ('"We buried 12 people," said retired officer Karl Berg, asked about the attack.',
         "retired officer Karl Berg", '"We buried 12 people,"'),
        ("The mayor's support fell by 12 percent in a survey by the agency.",
         "a survey", "The mayor's support fell by 12 percent"),
    ],
)  # fmt: skip
def test_who_and_what(text: str, source: str, content: str) -> None:
    """The speaker with their comment, and what is said without what stands beside it."""
    first = read(text)[0]

    assert (source, content) == (first.sources[-1].text[: len(source)], first.content.text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council issued a statement calling the shelling of four villages a crime.", "The council"),
        ("The talks were broken off over his refusal to free four soldiers.", "his"),
    ],
)
def test_whose_stance(text: str, source: str) -> None:
    """A stance is that of who issued the paper, or of whoever the noun says it is."""
    assert [source] == [one.sources[-1].text for one in read(text)]


def test_one_who_is_pressed_says_nothing() -> None:
    """Who is pressed on something is asked and does not speak."""
    text = "The minister left early and, when pressed on the 12 dead, the minister shrugged."

    assert [] == said(text)
