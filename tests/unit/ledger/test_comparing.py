"""What stands in a ledger held against itself, on both databases."""

from __future__ import annotations

from pathlib import Path

from counterclaim import Ledger
from counterclaim.ledger.querying import Filter
from tests.fixtures.reports import NOW, Said, report

EXCERPT = Path(__file__).parents[2] / "fixtures" / "series" / "excerpt.csv"
FALL = Filter(event=["destroyed"], category=["tank"])


def test_alarms_of_a_series(ledger_url: str) -> None:
    """Both falls and all seven days that do not add up; gaps are told apart from them."""
    with Ledger(ledger_url) as ledger:
        ledger.add_series(EXCERPT, now=NOW)
        found = ledger.alarms()

    assert {"fall": 2, "daily_mismatch": 7} == {
        kind: sum(alarm.kind == kind for alarm in found.alarms) for kind in ("fall", "daily_mismatch")
    }
    assert 4 == len(found.not_comparable)
    assert [("-5", "revision")] == [(r.quantity, r.kind) for alarm in found.alarms[:2] for r in alarm.others]


def test_rejected_figure_raises_no_alarm(ledger_url: str) -> None:
    """What a person rejected is no point of a series any more."""
    with Ledger(ledger_url) as ledger:
        ledger.add_series(EXCERPT, now=NOW)
        [alarm] = ledger.alarms(FALL).alarms
        ledger.judge("reject", alarm.second.claim, person="A. Coder", now=NOW)

        assert () == ledger.alarms(FALL).alarms
        assert {3797} & {point.allowed.low for line in ledger.series(FALL) for point in line.points} == set()


def test_trace_finds_number_and_words(ledger_url: str) -> None:
    """A claim by its number, a statement by its words; both with first appearance and carriers."""
    other = report(Said(number="498"), key="https://news.example/beta", published="2031-05-09")
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="498")), other], now=NOW)
        lines = ledger.trace("498 killed").lines
        by_words = ledger.trace("soldiers Alpha").lines

    assert ["2031-05-08"] == [line.first.published for line in lines if line.first.kind == "claim"]
    assert 1 in [len(line.carriers) for line in lines]
    assert by_words


def test_disputes_and_verdicts(ledger_url: str) -> None:
    """Two claimants of one incident: a contradiction, with the same verdict from compare."""
    rival = Said(number="30", who="The Southland guard", org="Guard (Southland)", side="Southland")
    found = [report(Said(whom="soldiers of the bridge post")), report(
        Said(number="30", who=rival.who, org=rival.org, side=rival.side, whom="soldiers of the bridge post"), key="b"
    )]  # fmt: skip
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(found, now=NOW)
        [clash] = ledger.disputes().contradictions
        [standing] = ledger.compare()

    assert (12, 30, 2.5) == (clash.lower.low, clash.higher.low, clash.ratio)
    assert "contradicts" == standing.verdict
