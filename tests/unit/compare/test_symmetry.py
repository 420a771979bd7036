"""The same treatment for every side: swapping two sides' names swaps what is found, and changes nothing else."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.compare.alarms import find_alarms
from counterclaim.compare.disputes import find_disputes
from counterclaim.compare.same_claim import likeness
from counterclaim.compare.standings import find_standings
from counterclaim.figures import Figure
from tests.fixtures.figures import daily, figure, total

WORDS = "{} said that {} soldiers of {} were killed when a shell hit the bridge post in Oakford."
OTHER = {"Northland": "Southland", "Southland": "Northland"}  # of one length: offsets stay


def swapped_words(text: str) -> str:
    """A text with the two names swapped."""
    return text.replace("Northland", "@").replace("Southland", "Northland").replace("@", "Southland")


def swapped(one: Figure) -> Figure:
    """A figure with the two names swapped, everywhere."""
    return replace(
        one, claimant=swapped_words(one.claimant), side=OTHER.get(one.side or "", one.side),
        evidence=swapped_words(one.evidence),
    )  # fmt: skip


def claim(by: str, number: int, article: str, **told: object) -> Figure:
    """What one side says of the other's soldiers."""
    said = WORDS.format(by, number, "Southland")
    fields = {"said": said, "claimant": f"Army ({by})", "article": article, "category": "combatant"}
    return figure(number, **(fields | told))  # type: ignore[arg-type]  # fields of a figure


FIGURES = (
    claim("Northland", 498, "a"),
    claim("Northland", 489, "b", origin="a"),
    claim("Southland", 60, "c"),
    claim("Southland", 498, "d", modality="denied", published="2031-05-07"),
    total(120, "2031-03-01"),
    total(118, "2031-03-02"),
    total(130, "2031-03-03"),
    daily(5, "2031-03-03"),
)


def test_alarms_are_swapped_and_nothing_else() -> None:
    """Kinds, numbers and slips stay, the names change places."""
    one, other = find_alarms(FIGURES).alarms, find_alarms(map(swapped, FIGURES)).alarms

    assert ["fall", "daily_mismatch", "copied_figure_changed"] == [alarm.kind for alarm in one]
    assert [(a.kind, swapped(a.second), a.off, a.edit) for a in one] == [
        (a.kind, a.second, a.off, a.edit) for a in other
    ]


def test_disputes_are_swapped_and_nothing_else() -> None:
    """Ratios and what is denied stay, the names change places."""
    one, other = find_disputes(FIGURES), find_disputes(tuple(map(swapped, FIGURES)))

    assert [(swapped(c.lower), swapped(c.higher), c.ratio) for c in one.contradictions] == [
        (c.lower, c.higher, c.ratio) for c in other.contradictions
    ]
    assert [(swapped(d.denial), tuple(map(swapped, d.denied))) for d in one.denials] == [
        (d.denial, d.denied) for d in other.denials
    ]
    assert one.contradictions
    assert one.denials[0].denied


def test_verdicts_are_the_same() -> None:
    """As many contradictions, agreements and pairs that cannot be compared, for the same reasons."""
    one, other = find_standings(FIGURES), find_standings(map(swapped, FIGURES))

    assert sorted((s.verdict, tuple(map(swapped_words, s.reasons))) for s in one) == sorted(
        (s.verdict, s.reasons) for s in other
    )


def test_likeness_is_the_same() -> None:
    """Two claims are as alike after the swap as before."""
    first, second = FIGURES[0], FIGURES[1]

    assert likeness(first, second).score == likeness(swapped(first), swapped(second)).score
