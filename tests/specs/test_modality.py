"""How firmly claims are said, on pairs of sentences; each class has its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.pipeline import Reader
from counterclaim.records import Claim
from counterclaim.rules import load_rules
from scripts.modality import Case, Scored, load_pairs, read_cases, score, wrong

FOLDER = Path(__file__).parent / "modality"
PAIRS = 40  # at least so many of each class
FLOORS = {
    "denied": 0.97,
    "estimated": 0.92,
    "not_verified": 0.98,
    "planned": 0.97,
    "possible": 0.97,
    "unreal": 0.95,
}
NAMED = 0.9  # of what the pairs say beside the class: whose claim is denied, who could not verify it

Read = tuple[list[Case], list[tuple[Claim, ...]]]


@pytest.fixture(scope="module")
def read() -> Read:
    """The sentences of all pairs, and the claims read from each."""
    cases = load_pairs(FOLDER)
    return cases, read_cases(cases, Reader(load_rules("en")))


@pytest.fixture(scope="module")
def figures(read: Read) -> dict[str, Scored]:
    """The figures of each class."""
    return score(*read)


def test_every_class_has_pairs_enough() -> None:
    """A floor stands on at least forty pairs."""
    kinds = [case.kind for case in load_pairs(FOLDER) if case.holds]

    assert FLOORS.keys() == set(kinds)
    assert min(kinds.count(kind) for kind in FLOORS) >= PAIRS


@pytest.mark.parametrize("kind", FLOORS)
def test_class_is_at_its_floor(kind: str, figures: dict[str, Scored], read: Read) -> None:
    """F1 of each class does not fall; the sentences read otherwise are named."""
    assert figures[kind].f1 >= FLOORS[kind], "\n".join(line for line in wrong(*read) if line.startswith(kind))


def test_who_is_meant_is_named(read: Read) -> None:
    """Whose claim is denied, and who could not verify a figure, come out in nine of ten."""
    told = [(case.more, claims) for case, claims in zip(*read, strict=True) if case.more]
    right = [more for more, claims in told if any(more.items() <= named(claim).items() for claim in claims)]

    assert len(right) >= NAMED * len(told), [dict(more) for more, _ in told if more not in right]


def named(claim: Claim) -> dict[str, str]:
    """Whom a claim names beside its sources."""
    whose = claim.answers.whose.text if claim.answers and claim.answers.whose else ""
    return {"whose": whose, "by": next((caveat.by for caveat in claim.caveats if caveat.by), "")}


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("In 1995, 35 people were killed in the town.", "35", "1995"),
        ("The 1982 war killed 900 soldiers.", "900", "1982"),
        ("Two soldiers were killed on Friday. In 1995, 35 people were killed there.", "35", "1995"),
        ("A rampage in 1996, when a gunman killed 35 people, changed the law.", "35", "1996"),
        ("Two soldiers were killed on Friday. In 1995, 35 people were killed there.", "Two", "2022"),
    ],
)
def test_history_keeps_its_year(text: str, figure: str, year: str) -> None:
    """What happened long ago is told with its year, not with the day of the article."""
    case = Case("history", text, figure, True, {})
    [claims] = read_cases([case], Reader(load_rules("en")))

    assert [year] == [(claim.period.start or "")[:4] for claim in claims]
