"""Who contradicts whom, and what cannot be compared."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.compare.comparability import compare_figures
from counterclaim.compare.contradictions import contradiction, find_contradictions, not_comparable
from counterclaim.compare.standings import find_standings, hold_together
from counterclaim.compare.words import may_be_one
from counterclaim.figures import Figure
from tests.fixtures.figures import figure, total

ARMY = "The army said that 12 people were killed when a shell hit the market hall in Oakford."
GUARD = "The Southland guard said that 30 people were killed by a shell at the market hall in Oakford."


def army(number: int = 12, **told: Any) -> Figure:
    """What the army of one side says."""
    return figure(number, **({"said": ARMY.replace("12", str(number))} | told))


def guard(number: int = 30, **told: Any) -> Figure:
    """What the other side's guard says in another article."""
    fields = {"said": GUARD.replace("30", str(number)), "claimant": "Guard (Southland)", "article": "b"}
    return figure(number, **(fields | told))


def test_contradiction_with_its_ratio() -> None:
    """Two claimants, one incident, 12 and 30: two and a half times as many."""
    [found] = find_contradictions([guard(), army()])

    assert (12, 30, 2.5, 1) == (found.lower.low, found.higher.low, found.ratio, found.days)
    assert ("Army (Northland)", "Guard (Southland)") == found.claimants


def test_order_of_the_claims_does_not_matter() -> None:
    """Swapping two claims gives the same contradiction."""
    assert contradiction(army(), guard()) == contradiction(guard(), army())


def test_overlapping_figures_do_not_contradict() -> None:
    """At least 12 allows 30; about 30 allows 28."""
    assert () == find_contradictions([army(high=None, form="at_least", qualifier="at least"), guard()])
    assert () == find_contradictions([army(28), guard(form="approx")])


def test_strict_bounds_and_tolerance() -> None:
    """More than 30 contradicts 30; about 12 with 10 % contradicts 30."""
    assert 1 == len(find_contradictions([army(30, high=None, form="at_least", qualifier="more than"), guard()]))
    assert 1 == len(find_contradictions([army(form="approx"), guard()]))


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"event": "injured"}, "other event: injured against killed"),
        ({"event": "casualties"}, "one is part of the other: casualties against killed"),
        ({"category": "child"}, "one is part of the other: child against person"),
        ({"category": "tank"}, "other category: person against tank"),
        ({"side": "Northland", "said": "30 died as a shell hit a home."}, "other side: Northland against Southland"),
        ({"unit": "km2"}, "other unit: a count against km2"),
        ({"scope": "starvation"}, "other scope: everything against starvation"),
        ({"basis": "cumulative"}, "other basis: cumulative against event"),
        ({"basis": "unspecified"}, "period not stated"),
        ({"start": "2031-05-04", "end": "2031-05-04"}, "other period: 2031-05-04 against 2031-05-05"),
        ({"end": None}, "period not stated"),
        ({"place": "Elmford"}, "other territory: Elmford against Oakford"),
        ({"modality": "possible"}, "one is possible"),
        ({"modality": "denied"}, "one is denied"),
        ({"form": "vague", "high": None}, "no number that can be compared: 30"),
        ({"part_of": "x"}, "one is given as a part of another figure"),
        ({"claimant": "the outlet's own voice (D)"}, "one is the outlet's own voice: nobody is named who claims it"),
        ({"claimant": "activists"}, "one claimant is nobody in particular: activists"),
        ({"claimant": "Northland Army (Northland)"}, "both may be the same claimant"),
        ({"said": "Another 30 people died in the market hall."}, "one is given on top of another figure"),
        ({"said": "30 of the dead of the market hall were old."}, "one is given as a part of another figure"),
        ({"said": "A fire broke out elsewhere and 30 died."}, "nothing tells that it is the same incident"),
    ],
)  # fmt: skip
def test_not_comparable(told: dict[str, Any], reason: str) -> None:
    """What speaks against a comparison is told, and is no contradiction."""
    found = not_comparable(army(), guard(**told))

    assert found is not None
    assert reason in found.reasons
    assert () == find_contradictions([army(), guard(**told)])


def test_side_that_only_one_names() -> None:
    """For one incident it does not matter that only one says whose the dead were."""
    assert compare_figures(army(side=None), guard()).comparable


def test_whose_bystanders_were_may_be_disputed() -> None:
    """Two sides of the same civilians do not part two tolls of one incident; soldiers of two sides are two counts."""
    assert contradiction(army(category="civilian"), guard(category="civilian", side="Northland"))
    assert not contradiction(army(category="combatant"), guard(category="combatant", side="Northland"))


def test_wide_place_does_not_tell_an_incident() -> None:
    """In a whole country two figures of one day may be of two incidents."""
    wide: dict[str, Any] = {"place": "Southland", "precision": "country"}
    words = "At least 30 people died after an air raid."
    reasons = compare_figures(army(**wide), guard(**wide, said=words)).reasons

    assert "place not precise enough to tell one incident from another" in reasons


def test_rival_toll_of_the_same_article() -> None:
    """ "The observatory put the toll at six" needs no words in common with the sentence before."""
    rival = guard(6, said="The guard put the toll at 6.", article="a", evidence_start=200, evidence_end=228)

    assert 2.0 == getattr(contradiction(army(), rival), "ratio", None)


def test_totals_of_one_day_contradict() -> None:
    """Two ministries' totals since one beginning, on one day, in tables; other days are another period."""
    tabled: dict[str, Any] = {"confidence": 1.0}
    one = [total(n, day, **tabled) for n, day in ((100, "2031-03-01"), (110, "2031-03-02"))]
    other = [
        total(n, day, claimant="Media Office (Southland)", **tabled)
        for n, day in ((150, "2031-03-01"), (160, "2031-03-02"), (105, "2031-03-05"))
    ]
    [found] = find_contradictions([*one, *other])

    assert ("2031-03-02", 2, 1.4545) == (found.higher.end, found.days, round(found.ratio or 0, 4))


def test_standings_say_who_agrees_and_who_cannot_be_compared() -> None:
    """Each two claimants once: contradiction, agreement, or the reasons."""
    monitor = figure(12, claimant="Lake Mission", article="c", said=ARMY)
    abroad = figure(12, claimant="Far Bureau", article="d", said=ARMY, scope="visually confirmed")
    found = find_standings([army(), guard(), monitor, abroad])

    assert [
        ("contradicts", "Army (Northland)", "Guard (Southland)"),
        ("contradicts", "Guard (Southland)", "Lake Mission"),
        ("agrees", "Army (Northland)", "Lake Mission"),
    ] == [(s.verdict, s.one.claimant, s.other.claimant) for s in found[:3]]
    assert {("other scope: everything against visually confirmed",)} == {s.reasons for s in found[3:]}


def test_standings_take_the_nearest_figures() -> None:
    """A total of one day is held against the other claimant's total of that day, not of another."""
    ours = [total(100 + n, f"2031-03-{n:02}", confidence=1.0) for n in range(1, 29)]
    other = total(90, "2031-03-07", claimant="Media Office (Southland)", confidence=1.0)
    [found] = find_standings([*ours, other])

    assert ("contradicts", {"2031-03-07"}) == (found.verdict, {found.one.end, found.other.end})


def _strangers() -> list[Figure]:
    """Forty who give a total each, of another day each, and two of the last day."""
    found = [total(100 + n, f"2031-{1 + n // 28:02}-{1 + n % 28:02}", claimant=f"Office {n}", confidence=1.0)
             for n in range(40)]  # fmt: skip
    return [*found, total(300, found[-1].end or "", claimant="Guard (Southland)", confidence=1.0)]


def test_no_more_are_looked_at_than_asked_for() -> None:
    """Of those who cannot be compared only so many are looked at; the others are counted, and no contradiction lost."""
    every, some = find_standings(_strangers()), hold_together(_strangers(), most=7)

    assert ("contradicts", 1 + 7, len(every) - 8) == (
        some.standings[0].verdict, len(some.standings), some.unseen,
    )  # fmt: skip


def test_those_who_spoke_at_about_one_time_are_looked_at() -> None:
    """The pairs that are looked at follow each other in time."""
    days = [sorted((s.one.end or "", s.other.end or "")) for s in hold_together(_strangers(), most=9).standings]
    ordered = sorted({figure.end or "" for figure in _strangers()})

    assert [] == [two for two in days if ordered.index(two[1]) - ordered.index(two[0]) > 1]


@pytest.mark.parametrize("categories", [("person", "person", "person"), ("person", "civilian", "tank")])
def test_pairs_not_looked_at_are_counted_right(categories: tuple[str, ...]) -> None:
    """However few are looked at, with the others they are all that there are: a part and its whole among them."""
    figures = [total(10 + n, f"2031-03-{1 + n:02}", claimant=f"Office {n % 5}", category=categories[n % 3])
               for n in range(20)]  # fmt: skip
    every = len(find_standings(figures))

    assert [every] * 3 == [len(held.standings) + held.unseen
                           for held in (hold_together(figures, most=most) for most in (0, 3, 1000))]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["31 were killed, including 10 on a bus", "31 were killed, among them at least 10", "31 died, including ten here"],
)
def test_part_that_the_other_sentence_names(words: str) -> None:
    """A number that the other sentence gives as a part of its own contradicts nothing."""
    part = figure(
        10, said="The rescuers said that 10 were killed when a bus was hit in Oakford.", claimant="Rescue (Oakford)"
    )
    whole = figure(31, said=f"A bus was hit in Oakford: {words}, the army said.", article="b")

    assert "one is given as a part of the other" in compare_figures(part, whole).reasons
    assert "one is given as a part of the other" in compare_figures(whole, part).reasons


def test_nameless_monitor_may_be_the_observatory() -> None:
    """Who counts the dead without a name may be any body of such a name; a television station is none."""
    monitor, observatory, station = "a monitoring group", "Northland Observatory", "Northland Television"

    assert (True, False) == (may_be_one(monitor, observatory), may_be_one(monitor, station))
