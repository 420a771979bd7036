"""What an article is about, and the words that count only in articles about violence."""

import pytest

from counterclaim.finding.topic import is_about_violence, may_be_about_violence
from tests.fixtures.parses import RULES, events

QUIET = " The shop sells bread and the sun is out." * 10
WAR = " Rebels and soldiers fought in the streets, and shelling killed civilians." * 5


def test_short_texts_may_be_about_violence() -> None:
    """One sentence is too short to tell."""
    text = "The army lost two towns."

    assert (False, True) == (is_about_violence(text, RULES), may_be_about_violence(text, RULES))


@pytest.mark.parametrize(
    "text",
    [
        "The team lost 12 players to the league.",
        "The firm deployed 80 vehicles.",
        "The captain hit two ships in the game.",
        "The singer captured two villages on film.",
        "Taxis are taking over two towns.",
    ],
)
def test_loose_words_count_only_beside_war(text: str) -> None:
    """ "Lost", "hit", "took" and "deployed" are words of every trade."""
    assert [] == events(text + QUIET)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people were killed in a crash.", ("killed", "Two", "person")),
        ("Police arrested 14 suspects.", ("detained", "14", "person")),
    ],
)
def test_deaths_and_arrests_count_everywhere(text: str, expected: tuple[str, str, str]) -> None:
    """What happens to people in crimes and accidents is a claim in any article."""
    assert [expected] == events(text + QUIET)


def test_loose_words_count_in_a_war() -> None:
    """The same words in an article about fighting."""
    assert ("destroyed", "12", "tank") in events("The army lost 12 tanks." + WAR)


def test_pilots_are_no_fighters_in_peace() -> None:
    """Who flies or keeps order is a combatant only where a war is told of."""
    text = "Two pilots and three officers were killed."

    assert ["person", "security"] == [category for _, _, category in events(text + QUIET)]


def test_a_word_of_war_here_and_there_is_no_war() -> None:
    """A long text needs several such words, of several kinds, and not too far apart."""
    four = "Troops, rebels, shelling and a siege. "

    assert is_about_violence(four + QUIET * 5, RULES)
    assert not is_about_violence(four + QUIET * 25, RULES)
    assert not is_about_violence("Shells, shells, shells and shells. " + QUIET * 5, RULES)
