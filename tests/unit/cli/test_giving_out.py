"""The commands that give claims out of a ledger: export and plot."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim import Ledger
from counterclaim.cli import app
from counterclaim.cli.export import Best, Convention, ExportFormat
from counterclaim.exports.bundle_check import verify_bundle
from counterclaim.exports.conventions import names
from counterclaim.exports.formats import FORMATS
from counterclaim.exports.ucdp import BEST_RULES
from counterclaim.ledger.querying import Filter
from tests.fixtures.reports import NOW, Said, report

Command = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A ledger with two reports."""
    where = str(tmp_path / "ledger.db")
    with Ledger(where) as ledger:
        found = [report(Said(), Said(number="1,597", event="injured")), report(Said(number="14"), key="b")]
        ledger.add_extractions(found, now=NOW)
    return where


@pytest.fixture
def run(place: str) -> Command:
    """Runs a command on that ledger."""
    return lambda *words: CliRunner().invoke(app, [words[0], "--ledger", place, *words[1:]])


def test_options_name_what_there_is() -> None:
    """Formats, conventions and rules of the command are those of the exports."""
    assert list(FORMATS) == [one.value for one in ExportFormat]
    assert (list(names()), list(BEST_RULES)) == ([one.value for one in Convention], [one.value for one in Best])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(run: Command, tmp_path: Path, form: str) -> None:
    """The files are there, and their names are printed."""
    result = run("export", "-f", form, "-o", str(tmp_path / f"out.{form}"))

    assert (0, True) == (result.exit_code, all(Path(line).exists() for line in result.stdout.splitlines()))


def test_only_what_was_asked_for(run: Command, tmp_path: Path) -> None:
    """A condition leaves the other claims out."""
    run("export", "event=injured", "-f", "jsonl", "-o", str(tmp_path / "out"))
    [line] = (tmp_path / "out").read_text("utf-8").splitlines()

    assert ["injured"] == [claim["event"] for claim in json.loads(line)["claims"]]


def test_bundle_of_a_ledger_is_whole(run: Command, tmp_path: Path) -> None:
    """A bundle carries the ledger's chain, and is found whole by the command, until a byte is changed."""
    bundle = tmp_path / "evidence"
    run("export", "-f", "bundle", "-o", str(bundle))
    assert (2, 4) == (verify_bundle(bundle).articles, verify_bundle(bundle).entries)
    assert 0 == run("verify", str(bundle)).exit_code

    with (bundle / "rows.csv").open("ab") as out:
        out.write(b" ")
    assert (1, True) == ((found := run("verify", str(bundle))).exit_code, "rows.csv: SHA-256 is" in found.stderr)


def test_bundle_leaves_what_stands_there(run: Command, tmp_path: Path) -> None:
    """A folder in use is refused in one line."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "x").write_text("x")
    result = run("export", "-f", "bundle", "-o", str(tmp_path / "used"))

    assert (2, f"{tmp_path}/used: stands there already; give another place or remove it\n") == (
        result.exit_code, result.stderr,
    )  # fmt: skip


def test_place_that_cannot_be_written(run: Command, tmp_path: Path) -> None:
    """A folder that there is not is told in one line."""
    result = run("export", "-o", str(tmp_path / "no" / "x.csv"))

    assert (2, 1, True) == (result.exit_code, result.stderr.count("\n"), "cannot be written" in result.stderr)


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_picture_is_drawn(run: Command, tmp_path: Path, ending: str) -> None:
    """The picture and the table of its figures are there."""
    result = run("plot", "event=killed", "-o", str(tmp_path / f"p.{ending}"))

    assert (0, f"{tmp_path}/p.{ending}\n{tmp_path}/p-figures.csv\n") == (result.exit_code, result.stdout)


def test_figures_of_a_picture_are_printed(run: Command) -> None:
    """Without a file its figures are printed, each with claimant, act and link."""
    lines = [json.loads(line) for line in run("plot", "event=killed", "-f", "json").stdout.splitlines()]

    assert 2 == len(lines)
    assert [] == [line for line in lines if not all(line[name] for name in ("claimant", "act", "link", "wording"))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "p.svg"], "2 measures fit, one picture shows one: event=injured"),
        (["event=downed", "-o", "p.svg"], "nothing to draw: no claim with a figure fits"),
        (["event=killed", "-o", "p.gif"], "p.gif: ending '.gif' found, .svg, .png, .html expected"),
    ],
)
def test_what_cannot_be_drawn(run: Command, words: list[str], message: str) -> None:
    """One line says what is wrong and what to do."""
    result = run("plot", *words)

    assert (2, 1, True) == (result.exit_code, result.stderr.count("\n"), result.stderr.startswith(message))


def test_same_verbs_from_python(place: str, tmp_path: Path) -> None:
    """A ledger in Python gives out what the command does."""
    with Ledger(place, create=False) as ledger:
        picture, table = ledger.plot(tmp_path / "p.svg", Filter(event=["killed"]))
        [rows, metadata] = ledger.export("csv", tmp_path / "c.csv", Filter(event=["killed"]), now=NOW)

    assert [True] * 4 == [file.exists() for file in (picture, table, rows, metadata)]


def test_bundle_of_every_kind_of_ledger(ledger_url: str, tmp_path: Path) -> None:
    """SQLite and PostgreSQL give the same bundle: rows and chain are read at the same time."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said()), report(Said(number="14"), key="b")], now=NOW)
        [bundle] = ledger.export("bundle", tmp_path / "evidence", now=NOW)

    assert (2, 4) == (verify_bundle(bundle).articles, verify_bundle(bundle).entries)
