"""Expressions that ignore capitals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.caseless import caseless

EXPRESSION = r"\b(?:so\s+far(?P<a>)|\S+ in (?-i:May|MAY)(?P<b>)|Kyiv says?(?P<c>))(?!\w)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So  far 12, SO FAR 13", ["So  far", "SO FAR"]),
        ("12 in may, 13 in May", ["13 in May"]),
        ("KYIV SAYS", ["KYIV SAYS"]),
        ("İ so far", ["so far"]),
        ("none", []),
    ],
)
def test_fits_whatever_the_capitals(text: str, expected: list[str]) -> None:
    """Capitals count only where the expression asks for them."""
    assert expected == [found[0] for found in caseless(EXPRESSION).finditer(text)]


def test_gives_the_first_fit() -> None:
    """A search gives the first fit, with its groups."""
    found = caseless(EXPRESSION).search("Kyiv says so far")

    assert found is not None
    assert ("Kyiv says", "c") == (found[0], found.lastgroup)


@given(st.text(st.sampled_from("sofarin myKMAYxX")))
def test_finds_what_the_expression_finds(text: str) -> None:
    """Looking at small letters first changes nothing."""
    exact = re.compile(EXPRESSION, re.IGNORECASE)

    assert [m.span() for m in exact.finditer(text)] == [m.span() for m in caseless(EXPRESSION).finditer(text)]
