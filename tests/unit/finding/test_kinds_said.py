"""What those who are counted are said to be."""

import pytest

from tests.fixtures.parses import events


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Four of the dead were nurses.", "medic"),
        ("At least two of the killed in the town were medical staff.", "medic"),
        ("Three of the wounded were policemen.", "security"),
    ],
)
def test_part_of_the_victims_is_said_to_be(text: str, category: str) -> None:
    """The dead and wounded are what the sentence says that they were."""
    assert [category] == [found for _, _, found in events(text)]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Twenty people were killed, four of whom were women.", "woman"),
        ("The toll has risen to 86 30 of them children a monitoring group said.", "child"),
        ("Twenty people were killed, four of them in the town.", "person"),
    ],
)
def test_part_behind_a_pronoun(text: str, category: str) -> None:
    """ "30 of them children" counts children, whatever the parse says."""
    assert category == events(text)[-1][2]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Seven students were killed when a rocket hit their school.", "child"),
        ("Eight pupils were killed.", "child"),
        ("Seven university students were killed near a school.", "civilian"),
        ("Seven students were killed by a rocket.", "civilian"),
    ],
)
def test_students_of_a_school_are_children(text: str, category: str) -> None:
    """Students are children where a school is spoken of, and no university."""
    assert category == events(text)[0][2]


def test_killed_in_action() -> None:
    """Who is killed in action fights."""
    assert ["combatant"] == [found for _, _, found in events("Twelve men were killed in action.")]
