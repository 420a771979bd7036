"""The commands that hold claims against each other: compare, series, disputes, alarms, trace."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from counterclaim import Ledger
from counterclaim.cli import app
from counterclaim.cli.pairs import FIELDS
from tests.fixtures.reports import NOW, Said, report

Command = Callable[..., Result]
ROWS = """date,claimant,about,measure,kind,value
2031-05-06,Gaza Ministry of Health,Gaza Strip,killed,cumulative,100
2031-05-07,Gaza Ministry of Health,Gaza Strip,killed,cumulative,110
2031-05-07,Gaza Ministry of Health,Gaza Strip,killed,daily,7
2031-05-07,Gaza Government Media Office,Gaza Strip,killed,cumulative,165
2031-05-08,Gaza Ministry of Health,Gaza Strip,killed,cumulative,104
2031-05-10,Gaza Ministry of Health,Gaza Strip,killed,cumulative,120
2031-05-10,Gaza Ministry of Health,Gaza Strip,killed,daily,3
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with an invented series and two reports."""
    folder = tmp_path_factory.mktemp("ledger")
    series = folder / "figures.csv"
    series.write_text(ROWS, "utf-8")
    with Ledger(folder / "ledger.db") as ledger:
        ledger.add_series(series, now=NOW)
        found = [report(Said(number="498")), report(Said(number="498"), key="https://news.example/beta")]
        ledger.add_extractions(found, now=NOW)
    return str(folder / "ledger.db")


@pytest.fixture
def run(place: str) -> Command:
    """Runs a command on that ledger."""
    return lambda *words: CliRunner().invoke(app, [words[0], "--ledger", place, *words[1:]])


def rows(result: Result) -> list[dict[str, Any]]:
    """What a command printed as JSON."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_alarms_have_kind_and_both_figures(run: Command) -> None:
    """A fall and a day that does not add up; what cannot be compared is told on standard error."""
    result = run("alarms", "--format", "json")

    assert [("fall", 110, 104), ("daily_mismatch", 100, 110)] == [
        (row["kind"], row["against_low"], row["low"]) for row in rows(result)
    ]
    assert "1 more cannot be compared: --not-comparable shows them and why" in result.stderr


def test_what_cannot_be_compared_is_shown_on_demand(run: Command) -> None:
    """With the reason, and not as an alarm."""
    last = rows(run("alarms", "--not-comparable", "--format", "json"))[-1]

    assert ("not_comparable", "no daily figure for 1 day between") == (last["kind"], last["why"])


def test_disputes_have_the_ratio(run: Command) -> None:
    """Two claimants of one total on one day."""
    [row] = rows(run("disputes", "--format", "json"))

    assert ("contradiction", 1.5, 1) == (row["kind"], row["ratio"], row["days"])
    assert {"Health Ministry (Gaza)", "Government Media Office (Gaza)"} == {row["claimant"], row["against_claimant"]}


def test_compare_gives_a_verdict(run: Command) -> None:
    """The same two claimants, side by side."""
    [row] = rows(run("compare", "event=killed", "side=Palestine", "--format", "json"))

    assert ("contradicts", 1.5, None) == (row["verdict"], row["ratio"], row["why"])


def test_unknown_convention_is_wrong_usage(run: Command) -> None:
    """It is named, with those that are known."""
    result = run("compare", "--convention", "mine")

    assert 2 == result.exit_code
    assert "convention 'mine'; expected one of counterclaim-1, exact" in result.stderr


def test_series_tell_changes_and_gaps(run: Command) -> None:
    """From point to point; over a gap with the number of days."""
    result = run("series", "basis=cumulative", "claimant=Health Ministry (Gaza)", "--format", "json")

    assert [None, "10", "-6", "16 in 2 days"] == [row["change"] for row in rows(result)]


def test_trace_tells_first_and_carriers(run: Command) -> None:
    """Two articles with one claim: the first, then the other."""
    found = rows(run("trace", "498 killed", "--format", "json"))

    assert ["first seen", "news.example"] == [found[0]["kind"], found[0]["link"].split("/")[2]]
    assert ["first seen", "carrier"] == [row["kind"].replace("copy", "carrier") for row in found if row["act"]][:2]


def test_trace_of_nothing_known(run: Command) -> None:
    """One line, exit status 1."""
    result = run("trace", "777 unicorns")

    assert 1 == result.exit_code
    assert "777 unicorns: no claim or statement of the ledger has these words" in result.stderr


@pytest.mark.parametrize("command", [["compare"], ["disputes"], ["alarms"], ["series"], ["trace", "498"]])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_number_without_claimant_act_and_link(run: Command, command: list[str], form: str) -> None:
    """In every format of every command."""
    result = run(*command, "--format", form)
    found = rows(result) if form == "json" else list(csv.DictReader(result.stdout.splitlines()))

    assert 0 == result.exit_code
    if form == "table":
        assert "stated" in result.stdout
        assert "figures.csv" in result.stdout or "https://news.example/alpha" in result.stdout
    else:
        assert found
        assert [] == [row for row in found if not (row["claimant"] and row["act"] and row["link"] and row["evidence"])]


def test_figures_held_against_have_the_same_columns() -> None:
    """Claimant, act, wording and link of both."""
    assert {"against_claimant", "against_act", "against_evidence", "against_link"} <= set(FIELDS)


def test_missing_ledger_is_told(tmp_path: Path) -> None:
    """A ledger that is not there costs one line."""
    result = CliRunner().invoke(app, ["alarms", "--ledger", str(tmp_path / "none.db")])

    assert 1 == result.exit_code
    assert 1 == len(result.stderr.splitlines())


def test_alarms_say_what_their_numbers_are(run: Command) -> None:
    """In the table a difference is told as one, beside claimant and act."""
    shown = " ".join(run("alarms").stdout.split())

    assert "off by -6" in shown
    assert "stated: 104" in shown
