"""What a quantity counts."""

import pytest

from counterclaim.finding.phrases import spelled
from tests.fixtures.parses import LEXICON, counts, scene


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Twelve soldiers died.", "combatant"),
        ("They lost 12 armoured vehicles.", "armoured_vehicle"),
        ("They lost 12 tanks and other armoured vehicles.", "armoured_vehicle"),
        ("They lost 12 units of special military vehicles.", "vehicle"),
        ("They seized two crates of ammunition.", "munition"),
        ("Dozens of civilians fled.", "civilian"),
        ("They lost 46 multiple rocket launchers.", "mlrs"),
        ("Some 12 zorgles died.", None),
    ],
)
def test_longest_phrase_tells_the_category(text: str, category: str | None) -> None:
    """The longest known phrase that ends at the counted noun wins; what comes after "of" counts behind a classifier."""
    assert category == counts(text)[0].phrase.category


def test_headless_count_has_no_noun() -> None:
    """ "18 were injured" counts whatever was counted before."""
    [item] = counts("In all, 18 were injured.")

    assert (None, None) == (item.phrase.noun, item.phrase.category)


def test_two_of_them_is_partitive() -> None:
    """A count of a pronoun is a part of what the pronoun stands for."""
    assert counts("Two of them were injured.")[0].phrase.partitive


def test_further_categories_hold_as_well() -> None:
    """ "Women journalists" are journalists, and women."""
    phrase = counts("Two women journalists were detained.")[0].phrase

    assert ("journalist", ("woman",)) == (phrase.category, phrase.also)


def test_hyphens_are_spelled_as_in_the_rules() -> None:
    """The parser sets hyphens apart."""
    t = scene("The anti-aircraft gun fired.").tree

    assert "anti-aircraft gun" == spelled(t, 1, t.words.index("gun") + 1)
    assert "anti-aircraft gun" in LEXICON.targets
