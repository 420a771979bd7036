"""Claims as text for a terminal."""

from __future__ import annotations

import pytest

from counterclaim.views import table
from tests.fixtures.extractions import EMPTY, FULL

TEXT = "".join(table.render([FULL]))
LINES = TEXT.split("\n")


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_asked(width: int) -> None:
    """The table keeps to the width of the screen."""
    assert max(map(len, "".join(table.render([FULL], width=width)).split("\n"))) <= width


@pytest.mark.parametrize(
    "words",
    [
        "Army (Northland) stated",
        "Jan Roe, Army (Northland) stated; cited by Agency",
        "In the outlet's own voice",
        "The Northland army said at least 12 Southland soldiers were killed near Alpha on Tuesday.",
        "at least 12",
        "dozens (24",
        "near Alpha",
        "denied",
        "1 statement without a figure",
        "1 number passed over",
    ],
)
def test_table_says(words: str) -> None:
    """Claimant with act, sentence, number in its own words, place, firmness and counts are there."""
    assert words in TEXT


def test_sentence_and_claimant_stand_once_for_their_claims() -> None:
    """Claims of one sentence and one source share one heading."""
    assert 1 == sum(line.startswith("Jan Roe, Army (Northland) stated") for line in LINES)


def test_statements_without_figure_stand_below() -> None:
    """What else was said comes after the claims, with its speaker."""
    start = LINES.index("Also said, without a figure")

    assert ["Jan Roe, Army (Northland) conceded (injured)", "  there were wounded"] == LINES[start + 1 : start + 3]


def test_article_text_is_no_markup() -> None:
    """Brackets of an article are shown, never obeyed."""
    assert "Its spokesman Jan <b>Roe</b> said" in TEXT


def test_plain_by_default() -> None:
    """Without colour there is no escape character."""
    assert (False, True) == ("\x1b" in TEXT, "\x1b" in "".join(table.render([FULL], colour=True)))


def test_nothing_found_is_said() -> None:
    """An article without claims still gets its heading and its counts."""
    assert "0 claims, 0 statements without a figure, 0 numbers passed over" in "".join(table.render([EMPTY]))
