"""Reading again: kept texts by the rules of today."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim import Ledger
from counterclaim.cli import app
from counterclaim.extraction import MadeBy
from counterclaim.intake import take_in
from counterclaim.ledger.book import Filter
from tests.fixtures.reports import NOW

TEXT = "The army said that 12 soldiers were killed near Kherson. Rebels said that 9 civilians were injured in Aleppo."


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A ledger whose one article was read by other rules, which found only one of its two claims, and that wrong."""
    (tmp_path / "a.txt").write_text(TEXT)
    [intake] = take_in([str(tmp_path / "a.txt")])
    found = intake.extraction  # type: ignore[union-attr]  # nothing is refused
    first = found.claims[0]
    other = type(found)(
        article=found.article,
        claims=(type(first)(**{name: getattr(first, name) for name in first.__slots__} | {"confidence": 0.25}),),
        made_by=MadeBy(version="0", rules="0" * 64, model=found.made_by.model),
    )
    where = str(tmp_path / "ledger.db")
    with Ledger(where) as ledger:
        ledger.add_extractions([other], now=NOW)
    return where


def test_reading_again_adds_what_is_new(place: str) -> None:
    """Once: the second time everything is known."""
    with Ledger(place) as ledger:
        changes = list(ledger.rerun(now=NOW))

        assert [("added", "9 injured added")] == [(change.kind, change.words) for change in changes]
        assert ["12", "9"] == [f.quantity for f in ledger.figures(Filter(kind=["claim"]))]
        assert [] == list(ledger.rerun(now=NOW))
        assert None is ledger.verify().problem


def test_dry_run_keeps_nothing(place: str) -> None:
    """It tells what would change, and the ledger is as it was."""
    result = CliRunner().invoke(app, ["rerun", "--ledger", place, "--dry", "--diff"])
    with Ledger(place) as ledger:
        assert 1 == len(list(ledger.figures()))
    assert (0, True, True) == (
        result.exit_code, "9 injured added" in result.stdout, "1 claims added, 0 claims removed" in result.stdout,
    )  # fmt: skip


def test_judgement_that_cannot_be_followed_is_told(place: str) -> None:
    """In one line: whose, of which claim, and why."""
    with Ledger(place) as ledger:
        [figure] = ledger.figures()
        ledger.judge("accept", figure.claim, person="ann", now=NOW)
        ledger.judge("correct", figure.claim, changes={"side": "Eastmark"}, person="ann", now=NOW)
        list(ledger.rerun(now=NOW))
        [kept] = [f for f in ledger.figures() if f.quantity == "12" and f.kind == "claim"]

        assert ("corrected", "Eastmark") == (kept.status, kept.side)
