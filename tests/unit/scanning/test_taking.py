"""What a scan found, in a ledger: the same claims as if every page had been added by itself."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import counterclaim
from counterclaim.cli import app
from counterclaim.ledger.querying import Filter
from counterclaim.scanning.taking import take_in_scan
from tests.fixtures.archives import PROSE, page, response, write_warc

NOW = "2031-05-07T10:00:00Z"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan of three pages, one of them printed again at another address, and of one with nothing in it."""
    folder = tmp_path_factory.mktemp("archive")
    records = [*(response(n, page(n)) for n in range(3)), response(7, page(1)), response(8, page(8, *[PROSE] * 5))]
    counterclaim.scan([write_warc(folder / "news.warc.gz", records)], folder / "scan")
    return folder / "scan"


def test_claims_are_those_of_the_data_set(whole: Path, tmp_path: Path) -> None:
    """Every claim of the data set is in the ledger, once."""
    wanted = sorted(pq.read_table(whole / "claims", columns=["claim"]).column("claim").to_pylist())

    with counterclaim.Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_extractions(take_in_scan(whole), now=NOW)
        found = sorted(figure.claim for figure in ledger.figures(Filter()) if figure.kind == "claim")
    assert wanted == found


def test_copies_are_versions_too(whole: Path, tmp_path: Path) -> None:
    """A page printed again is in the ledger under its own address, with the text and no second reading."""
    intakes = {intake.extraction.article.key: intake.extraction for intake in take_in_scan(whole)}
    first, copy = intakes["https://news.example/1"], intakes["https://news.example/7"]

    assert (first.article.text, ()) == (copy.article.text, copy.claims)
    assert first.article.id != copy.article.id


def test_the_ledger_verifies(whole: Path, tmp_path: Path) -> None:
    """The command adds a scan, and the ledger checks out; adding it again adds nothing."""
    run, place = CliRunner(), str(tmp_path / "ledger.db")

    def add() -> str:
        return run.invoke(app, ["add", "--ledger", place, "--scan", str(whole)]).stdout

    assert "4 articles" in add()
    assert "0 articles" in add()
    assert 0 == run.invoke(app, ["verify", "--ledger", place]).exit_code


def test_a_scan_that_is_not_finished(tmp_path: Path) -> None:
    """A folder without a finished scan is named, with what to do."""
    found = CliRunner().invoke(app, ["add", "--ledger", str(tmp_path / "l.db"), "--scan", str(tmp_path)])

    assert (2, True) == (found.exit_code, "run counterclaim scan to its end first" in found.stderr)
