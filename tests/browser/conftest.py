"""A real browser before a served ledger; where there is no browser these tests are left out, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from counterclaim.extraction import Extraction
from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import MISSING, find_browser, open_browser, running
from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import hostile

REPORTS = (
    report(Said(), Said(number="7", event="injured", whom="women", category="civilian", place="Beta")),
    report(Said(who="The Southland army", org="Army (Southland)", side="Southland", number="40"),
           key="https://news.example/beta", outlet="Other News"),
    hostile(),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Served:
    """The address of a served ledger, its place, and what is in it."""

    address: str
    place: str
    reports: tuple[Extraction, ...] = REPORTS


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = find_browser()
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        found = open_browser(playwright, path)
        yield found
        found.close()


@pytest.fixture
def served(ledger_url: str) -> Iterator[Served]:
    """A ledger with three reports, one of them hostile, in SQLite, then in PostgreSQL."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(REPORTS, now=NOW)
    with running(Settings(ledger=ledger_url, person="ann")) as address:
        yield Served(address, ledger_url)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page; whatever a text managed to run, and every error of a script, fails the test."""
    context = browser.new_context()
    context.set_default_timeout(20_000)
    found = context.new_page()
    troubles: list[str] = []
    found.on("dialog", lambda dialog: _dismiss(dialog, troubles))
    found.on("pageerror", lambda error: troubles.append(str(error)))
    found.on("console", lambda told: troubles.append(told.text) if "Content Security Policy" in told.text else None)
    yield found
    context.close()
    assert [] == troubles


def _dismiss(dialog: Dialog, troubles: list[str]) -> None:
    troubles.append(f"dialog {dialog.message}")
    dialog.dismiss()
