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
    ],
)
def test_category_from_the_words_around(text: str, category: str) -> None:
    """Victims named with the event, those who bear it, the people last named."""
    assert [category] == [found_category for _, _, found_category in events(text)]


def test_headless_count_shares_the_words_before() -> None:
    """ "And 18 were injured" is said of the same people."""
    first, second = found("Five pilots were killed and 18 were injured.")[0]

    assert ("combatant", first.target) == (second.category, second.target)


@pytest.mark.parametrize("text", ["The ministry killed two bills.", "They released two albums.", "He lost 12 matches."])
def test_nothing_happens_to_the_unaffected(text: str) -> None:
    """Bills, albums and matches are no targets, whatever the verb."""
    assert [] == events(text)
