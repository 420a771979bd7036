"""Words of every day in text without case."""

from __future__ import annotations

import pytest

from counterclaim.gazetteer.everyday import has_stem, is_everyday

WORDS = frozenset({"bomb", "raise", "kidnap", "army", "low", "income"})


@pytest.mark.parametrize("word", ["bomb", "bombs", "bombed", "raising", "kidnapped", "armies", "low-income"])
def test_endings_and_compounds_are_words(word: str) -> None:
    """A word with an ending, or made of such words, is one of every day."""
    assert is_everyday(word, WORDS)


@pytest.mark.parametrize("word", ["bombay", "homs", "low-zacamil", "es", "ied"])
def test_names_are_none(word: str) -> None:
    """What only begins like a word, or joins a name to one, may be a name."""
    assert not is_everyday(word, WORDS)


def test_a_word_is_not_its_own_stem() -> None:
    """Only another word with an ending has a stem."""
    assert not has_stem("bomb", WORDS)
