"""What most pages rest on is made ready before anybody asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import cast

import pytest
from fastapi import FastAPI

from counterclaim import Ledger
from counterclaim.web import warming
from counterclaim.web.remembering import Memory
from counterclaim.web.warming import Warming
from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import served

OTHER = report(Said(number="40", place="Beta"), key="https://two.example")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ledgers with a claim are large ones."""
    monkeypatch.setattr(warming, "FEW", 1)


def test_pages_find_what_they_rest_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for the pages that everybody comes to asks nothing of the ledger that takes long."""
    place = str(tmp_path / "ledger.db")
    with served(place, [report(Said())]) as client:
        state = cast(FastAPI, client.app).state
        Warming(state.ledger, state.memory, state.queues).make_ready()
        for verb in ("tally", "facets", "waiting", "named", "measures", "located", "latest"):
            monkeypatch.setattr(Ledger, verb, _refused(verb))
        pages = ("/", "/claims", "/review", "/review?order=importance", "/claimants", "/map", "/compare",
                 "/compare?event=killed&category=combatant&side=Southland")  # fmt: skip

        assert [200] * len(pages) == [client.get(page).status_code for page in pages]


def test_small_ledger_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything is found at once, nothing is asked before anybody comes."""
    monkeypatch.setattr(warming, "FEW", 100)
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_extractions([report(Said())], now=NOW)
        memory = Memory()
        Warming(ledger, memory, Memory()).make_ready()

    assert 0 == len(memory.answers)


def test_what_is_added_is_made_ready_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once nothing more comes, what changed is worked out anew."""
    made: Queue[int] = Queue()
    monkeypatch.setattr(warming, "EVERY", 0.01)
    monkeypatch.setattr(Warming, "make_ready", lambda self: made.put(self.ledger.head()))
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_extractions([report(Said())], now=NOW)
        before = ledger.head()
        with Warming(ledger, Memory(), Memory()):
            first = made.get(timeout=10)
            ledger.add_extractions([OTHER], now=NOW)
            second = made.get(timeout=10)

        assert (before, ledger.head()) == (first, second)


def _refused(verb: str) -> Callable[..., None]:
    def refuse(*_told: object, **_also: object) -> None:
        raise AssertionError(f"{verb} was asked again")

    return refuse
