"""How far blind coders agree, and where they differ."""

from __future__ import annotations

import pytest

from counterclaim.figures import Figure
from counterclaim.review.adjudication import differences
from counterclaim.review.agreement import Agreement, agreement, coded
from counterclaim.review.judgement import Judgement
from counterclaim.review.queue import queue

# Krippendorff (2019), "Computing Krippendorff's alpha-reliability" (2011), C: four observers, twelve units, nominal:
# alpha = 0.743. Observers in rows; "*" is missing.
TABLE = (
    "1  2  3  3  2  1  4  1  2  *  *  *",
    "1  2  3  3  2  2  4  1  2  5  *  3",
    "*  3  3  3  2  3  4  2  2  5  1  *",
    "1  2  3  3  2  4  4  1  2  5  1  *",
)


def figure(claim: str, **more: object) -> Figure:
    given: dict[str, object] = {
        "claim": claim, "article": "a", "key": "k", "claimant": "Army", "modality": "asserted", "evidence": "12 died",
        "evidence_start": 0, "evidence_end": 7, "link": "k", "low": 12, "high": 12, "event": "killed", **more,
    }  # fmt: skip
    return Figure(**given)  # type: ignore[arg-type]


def said(entry: int, person: str, claim: str, verdict: str = "correct", **changes: object) -> Judgement:
    return Judgement(
        entry=entry, at="2026-01-01", person=person, subject="claim", claim=claim, verdict=verdict, round="pilot",
        changes=changes,
    )  # fmt: skip


def of(field: str, judgements: list[Judgement], figures: dict[str, Figure]) -> Agreement:
    [found] = agreement(coded("pilot", judgements), figures, [field])
    return found


def test_alpha_of_the_textbook() -> None:
    """Four observers and twelve units of the published example give the published alpha."""
    rows = [row.split() for row in TABLE]
    judgements = [
        said(100 * person + unit, f"coder {person}", f"c{unit}", side=value)
        for person, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value != "*"
    ]
    found = of("side", judgements, {f"c{unit}": figure(f"c{unit}") for unit in range(12)})

    assert (0.743, 11) == (round(found.alpha or 0, 3), found.claims)


def test_one_value_has_no_alpha() -> None:
    """Where everybody says the same of everything, agreement cannot be told from chance, and the reason is given."""
    found = of("event", [said(1, "Ada", "c", "accept"), said(2, "Bo", "c", "accept")], {"c": figure("c")})

    assert (None, 1.0, "every coder says killed: with one value there is no chance to agree by") == (
        found.alpha, found.equal, found.why,
    )  # fmt: skip


def test_counts_that_are_near_agree_more() -> None:
    """On counts 100 and 101 are nearer than 100 and 900."""
    figures = {claim: figure(claim) for claim in "abc"}

    def alpha(other: int) -> float:
        judgements = [said(1, "Ada", "a", low=100), said(2, "Bo", "a", low=other)]
        judgements += [said(3, "Ada", "b", low=5), said(4, "Bo", "b", low=5)]
        judgements += [said(5, "Ada", "c", low=40), said(6, "Bo", "c", low=40)]
        return of("low", judgements, figures).alpha or 0.0

    assert alpha(101) > alpha(900)


def test_a_second_thought_replaces_the_first() -> None:
    """Of one coder's judgements of one claim the last counts."""
    judgements = [said(1, "Ada", "c", "reject"), said(2, "Ada", "c", "accept"), said(3, "Bo", "c", "accept")]

    assert 1.0 == of("verdict", judgements, {"c": figure("c")}).equal


def test_differences_name_the_fields() -> None:
    """A difference says in which fields coders differ, and who said what."""
    judgements = [said(1, "Ada", "c", "accept"), said(2, "Bo", "c", low=21, high=21), said(3, "Bo", "d", "accept")]
    [found] = differences(coded("pilot", judgements), {"c": figure("c"), "d": figure("d")})

    assert ("c", ("verdict", "low", "high"), ["Ada", "Bo"]) == (found.claim, found.fields, sorted(found.judgements))


@pytest.mark.parametrize(("order", "first"), [("doubt", "unsure"), ("importance", "large"), ("arrival", "sure")])
def test_queue_orders(order: str, first: str) -> None:
    """The queue starts with the least sure, the largest, or the first; what was judged does not wait."""
    figures = [
        figure("sure", confidence=0.99),
        figure("unsure", confidence=0.4),
        figure("large", confidence=0.9, low=5000, high=5000),
        figure("done", confidence=0.1, status="accepted"),
    ]
    found = queue(figures, order)

    assert (first, 3) == (found[0].claim, len(found))
