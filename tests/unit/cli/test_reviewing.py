"""`counterclaim review`: judging at the keyboard and by command, on both databases."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli import app
from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.querying import Filter
from tests.fixtures.reports import NOW, Said, report


@pytest.fixture
def place(ledger_url: str) -> str:
    """A ledger with three claims by two armies."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(), Said(number="30", whom="civilians", category="civilian"))], now=NOW)
        other = Said(who="The Southland army", org="Army (Southland)", side="Southland", whose="Northland", number="7")
        ledger.add_extractions([report(other, key="https://news.example/beta")], now=NOW)
    return ledger_url


def run(*words: str, place: str) -> Result:
    return CliRunner().invoke(app, ["review", *words, "--ledger", place])


def claims(place: str) -> dict[int | None, Figure]:
    """The claims by their figures."""
    with Ledger(place) as ledger:
        return {figure.low: figure for figure in ledger.figures(Filter(kind=["claim"]))}


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def press(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys that the person will press, then q."""
    pressed: Iterator[str] = iter([*keys, *"q" * 9])
    monkeypatch.setattr(click, "getchar", lambda: next(pressed))


def test_verdicts_by_command(place: str) -> None:
    """Accepting one claim and rejecting another shows in the claims."""
    ids = {low: figure.claim for low, figure in claims(place).items()}

    assert 0 == run("accept", ids[12], "--person", "Ada", place=place).exit_code
    assert 0 == run("reject", ids[7], "--person", "Ada", "--reason", "no such text", place=place).exit_code
    assert ("accepted", "unreviewed", "rejected") == tuple(claims(place)[low].status for low in (12, 30, 7))


def test_corrections_by_command(place: str) -> None:
    """Fields set right are the ones shown, and undo brings the text's own back."""
    identity = claims(place)[12].claim
    run("correct", identity, "--set", "low=11", "--set", "side=", "--person", "Ada", place=place)
    corrected = claims(place)[11]
    run("undo", "--person", "Ada", place=place)

    assert ("corrected", None) == (corrected.status, corrected.side)
    assert ("unreviewed", "Southland") == (claims(place)[12].status, claims(place)[12].side)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["correct", "CLAIM", "--set", "low=many"], "'many' found; a whole number"),
        (["correct", "CLAIM", "--set", "colour=red"], "unknown field 'colour'"),
        (["correct", "CLAIM"], "give --set FIELD=VALUE"),
        (["accept", "0000"], "no such claim"),
        (["undo", "--person", "Nobody"], "has no judgement to take back"),
    ],
)
def test_wrong_usage_is_told(place: str, words: list[str], told: str) -> None:
    """A judgement that cannot be taken down is one line and status 2, and nothing is kept."""
    identity = claims(place)[12].claim
    result = run(*[identity if word == "CLAIM" else word for word in words], place=place)

    assert (2, True) == (result.exit_code, told in result.stderr)
    assert [] == rows(run("list", "--format", "json", place=place))


def test_the_keyboard(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the keyboard: accept the largest, go past the next, reject the last, take that back, and leave."""
    press("anrz", monkeypatch)
    result = run("queue", "--order", "importance", "--person", "Ada", place=place)

    assert 0 == result.exit_code
    assert ("accepted", "unreviewed", "unreviewed") == tuple(claims(place)[low].status for low in (30, 12, 7))
    assert "took back reject" in result.stdout


def test_the_sentence_is_shown(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person sees who says it, in which words, and the link."""
    press("", monkeypatch)
    shown = run("queue", "--person", "Ada", "claimant=Army (Southland)", place=place).stdout

    for words in ("The Southland army said that 7 soldiers were killed", "Army (Southland)", "news.example/beta"):
        assert words in shown


def test_correcting_at_the_keyboard(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fields are typed one a line; one that is no value is told and asked for again."""
    press("c", monkeypatch)
    typed = iter(["low=eleven", "low=11", ""])
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(typed))
    result = run("queue", "--order", "importance", "--person", "Ada", "claimant=Army (Northland)", place=place)

    assert "a whole number" in result.stdout
    assert 11 in claims(place)


def test_a_blind_round(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a blind round a coder sees no other's judgement, every claim waits for each coder, and nothing changes."""
    press("aar", monkeypatch)
    run("queue", "--round", "pilot", "--person", "Ada", "--order", "importance", place=place)
    press("raa", monkeypatch)
    second = run("queue", "--round", "pilot", "--person", "Bo", "--order", "importance", place=place)

    assert "Ada" not in second.stdout
    assert {"unreviewed"} == {figure.status for figure in claims(place).values()}
    found = rows(run("agreement", "pilot", "--format", "json", place=place))
    assert {"field": "verdict", "claims": 3} == {name: found[0][name] for name in ("field", "claims")}


def test_differences_and_adjudication(place: str) -> None:
    """What two coders see differently is listed with both; a judgement outside the round decides."""
    identity = claims(place)[12].claim
    run("correct", identity, "--set", "low=11", "--round", "pilot", "--person", "Ada", place=place)
    run("accept", identity, "--round", "pilot", "--person", "Bo", place=place)
    found = rows(run("differences", "pilot", "--format", "json", place=place))
    run("correct", identity, "--set", "low=11", "--person", "Cy", "--reason", "Ada is right", place=place)

    assert [["Ada: correct", "Bo: accept"], ["Ada: 11", "Bo: 12"]] == [row["said"] for row in found]
    assert "corrected" == claims(place)[11].status


def test_claimants_are_merged_and_split(place: str) -> None:
    """Two names for one body become one claimant, and undo makes them two again."""
    run("same", "Army (Northland)", "Army (Southland)", "--claimants", "--person", "Ada", place=place)
    merged = {figure.claimant for figure in claims(place).values()}
    run("undo", "--person", "Ada", place=place)

    assert {"Army (Northland)"} == merged
    assert {"Army (Northland)", "Army (Southland)"} == {figure.claimant for figure in claims(place).values()}


def test_queue_without_a_keyboard(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no terminal, one line says so and which commands need none."""

    def no_terminal() -> str:
        raise OSError("no such device")

    monkeypatch.setattr(click, "getchar", no_terminal)
    result = run("queue", "--person", "Ada", place=place)

    assert 2 == result.exit_code
    assert result.stderr.startswith("review queue: no terminal")
