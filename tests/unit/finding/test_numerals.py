"""Numerals in digits and words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.finding.numerals import find_numerals
from counterclaim.rules import load_rules

RULES = load_rules("en")
# fmt: off
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
# fmt: on
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spoken(number: int, *, joined: bool) -> str:
    """A number in English words, with or without "and"."""
    for value, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= value:
            high, rest = divmod(number, value)
            link = " and " if joined and 0 < rest < 100 else " "
            return f"{spoken(high, joined=joined)} {name}" + (f"{link}{spoken(rest, joined=joined)}" if rest else "")
    if number < 20:
        return SMALL[number]
    ten, unit = divmod(number, 10)
    return TENS[ten - 2] + (f"-{SMALL[unit]}" if unit else "")


def values(text: str) -> list[tuple[str, int | Fraction]]:
    """Words and value of each numeral."""
    return [(text[n.start : n.end], n.value) for n in find_numerals(text, RULES)]


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 10**7), st.booleans())
def test_every_number_in_words(number: int, joined: bool) -> None:
    """Every number up to ten million is read from its words, whole."""
    text = spoken(number, joined=joined)

    assert [(text, number)] == values(text)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**7), st.sampled_from([",", " ", "\u00a0", "\u202f", "\u2009", "'", "’", ""]))
def test_every_number_in_digits(number: int, separator: str) -> None:
    """Every number up to ten million is read from its digits, with any separator of thousands."""
    text = f"{number:,}".replace(",", separator)

    assert [(text, number)] == values(text)


SPELLINGS: list[tuple[str, list[tuple[str, int | Fraction]]]] = [
    ("5.3 thousand", [("5.3 thousand", 5300)]),
    ("1.2 million", [("1.2 million", 1_200_000)]),
    ("10k, 2.33 k", [("10k", 10_000), ("2.33 k", 2330)]),
    ("2bn", [("2bn", 2_000_000_000)]),
    ("8.3 mln tonnes", [("8.3 mln", 8_300_000)]),
    ("13 lakh", [("13 lakh", 1_300_000)]),
    ("13,45,000", [("13,45,000", 1_345_000)]),
    ("1.500.000", [("1.500.000", 1_500_000)]),
    ("five and a half million", [("five and a half million", 5_500_000)]),
    ("three million and a half", [("three million and a half", 3_500_000)]),
    ("an estimated half-a-million", [("half-a-million", 500_000)]),
    ("one-and-a-half million", [("one-and-a-half million", 1_500_000)]),
    ("two-and-a-half-million", [("two-and-a-half-million", 2_500_000)]),
    ("a million-and-a-half", [("a million-and-a-half", 1_500_000)]),
    ("4 thousand 3 hundred and 21", [("4 thousand 3 hundred and 21", 4321)]),
    ("fifty - two", [("fifty - two", 52)]),
    ("a hundred thousand", [("a hundred thousand", 100_000)]),
    ("three dozen", [("three dozen", 36)]),
    ("2.5", [("2.5", Fraction(5, 2))]),
    ("3 hundred and 2 hundred", [("3 hundred", 300), ("2 hundred", 200)]),
    ("22,24,26", [("22", 22), ("24", 24), ("26", 26)]),
    ("1, 234", [("1", 1), ("234", 234)]),
    ("two three", [("two", 2), ("three", 3)]),
    ("2 500-pound bombs", [("2", 2), ("500", 500)]),
    ("someone often", []),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS, ids=[text for text, _ in SPELLINGS])
def test_spellings(text: str, expected: list[tuple[str, int | Fraction]]) -> None:
    """Scales, suffixes, fractions and lists are read as a reader would."""
    assert expected == values(text)
