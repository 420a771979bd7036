"""Titles and captions."""

from __future__ import annotations

import pytest

from counterclaim.plots.points import find_points
from counterclaim.plots.words import NOUNS, MeasureError, caption, said, title
from counterclaim.rules import read_table
from counterclaim.vocabulary import CATEGORIES
from tests.fixtures.figures import figure, total


def test_title_says_what_and_that_it_is_claimed() -> None:
    """The title names the measure, and that these are claims."""
    assert "People of Southland killed, Oakford, 2031-05-05: claims, not facts" == title([figure(1), figure(2)])


def test_title_says_only_what_holds_for_all() -> None:
    """Where figures differ in place or side, the title does not say it."""
    assert "People killed: claims, not facts" == title([figure(1), total(2, "2031-05-05", side=None)])


def test_several_measures_are_refused() -> None:
    """Tanks and people do not fit into one picture, and the message says what there is."""
    with pytest.raises(MeasureError, match=r"2 measures fit, .*: event=destroyed category=tank; event=killed category"):
        title([figure(1), figure(2, event="destroyed", category="tank")])


def test_nothing_is_refused() -> None:
    """Without a figure there is no picture."""
    with pytest.raises(MeasureError, match="nothing to draw"):
        title([])


def test_caption_counts_claims_claimants_and_sources() -> None:
    """The caption says on how many sources the picture rests."""
    drawn = find_points([figure(1), figure(2, article="b"), figure(3, claimant="Other")])

    assert "3 claims by 2 claimants from 2 sources. Nothing is filled in between them." == caption(drawn)[0]


def test_caption_tells_what_is_not_drawn() -> None:
    """What could not be drawn is told, by reason."""
    assert (
        "Not drawn: statements without a figure (1)."
        == caption(find_points([figure(1), figure(2, kind="statement")]))[-1]
    )


def test_caption_explains_only_marks_that_are_there() -> None:
    """Open bounds are explained where there are any."""
    plain, fading = ("".join(caption(find_points([found]))) for found in (figure(1), figure(1, high=None)))

    assert (False, True) == ("fading" in plain, "fading" in fading)


def test_a_mark_says_its_claim() -> None:
    """Claimant, act, number, days, outlet and sentence are in the words of a mark."""
    words = said(figure(12, chain="Army (Northland)", act="stated", links=1, outlet="Example News"))

    assert "Army (Northland) (stated): 12, 2031-05-05. Example News, 2031-05-06: “The army said that 12" == words[:91]


def test_every_category_has_its_word() -> None:
    """What is counted can be named in the plural."""
    assert sorted(CATEGORIES) == sorted(row["category"] for row in read_table(NOUNS, NOUNS.read_bytes()))
