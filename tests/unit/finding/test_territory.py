"""Places taken or lost by name."""

import pytest

from counterclaim.finding.lexicon import lexicon
from counterclaim.finding.territory import may_change_hands
from tests.fixtures.parses import RULES, events, tree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops captured Bakhmut and Soledar.", [("gained", "Bakhmut"), ("gained", "Soledar")]),
        ("They took control of the village of Klishchiivka.", [("gained", "Klishchiivka")]),
        (
            "Troops captured Rivne in Donetsk region and Lisne in Kharkiv region, the ministry said.",
            [("gained", "Rivne"), ("gained", "Lisne")],
        ),
        ("Troops took Rivne in Donetsk region and shelled Lisne in Kharkiv region.", [("gained", "Rivne")]),
        ("The army withdrew from Palmyra.", [("lost", "Palmyra")]),
        ("Troops drove the rebels out of Palmyra.", [("gained", "Palmyra")]),
        ("The flood drove farmers out of Palmyra.", []),
        ("The army established control over the town of Lisne.", [("gained", "Lisne")]),
        ("Troops captured the Aleppo suburb of Harasta on Sunday.", [("gained", "Harasta")]),
        ("The army has not captured Aleppo.", []),
        ("The army plans to capture Aleppo.", []),
        ("Troops captured the mayor of Melitopol.", []),
        ("Troops shelled Bakhmut.", []),
        ("Troops occupied Syria.", []),
        ("They surrounded the town of Mariupol, controlled by the army.", []),
        ("They saw the village of Horenka, where he was taken to a house.", []),
        ("A child died in Russian-occupied Mariupol.", []),
        ("Aleppo has come under attack.", []),
        ("It appears Moscow is losing patience with the talks.", []),
    ],
)
def test_places_that_change_hands(text: str, expected: list[tuple[str, str]]) -> None:
    """One claim for each settlement taken or lost; not for whole countries, plans, mayors and places merely held."""
    assert expected == [(event, words) for event, words, category in events(text) if category == "settlement"]


def test_only_words_for_taking_are_worth_a_look() -> None:
    """The gazetteer is asked only where a place may have changed hands."""
    assert may_change_hands(tree("Troops captured Bakhmut."), lexicon(RULES))
    assert not may_change_hands(tree("Troops died."), lexicon(RULES))


def test_in_peace_few_words_are_worth_a_look() -> None:
    """In an article about anything else, "took" and "lost" send nobody to the gazetteer."""
    assert not may_change_hands(tree("Spurs took the lead and lost the cup."), lexicon(RULES, about_violence=False))
