"""Which war an article is about, and which camps fight in it."""

from __future__ import annotations

import pytest

from counterclaim.names import load_names
from counterclaim.resolving.conflicts import choose_conflict, conflicts
from counterclaim.rules import load_rules

RULES = load_rules("en")


@pytest.mark.parametrize(
    ("counts", "year", "name"),
    [
        ({"Russia": 5, "Ukraine": 4}, 2022, "Russia-Ukraine"),
        ({"Ukraine": 5, "Russia": 4}, 2022, "Russia-Ukraine"),
        ({"Syria": 3, "Islamic State": 6}, 2016, "Syria"),
        ({"Iraq": 3, "Iran": 3}, 1987, "Iran-Iraq"),
        ({"Boko Haram": 2}, 2016, "Nigeria"),
    ],
)
def test_article_is_about_the_war_it_names(counts: dict[str, float], year: int, name: str) -> None:
    """The war whose camps are named most, of those that were fought then."""
    chosen = choose_conflict(counts, year, RULES)

    assert chosen is not None
    assert name == chosen.name


def test_no_camps_no_war() -> None:
    """An article that names no party to a war is about none."""
    assert choose_conflict({"Liechtenstein": 3}, 2020, RULES) is None


def test_a_war_is_over_when_it_is_over() -> None:
    """A war of the eighties is not taken for one of today."""
    known, _ = conflicts(RULES)
    [gulf] = [conflict for conflict in known if conflict.name == "Iran-Iraq"]
    expected = [True, True, False]

    assert expected == [gulf.is_fought_in(year) for year in (1987, 1989, 2016)]


def test_every_side_of_every_camp_is_registered() -> None:
    """The table of wars speaks of sides that the registry knows."""
    names = load_names(RULES)
    sides = {side for conflict in conflicts(RULES)[0] for camp in conflict.camps for side in camp}

    assert sides <= set(names.sides)


def test_wars_between_states_have_no_government_of_their_own() -> None:
    """Where two states fight, "the government" is neither's."""
    known, _ = conflicts(RULES)
    between = [conflict.government for conflict in known if conflict.between_states]

    assert {None} == set(between)


@pytest.mark.parametrize("counts", [{"Sudan": 5, "Chad": 4}, {"Israel": 9, "Iran": 1}, {"Ethiopia": 9, "Eritrea": 3}])
def test_states_alone_tell_of_no_war_inside_one_of_them(counts: dict[str, float]) -> None:
    """What is said of two states is read alike, though the one has a war at home and the other has none."""
    assert choose_conflict(counts, 2023, RULES) is None


def test_state_named_alone_is_at_no_war() -> None:
    """A state is not taken to be at the war that it is known for: another one, known for several, would not be."""
    assert [None, None] == [choose_conflict({side: 3}, 2023, RULES) for side in ("Ukraine", "Russia")]
