"""What is counted, where the noun alone does not say it."""

import pytest

from tests.fixtures.parses import events, found


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("There were 12 civilian casualties.", "civilian"),
        ("He spoke of 12 deaths among soldiers.", "combatant"),
        ("The brigade suffered 120 casualties.", "combatant"),
        ("The village suffered 12 casualties.", "person"),
        ("They killed 12 members of the council.", "person"),
        ("Some 900 residents were displaced.", "person"),
        ("They clashed with militants, killing 12.", "combatant"),
        ("He was shot by policemen as he fired from the lorry he used to kill 12.", "person"),
        ("They killed 12 guerrilla members.", "combatant"),
        ("They killed a hundred of militants SANA news agency reported.", "combatant"),
        ("The blast wounded a female teacher.", "woman"),
    ],
)
def test_category_from_the_words_around(text: str, category: str) -> None:
    """Victims named with the event, those who bear it, the people last named."""
    assert [category] == [found_category for _, _, found_category in events(text)]


def test_part_of_the_casualties_says_who_it_is() -> None:
    """ "Casualties, including two officers" says who two of them were."""
    categories = [category for _, _, category in events("There were eight casualties, including two officers.")]

    assert ["person", "combatant"] == categories


def test_name_with_a_civil_word_is_no_civilian() -> None:
    """ "Peasants' Front casualties" are not peasants."""
    assert ["person"] == [category for _, _, category in events("There were 12 Peasants' Front casualties.")]


def test_headless_count_shares_the_words_before() -> None:
    """ "And 18 were injured" is said of the same people."""
    first, second = found("Five pilots were killed and 18 were injured.")[0]

    assert ("combatant", first.target) == (second.category, second.target)


@pytest.mark.parametrize("text", ["The ministry killed two bills.", "They released two albums.", "He lost 12 matches."])
def test_nothing_happens_to_the_unaffected(text: str) -> None:
    """Bills, albums and matches are no targets, whatever the verb."""
    assert [] == events(text)
