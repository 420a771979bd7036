"""Forms of names in running text: whole words, the longest form, capitals respected."""

from __future__ import annotations

import pytest

from counterclaim.names_matching import Matcher, is_shouting, lower

FORMS = ("Niger", "Nigeria", "U.S.", "=US", "=Lebanese Forces", "Islamic State", "Islamic State group")


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Matcher(FORMS).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops from Niger and Nigeria met.", ["Niger", "Nigeria"]),
        ("the Islamic State group said", ["Islamic State group"]),
        ("Nigerian and Nigerien troops", []),
        ("The US told us.", ["US"]),
        ("U.S.-led troops of the U.S.", ["U.S.", "U.S."]),
        ("The Lebanese Forces are a party.", ["Lebanese Forces"]),
        ("Lebanese forces are an army.", []),
        ("THEY TOLD US THAT NIGERIA FELL", ["NIGERIA"]),
    ],
)
def test_forms_are_found(text: str, expected: list[str]) -> None:
    """Whole words only, the longest at a place, "US" but not "us" and not among capitals."""
    assert expected == found(text)


def test_lowering_keeps_lengths() -> None:
    """A letter whose small form has two characters stays as it is."""
    assert len("İstanbul") == len(lower("İstanbul"))


def test_headline_capitals_are_no_shouting() -> None:
    """Shouting is text in capitals, not text with a few of them."""
    expected = [True, False]

    assert expected == [is_shouting("IRAQ SAYS IRAN ATTACK REPULSED"), is_shouting("Iraq Says Iran Attack Repulsed")]
