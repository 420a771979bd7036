"""Denials beside what they deny."""

from __future__ import annotations

from typing import Any

from counterclaim.compare.denials import denials_of, find_denials, find_denials_without_claim
from counterclaim.figures import STATEMENT, Figure
from tests.fixtures.figures import figure

CLAIM = "The guard said that 40 villagers were killed by artillery shells in the school at Oakford."
DENIAL = "The army denied that 40 villagers were killed by its artillery shells in a school at Oakford."


def claim(**told: Any) -> Figure:
    """What is denied."""
    return figure(40, **({"said": CLAIM, "claimant": "Guard (Southland)", "article": "b"} | told))


def denial(**told: Any) -> Figure:
    """Who denies it, in another article, two days later."""
    fields = {"said": DENIAL, "modality": "denied", "act": "denied", "published": "2031-05-08"}
    return figure(40, **(fields | told))


def test_denial_finds_its_claim_in_another_article() -> None:
    """The same number, event, side and place, and words in common."""
    said, denied = claim(), denial()
    [found] = find_denials([denied, said])

    assert (denied, (said,)) == (found.denial, found.denied)
    assert (denied,) == denials_of(said, [found])


def test_denial_answers_what_its_article_says() -> None:
    """A denial that names the claim it answers needs no search."""
    said = claim(article="a", said="Forty people died, the guard said.")
    [found] = find_denials([said, denial(answers=said.claim, side=None, place=None)])

    assert (said,) == found.denied


def test_denial_of_something_else() -> None:
    """Another number, place, side or event, one's own claim, one of later days or long before is not denied."""
    others: list[dict[str, Any]] = [
        {"low": 90, "high": 90}, {"place": "Elmford"}, {"side": "Northland", "start": "2031-05-04"},
        {"event": "injured"}, {"claimant": "Army (Northland)"}, {"published": "2031-05-20"},
        {"published": "2031-03-01"}, {"said": "40 died."},
    ]  # fmt: skip

    assert [()] * 8 == [found.denied for other in others for found in find_denials([denial(), claim(**other)])]


def test_denial_without_claim_is_an_alarm() -> None:
    """A denied figure that nobody claims is told; with its claim it is not."""
    [alarm] = find_denials_without_claim([denial()])

    assert ("denial_without_claim", None, 40) == (alarm.kind, alarm.first, alarm.second.low)
    assert [] == list(find_denials_without_claim([denial(), claim()]))


def test_denied_statement_is_told_once() -> None:
    """A denied statement around a denied figure is not told beside it."""
    statement = denial(kind=STATEMENT, low=None, high=None, quantity_start=None, quantity_end=None, form=None)

    assert 1 == len(find_denials([denial(), statement, claim()]))


def test_vague_denial_is_of_no_smaller_number() -> None:
    """Who denies hundreds does not deny eighteen, nor a statement that tells of the eighteen."""
    vague = denial(low=200, high=None, form="vague")
    few = claim(low=18, high=18)
    told = claim(low=None, high=None, kind=STATEMENT, claim="s1")
    many = claim(low=300, high=300, article="c")

    assert [(many,)] == [found.denied for found in find_denials([vague, few, told, many])]


def test_denial_agrees_with_none() -> None:
    """Who denies a release denies nobody's words that no one was released."""
    said = "The guard said that no villagers were killed by artillery shells in the school at Oakford."
    none = figure(0, said=said, quantity="no", form="none", claimant="Guard (Southland)", article="b")
    [found] = find_denials([none, denial(low=None, high=None, form=None, kind=STATEMENT)])

    assert () == found.denied
