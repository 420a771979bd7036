"""The commands that keep and ask a ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim import Ledger
from counterclaim.cli import app
from tests.fixtures.reports import NOW, Said, report

Command = Callable[..., Result]
SERIES = """date,claimant,about,measure,kind,value,approx,source
2031-05-07,General Staff of the Armed Forces of Ukraine,Russian forces,tanks,cumulative,12,0,bulletin
2031-05-08,General Staff of the Armed Forces of Ukraine,Russian forces,tanks,cumulative,{value},0,bulletin
"""


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A ledger with one report of two claims."""
    where = str(tmp_path / "ledger.db")
    with Ledger(where) as ledger:
        ledger.add_extractions([report(Said(), Said(number="1,597", event="injured"))], now=NOW)
    return where


@pytest.fixture
def run(place: str) -> Command:
    """Runs a command on that ledger."""
    return lambda *words: CliRunner().invoke(app, [words[0], "--ledger", place, *words[1:]])


def test_claims_are_shown_with_claimant_words_and_link(run: Command) -> None:
    """As a table for people."""
    result = run("claims", "kind=claim", "event=injured")

    assert 0 == result.exit_code
    assert [] == [w for w in ("Army", "stated", "1,597", "https://news.example/alpha") if w not in result.stdout]
    assert "12" not in result.stdout.replace("2031", "").split()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_row_has_what_a_number_needs(run: Command, form: str) -> None:
    """Claimant, act, wording and link go with it."""
    result = run("claims", "kind=claim", "1,597", "--format", form)
    lines = result.stdout.splitlines()
    row = json.loads(lines[0]) if form == "json" else dict(zip(lines[0].split(","), lines[1].split(","), strict=False))

    assert ("Army (Northland)", "stated") == (row["claimant"], row["act"])
    assert [] == [name for name in ("link", "evidence", "low", "high", "modality") if name not in row]


def test_next_page_is_told(run: Command) -> None:
    """Its mark stands on standard error, and leads there."""
    first = run("claims", "--limit", "3", "--format", "json")
    second = run("claims", "--limit", "3", "--format", "json", "--after", first.stderr.split()[-1])

    assert (3, 1, "") == (len(first.stdout.splitlines()), len(second.stdout.splitlines()), second.stderr)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("claims", "colour=red"), 2, "unknown field 'colour'"),
        (("claims", "since=May"), 2, "May: no day"),
        (("claims", "at_least=many"), 2, "a whole number expected"),
        (("add",), 2, "nothing to add"),
        (("add", "a.txt", "--series", "b.csv"), 2, "not both"),
        (("add", "a.txt", "--published", "May"), 2, "--published May: an ISO day"),
        (("add", "--series", "missing.csv"), 1, "missing.csv"),
    ],
)
def test_wrong_usage_is_one_line(run: Command, words: tuple[str, ...], status: int, told: str) -> None:
    """It says what was found and what was expected."""
    result = run(*words)

    assert (status, 1, True) == (result.exit_code, len(result.stderr.splitlines()), told in result.stderr)


def test_asking_makes_no_ledger(tmp_path: Path) -> None:
    """Only `add` makes one."""
    missing = tmp_path / "missing.db"
    result = CliRunner().invoke(app, ["claims", "--ledger", str(missing)])

    assert (1, False) == (result.exit_code, missing.exists())


def test_articles_are_added_and_found(tmp_path: Path, place: str) -> None:
    """Their bytes are kept as they came; what cannot be read costs one line, and the rest is added."""
    article = tmp_path / "article.txt"
    article.write_bytes(b"The army said that 12 soldiers were killed on Monday.\n")
    words = ["add", "--ledger", place, str(article), str(tmp_path / "missing.txt"), "--published", "2031-05-08"]
    result = CliRunner().invoke(app, words)
    with Ledger(place) as ledger:
        [found] = [figure for figure in ledger.figures() if figure.key == "article.txt" and figure.quantity]

        assert (1, 1, "1 article, 1 claim" in result.stdout) == (
            result.exit_code, len(result.stderr.splitlines()), True,
        )  # fmt: skip
        assert article.read_bytes() == ledger.original(found.article)
    again = CliRunner().invoke(app, words)
    assert "0 articles, 0 claims, 0 statements new; 1 known before" in again.stdout


def test_series_is_added(tmp_path: Path, run: Command) -> None:
    """Each row's value is a claim of its own."""
    (tmp_path / "series.csv").write_text(SERIES.format(value=14))
    added = run("add", "--series", str(tmp_path / "series.csv"))
    shown = run("claims", "category=tank", "--format", "json")

    assert (0, True) == (added.exit_code, "2 claims" in added.stdout)
    assert [14, 12] == [json.loads(line)["low"] for line in shown.stdout.splitlines()]


def test_series_with_a_bad_row_leaves_the_ledger_as_it_was(tmp_path: Path, run: Command) -> None:
    """One message names the line; --skip-bad adds the rest."""
    (tmp_path / "series.csv").write_text(SERIES.format(value="many"))
    refused = run("add", "--series", str(tmp_path / "series.csv"))
    before = run("claims", "category=tank", "--format", "json").stdout
    skipped = run("add", "--series", str(tmp_path / "series.csv"), "--skip-bad")

    assert (1, 1, True, "") == (refused.exit_code, len(refused.stderr.splitlines()), "3" in refused.stderr, before)
    assert (0, True) == (skipped.exit_code, "1 article, 1 claim," in skipped.stdout)


def test_history_tells_what_changed(place: str, run: Command) -> None:
    """As a table, and as rows with both figures and the claimant."""
    with Ledger(place) as ledger:
        ledger.add_extractions([report(Said(number="21"), Said(number="1,597", event="injured"))], now=NOW)
    table = run("history", "https://news.example/alpha")
    [row] = map(json.loads, run("history", "https://news.example/alpha", "--format", "json").stdout.splitlines())

    assert "12 killed" in table.stdout
    assert ("12", "21", 12, 21, "Army (Northland)", False) == (
        row["before"], row["after"], row["before_low"], row["after_low"], row["claimant"], row["noted"],
    )  # fmt: skip


def test_history_of_an_unknown_article_is_refused(run: Command) -> None:
    """In one line."""
    result = run("history", "https://nobody.example")

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))


def test_verify_tells_the_head(run: Command, place: str) -> None:
    """It can be noted down, and asked for later."""
    result = run("verify")
    head = result.stdout.split()[-1]

    assert (0, 64, 0, 1) == (
        result.exit_code, len(head), run("verify", "--head", head).exit_code, run("verify", "--head", "0").exit_code,
    )  # fmt: skip


def test_verify_names_the_first_bad_row(run: Command, place: str) -> None:
    """And ends with status 1."""
    with sqlite3.connect(place) as file:
        file.execute("DROP TRIGGER claims_keep_update")
        file.execute("UPDATE claims SET record = replace(record, '12', '13') WHERE position = 0")
    result = run("verify")

    assert (1, 1, True) == (result.exit_code, len(result.stderr.splitlines()), "claims 2.0" in result.stderr)
