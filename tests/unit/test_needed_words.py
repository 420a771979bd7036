"""Words that an expression cannot do without."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim import needed_words as module
from counterclaim.needed_words import begins_with_letter, chooser_of, needed_words

EXPRESSIONS = (r"so\s+far", r"\b(?:(?i:town)|city) of (?=\w+burg)", r"(?:was )?held|holding", r"\d+", r"(?:until )+now")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("(?:killed|lost) already", [{"killed", "lost"}, {" already"}]),
        ("(?:to )?[dD]ay", []),
        ("(?:un)+til(?=dates)|now", [{"now", "dates"}]),
        ("(?:town|be)to", []),
    ],
)
def test_tells_the_words_of_each_piece(expression: str, expected: list[set[str]]) -> None:
    """Pieces that need not be there, and those too short to tell anything, give no words."""
    assert expected == [set(words) for words in needed_words(expression)]


def test_chooses_what_may_fit() -> None:
    """An expression without needed words may always fit, the others where all that they need is there."""
    assert [0, 3] == list(chooser_of(EXPRESSIONS).may_fit("they went too far"))


@given(st.lists(st.sampled_from(["so", "far", "Town", "city", "of", "Burg", "was held", "1", "until", "now"])))
def test_chooses_whatever_fits(words: list[str]) -> None:
    """No expression is passed over that fits the text."""
    text = " ".join(words)
    fits = {number for number, expression in enumerate(EXPRESSIONS) if re.search(expression, text)}

    assert fits <= set(chooser_of(EXPRESSIONS).may_fit(text.lower()))


@pytest.mark.parametrize(
    ("expression", "expected"), [("(?:so|to) far", True), (r"\w+ far", False), ("(?:so )?far", False), ("", False)]
)
def test_tells_a_letter_at_the_beginning(expression: str, expected: bool) -> None:
    """An expression that may begin with anything begins with no letter."""
    assert expected == begins_with_letter(expression)


def test_tries_every_expression_where_none_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the standard library does not read expressions as it does today, none is passed over."""
    monkeypatch.setattr(module, "READER", None)

    assert list(range(len(EXPRESSIONS))) == list(chooser_of(EXPRESSIONS).may_fit("now"))
    assert not begins_with_letter("far")


@pytest.mark.parametrize("found", [None, lambda expression: [], lambda expression: [(len, 1), (len, 2), (len, 3)]])
def test_takes_no_other_reading(monkeypatch: pytest.MonkeyPatch, found: object) -> None:
    """A parser that is missing, or gives something else for an expression that we know, is not used."""
    monkeypatch.setattr(module, "import_module", lambda name: SimpleNamespace(parse=found))

    assert module._reader() is None
