"""The command, with a reader that gives hand-made extractions."""

from __future__ import annotations

import io
import json
import os
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import counterclaim
from counterclaim.cli import app
from counterclaim.cli.given import without_refusals
from counterclaim.reading import Given, Refusal
from counterclaim.rules import RuleError
from tests.fixtures.extractions import EMPTY, FULL

Command = Callable[..., Result]
REFUSAL = Refusal(origin="broken.txt", found="nothing but zeros", expected="text", advice="give a text file")


@pytest.fixture
def asked() -> dict[str, Any]:
    """What the command asked the pipeline for."""
    return {}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]) -> Command:
    """Runs the command on a pipeline that gives one full extraction, and a refusal for each source named broken."""

    def read(sources: list[str], **options: Any) -> Iterator[Any]:
        asked.update(options, sources=sources)
        for source in sources:
            yield REFUSAL if "broken" in source else FULL

    pipeline = types.ModuleType("counterclaim.pipeline")
    pipeline.read = read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "counterclaim.pipeline", pipeline)
    monkeypatch.setattr(counterclaim, "pipeline", pipeline, raising=False)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_table_is_the_default(run: Command) -> None:
    """Without a format the claims come as a table."""
    result = run("read", "a.txt")

    assert (0, True) == (result.exit_code, "Army (Northland) stated" in result.stdout)


@pytest.mark.parametrize("form", ["table", "jsonl", "json", "csv", "html"])
def test_every_format_is_written(run: Command, form: str) -> None:
    """Each format prints something and ends well."""
    result = run("read", "a.txt", "--format", form)

    assert (0, True) == (result.exit_code, "12" in result.stdout)


def test_json_lines_hold_every_article(run: Command) -> None:
    """Two articles are two lines."""
    lines = run("read", "a.txt", "b.txt", "--format", "jsonl").stdout.splitlines()

    assert ["counterclaim/1", "counterclaim/1"] == [json.loads(line)["format"] for line in lines]


def test_refusal_is_one_line_and_the_rest_is_read(run: Command) -> None:
    """A bad source costs one line on standard error and status 1; the others are read."""
    result = run("read", "broken.txt", "a.txt", "--format", "jsonl")

    assert (1, 1, 1) == (result.exit_code, len(result.stdout.splitlines()), len(result.stderr.splitlines()))


def test_given_facts_reach_the_reader(run: Command, asked: dict[str, Any]) -> None:
    """What the user says of the article is handed on."""
    run("read", "a.txt", "--published", "2022-02-27", "--outlet", "Daily", "--url", "https://d.example/1",
        "--language", "en", "--model", "en_core_web_md")  # fmt: skip
    given = Given(published="2022-02-27", outlet="Daily", url="https://d.example/1", language="en")

    assert (given, "en_core_web_md", ["a.txt"]) == (asked["given"], asked["model"], asked["sources"])


@pytest.mark.parametrize(
    "words", [["read"], ["read", "a", "--format", "xml"], ["read", "a", "--published", "yesterday"], ["fly"]]
)
def test_wrong_usage_is_status_2(run: Command, words: list[str]) -> None:
    """A missing path, an unknown format, a day that is none and an unknown command are wrong usage."""
    assert 2 == run(*words).exit_code


def test_rules_that_cannot_be_read_are_wrong_usage(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken folder of rules ends the run with one line."""

    def broken(*_: Any, **__: Any) -> Iterator[Any]:
        raise RuleError("mine.yaml:3: unknown key 'phrse'")
        yield

    monkeypatch.setattr(sys.modules["counterclaim.pipeline"], "read", broken)
    result = run("read", "a.txt", "--rules", "mine")

    assert (2, "mine.yaml:3: unknown key 'phrse'\n") == (result.exit_code, result.stderr)


def test_file_is_written_whole(run: Command, tmp_path: Path) -> None:
    """With -o the output stands in the file, and no part of it is left beside it."""
    run("read", "a.txt", "-f", "jsonl", "-o", str(tmp_path / "claims.jsonl"))

    assert [("claims.jsonl", 1)] == [(file.name, file.read_text("utf-8").count("\n")) for file in tmp_path.iterdir()]


def test_failed_run_leaves_the_old_file(run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """If the run breaks, the file that was there stays as it was."""

    def breaks(*_: Any, **__: Any) -> Iterator[Any]:
        yield FULL
        raise RuntimeError("out of luck")

    file = tmp_path / "claims.jsonl"
    file.write_text("old")
    monkeypatch.setattr(sys.modules["counterclaim.pipeline"], "read", breaks)
    run("read", "a.txt", "-f", "jsonl", "-o", str(file))

    assert [("claims.jsonl", "old")] == [(found.name, found.read_text()) for found in tmp_path.iterdir()]


def test_place_that_cannot_be_written_is_wrong_usage(run: Command, tmp_path: Path) -> None:
    """A file in a folder that is not there is refused with one line and status 2."""
    result = run("read", "a.txt", "-o", str(tmp_path / "none" / "claims.csv"))

    assert (2, True, 1) == (result.exit_code, "cannot be written" in result.stderr, result.stderr.count("\n"))


def test_no_progress_in_a_pipe(run: Command) -> None:
    """Nothing is written to standard error where nobody watches it."""
    assert "" == run("read", "a.txt", "-f", "csv").stderr


def test_version(run: Command) -> None:
    """The version is that of the package."""
    assert f"counterclaim {counterclaim.__version__}\n" == run("--version").stdout


def test_what_was_read_keeps_its_order() -> None:
    """Extractions pass, refusals are collected."""
    refusals: list[Refusal] = []
    passed = list(without_refusals([FULL, REFUSAL, EMPTY], refusals))

    assert ([FULL, EMPTY], [REFUSAL]) == (passed, refusals)


def test_wrong_rule_is_told_with_its_line(run: Command, tmp_path: Path) -> None:
    """`rules check` names file and line, and ends with status 1."""
    (tmp_path / "nonsense.yaml").write_text("- id: x\n")
    result = run("rules", "check", str(tmp_path))

    assert (1, True) == (result.exit_code, "unknown kind 'nonsense'" in result.stderr)


def test_output_is_utf8_on_every_machine(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes do not depend on the terminal's encoding."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    app(["read", "a.txt"], standalone_mode=False)

    assert "─".encode() in written.getvalue()


def test_reader_of_the_pipe_may_stop(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the pipe closes early the run ends quietly and well."""
    closed, pipe = os.pipe()
    os.close(closed)
    with os.fdopen(pipe, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        status = app(["read", *["a.txt"] * 200, "-f", "json"], standalone_mode=False)

    assert 0 == status
