"""Claims of several articles that say the same."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.compare.same_claim import Block, block, group, likeness
from counterclaim.figures import Figure
from tests.fixtures.figures import figure


def nothing(near: Block) -> list[tuple[Figure, str]]:
    """A ledger without claims."""
    return []


def other(number: int = 12, **told: Any) -> Figure:
    """The same claim in another article, in other words."""
    said = f"In Oakford {number} people were killed on Monday, the army announced."
    return figure(number, **({"said": said, "article": "b"} | told))


def test_same_claim_in_two_articles() -> None:
    """One claimant, one number, one day, other words."""
    first, second = figure(), other()

    assert likeness(first, second).same
    assert {first.claim: first.claim, second.claim: first.claim} == group([first, second], nothing)


def test_likeness_has_no_order() -> None:
    """Swapping two claims changes no score."""
    assert likeness(figure(), other(side=None)).score == likeness(other(side=None), figure()).score


@pytest.mark.parametrize(
    "told",
    [{"claimant": "Guard (Southland)"}, {"event": "injured"}, {"category": "tank"}, {"side": "Northland"},
     {"low": 13, "high": 13}, {"modality": "denied"}, {"end": "2031-05-09"}, {"place": "Elmford"},
     {"scope": "starvation"}, {"unit": "t"}],
)  # fmt: skip
def test_other_claims_stay_apart(told: dict[str, Any]) -> None:
    """What differs in one thing is another claim, with the reason."""
    found = likeness(figure(), other(**told))

    assert (False, 0.0) == (found.same, found.score)
    assert found.reasons


def test_what_one_leaves_out_does_not_part_them() -> None:
    """A side, place or day that only one names leaves them the same, with the reason told."""
    found = likeness(figure(), other(side=None, place=None, country=None))

    assert found.same
    assert "only one says Southland" in found.reasons


def test_dropped_bound_is_the_same_claim() -> None:
    """ "At least 12" and "12" of one claimant are one claim; "dozens" and "24" are not."""
    dozens: dict[str, Any] = {"high": None, "form": "vague", "quantity": "dozens", "said": "The army said dozens died."}

    assert likeness(figure(high=None, form="at_least"), other()).same
    assert not likeness(figure(24, **dozens), other(24)).same


def test_one_article_says_two_things() -> None:
    """Two equal figures of one article are two claims, unless the article itself repeats one."""
    first, second = figure(), other(article="a")
    again = other(article="a", restates=first.claim)

    assert 2 == len(set(group([first, second], nothing).values()))
    assert {first.claim} == set(group([first, again], nothing).values())


def test_new_claims_join_known_groups() -> None:
    """A new claim is held only against what is filed near it, and joins their group."""
    asked: list[Block] = []

    def known(near: Block) -> list[tuple[Figure, str]]:
        asked.append(near)
        return [(figure(), "group 7")]

    new = other()
    assert {new.claim: "group 7"} == group([new], known)
    assert [block(new)] == asked
