"""What tells whether anything in a ledger has changed."""

from __future__ import annotations

from pathlib import Path

from counterclaim.ledger.book import Ledger
from tests.fixtures.reports import NOW, Said, report

REPORT = report(Said())
CLAIM = REPORT.claims[0].id


def test_every_entry_counts(ledger_url: str) -> None:
    """Nothing, a report, a verdict: each has another newest entry, whoever wrote it."""
    with Ledger(ledger_url) as ledger, Ledger(ledger_url) as other:
        seen = [ledger.head()]
        other.add_extractions([REPORT], now=NOW)
        seen.append(ledger.head())
        seen.append(other.judge("accept", CLAIM, person="ann", now=NOW))

        assert (0, seen[-1]) == (seen[0], ledger.head())
        assert sorted(set(seen)) == seen


def test_verdicts_change_no_figure(ledger_url: str) -> None:
    """Accepting, rejecting and coding blind leave what figures say; a correction and an undo may change it."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([REPORT], now=NOW)
        added = ledger.newest_change()
        for verdict in ("accept", "reject", "unsure"):
            ledger.judge(verdict, CLAIM, person="ann", now=NOW)
        ledger.judge("correct", CLAIM, person="ann", now=NOW, changes={"low": 1}, round="one")
        judged = ledger.newest_change()
        corrected = ledger.judge("correct", CLAIM, person="ann", now=NOW, changes={"low": 1})
        seen = [ledger.newest_change()]
        seen.append(ledger.judge("undo", person="ann", now=NOW, undoes=corrected))

        assert (added, corrected) == (judged, seen[0])
        assert seen[1] == ledger.newest_change()


def test_ledger_says_whether_it_is_a_file(tmp_path: Path) -> None:
    """A file answers at once."""
    with Ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.is_file
