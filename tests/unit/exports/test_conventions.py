"""Vague words by named conventions."""

from __future__ import annotations

import pytest

from counterclaim.exports.conventions import Bounds, bounds, names
from counterclaim.exports.tables import table
from tests.fixtures.rows import row

VAGUE = {"form": "vague", "low": 24, "high": None}


@pytest.mark.parametrize(
    ("convention", "words", "low"),
    [("acled", "tens", 10), ("acled", "Dozens", 12), ("acled", "hundreds", 100), ("ucdp", "dozens", 24)],
)
def test_words_by_convention(convention: str, words: str, low: int) -> None:
    """Each convention has its own number for the same word, and its name goes with it."""
    assert Bounds(low, None, convention) == bounds(row(1, **VAGUE, quantity=words), convention)


def test_ours_is_what_was_extracted() -> None:
    """Our own convention is the one that extraction named."""
    assert Bounds(24, None, "counterclaim-1") == bounds(row(1))


def test_without_a_convention_no_number() -> None:
    """Vague words stay without a number where no convention is named."""
    assert Bounds(None, None) == bounds(row(1), None)


def test_words_that_a_convention_does_not_know() -> None:
    """Words that a convention has no number for stay without one."""
    assert Bounds(None, None, "acled") == bounds(row(1, **VAGUE, quantity="a fair few"), "acled")


@pytest.mark.parametrize("convention", names())
def test_figures_are_left_as_they_are(convention: str) -> None:
    """No convention changes a number that the text gives."""
    assert Bounds(12, None) == bounds(row(0), convention)


def test_unknown_convention() -> None:
    """A convention that there is not is refused."""
    with pytest.raises(ValueError, match="convention 'mine': unknown"):
        bounds(row(1), "mine")


def test_each_line_has_its_source() -> None:
    """Every number of a convention says where it comes from, and stands once."""
    lines = table("conventions")
    keys = [(line["convention"], line["language"], line["words"]) for line in lines]

    assert ([], sorted(set(keys))) == ([line for line in lines if len(line["source"]) < 20], sorted(keys))
