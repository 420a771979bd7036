"""What a verdict bears on: all filters that its claim fits, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim import Ledger
from counterclaim.ledger.book import Filter
from counterclaim.ledger.touching import Touched
from tests.fixtures.reports import NOW, Said, report

FIRST = report(Said(number="12"), Said(number="3", whom="tanks", event="destroyed", category="tank", place="Beta"))
OTHER = report(
    Said(who="The Southland army", org="Army (Southland)", side="Southland", whose="Northland", number="40",
         place="Gamma", country="BB", day="2031-04-01", also=("medic",), whom="medics"),
    key="https://two.example", outlet="Two", published="2031-04-02",
)  # fmt: skip
CLAIM = FIRST.claims[0].id
LATER = "2031-05-09T00:00:00Z"
FILTERS: tuple[dict[str, Any], ...] = (
    {"event": ["killed"]}, {"event": ["destroyed"]}, {"category": ["medic"]}, {"category": ["combatant"]},
    {"side": ["Northland"]}, {"claimant": ["Army (Northland)"]}, {"claimant": ["Army (Southland)"]},
    {"outlet": ["Two"]},
    {"place": ["Alpha"]}, {"country": ["BB"]}, {"kind": ["statement"]}, {"kind": ["claim"]},
    {"key": [OTHER.article.key]},
    {"article": [FIRST.article.id]}, {"since": "2031-05-07"}, {"since": "2031-05-08"}, {"until": "2031-05-06"},
    {"until": "2031-05-07"}, {"published_since": "2031-05-01"}, {"published_until": "2031-05-01"},
    {"published_until": "2031-05-08"}, {"at_least": 12}, {"at_least": 13}, {"at_most": 12}, {"at_most": 11},
    {"claim": [CLAIM]}, {"act": ["stated"], "event": ["destroyed", "injured"]}, {"copies": False}, {},
)  # fmt: skip


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A ledger with two reports."""
    with Ledger(ledger_url) as made:
        made.add_extractions([FIRST, OTHER], now=NOW)
        yield made


def judged(ledger: Ledger, verdict: str, claim: str, **told: Any) -> Touched | None:
    """What a verdict touched."""
    before = ledger.head()
    return ledger.touched(before, ledger.judge(verdict, claim, person="ann", now=LATER, **told))


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
@pytest.mark.parametrize("claim", [CLAIM, FIRST.claims[1].id, OTHER.claims[0].id])
def test_verdict_bears_on_what_its_claim_fits(tmp_path: Any, wanted: dict[str, Any], claim: str) -> None:
    """Whatever is asked for: a verdict bears on it exactly if its claim is among what fits."""
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_extractions([FIRST, OTHER], now=NOW)
        touched = judged(ledger, "accept", claim)
        there = {figure.claim for figure in ledger.figures(Filter(**wanted))}

    assert touched is not None
    assert (claim in there) == touched.bears_on(Filter(**wanted))


@pytest.mark.parametrize("wanted", [{"status": ["rejected"]}, {"text": "words of nobody"}, {"same": ["c-1"]}], ids=str)
def test_verdict_may_bear_on_what_a_figure_does_not_tell(ledger: Ledger, wanted: dict[str, Any]) -> None:
    """Which status it had, which words it has, whose group it is of: taken for touched."""
    touched = judged(ledger, "accept", CLAIM)

    assert touched is not None
    assert touched.bears_on(Filter(**wanted))


def test_verdict_leaves_the_order_of_the_claims(ledger: Ledger) -> None:
    """Who judges a claim does not make it the newest; and what is derived is what it would be if made anew."""
    before = [figure.claim for figure in ledger.claims().figures]
    for verdict in ("accept", "reject", "unsure"):
        ledger.judge(verdict, CLAIM, person="ann", now=LATER)

    assert before == [figure.claim for figure in ledger.claims().figures]
    assert "unsure" == next(figure.status for figure in ledger.figures(Filter(claim=[CLAIM])))
    assert None is ledger.verify().problem


def test_anything_else_may_bear_on_everything(ledger: Ledger) -> None:
    """A correction, a verdict after one, an undo, claimants that are one, and what is added."""
    entry = ledger.judge("accept", CLAIM, person="ann", now=LATER)
    found = [
        judged(ledger, "undo", CLAIM, undoes=entry),
        judged(ledger, "correct", OTHER.claims[0].id, changes={"side": "Eastmark"}),
        judged(ledger, "accept", OTHER.claims[0].id),
        judged(ledger, "same", "Army (Northland)", other="Army (Southland)", subject="claimants"),
    ]
    before = ledger.head()
    ledger.add_extractions([report(Said(number="7"), key="https://three.example")], now=LATER)

    assert [None] * 5 == [*found, ledger.touched(before, ledger.head())]


def test_merged_claimant_is_asked_for_by_either_name(ledger: Ledger) -> None:
    """A page for the name that was merged into another shows the claims of both."""
    ledger.judge("same", "Army (Northland)", other="Army (Southland)", subject="claimants", person="ann", now=LATER)
    touched = judged(ledger, "reject", CLAIM)

    assert touched is not None
    assert [True, True, False] == [
        touched.bears_on(Filter(claimant=[name])) for name in ("Army (Northland)", "Army (Southland)", "Police")
    ]


def test_verdict_that_goes_with_a_claim_to_the_next_version(ledger: Ledger) -> None:
    """What was judged in one version is judged in the next, where the claim has another id."""
    ledger.add_extractions([report(Said(number="12"), note="Much more is told now.")], now=LATER)
    touched = judged(ledger, "accept", CLAIM)
    later = next(f for f in ledger.figures(Filter(kind=["claim"], event=["killed"], country=["AA"])))

    assert touched is not None
    assert ("accepted", True) == (later.status, later.claim in {figure.claim for figure in touched.figures})
    assert later.claim != CLAIM
