"""Pictures of every page, light, dark and as wide as a phone: python -m scripts.screenshots FOLDER [LEDGER]."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from counterclaim.ledger.book import Ledger
from counterclaim.ledger.people import People
from counterclaim.ledger.querying import Filter
from counterclaim.web.accounts import hash_password
from counterclaim.web.rendering import environment
from counterclaim.web.settings import Settings
from scripts.browsers import MISSING, find_browser, open_browser, running
from scripts.dispatches import dispatches

EXAMPLES = Path(__file__).parents[1] / "examples"
NOW = "2026-03-01T12:00:00Z"
PERSON, PASSWORD = "ada", "a word for these pictures alone"
OF_A_TEAM = {
    "people": "/people", "audit": "/audit", "round": "/review/first?results=true", "blind": "/review?round=second",
}  # fmt: skip
LOOKS = {"light": ("light", 1280), "dark": ("dark", 1280), "phone": ("light", 390)}


def addresses(ledger: Ledger) -> dict[str, str]:
    """The address of each page, by its name, with what is in the ledger."""
    first = ledger.claims(Filter(kind=["claim"]), limit=1).figures[0]
    quoted = environment().filters["path"]
    claim, article = quoted(first.claim), quoted(first.article)
    measures = ledger.measures()
    chosen = next((one for one in measures if one.event == "killed"), measures[0])
    measure = f"event={chosen.event}&category={chosen.category}"
    return {
        "overview": "/", "claims": "/claims", "claim": f"/claims/{claim}", "article": f"/articles/{article}",
        "versions": f"/articles/{article}/versions", "compare": f"/compare?{measure}",
        "review": "/review", "claimants": "/claimants", "map": "/map", "add": "/add",
    }  # fmt: skip


def take(browser: Browser, base: str, pages: dict[str, str], folder: Path, *, team: bool = False) -> None:
    """Write a picture of each page in each look, those of a team once one has logged in."""
    for look, (scheme, width) in LOOKS.items():
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                      viewport={"width": width, "height": 900})  # fmt: skip
        page = context.new_page()
        if team:
            _log_in(page, base, folder / f"login-{look}.png")
        for name, address in pages.items():
            page.goto(base + address)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1500 if name == "compare" else 100)  # for the chart to be drawn
            page.screenshot(path=folder / f"{name}-{look}.png")
        context.close()


def _log_in(page: Page, base: str, picture: Path) -> None:
    page.goto(f"{base}/login")
    page.screenshot(path=picture)
    page.get_by_label("Name").fill(PERSON)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{base}/")


def _take_team(browser: Browser, place: str, folder: Path) -> None:
    """Pictures of what only a team has, with a blind round in which two coders see the first claim differently."""
    with Ledger(place) as opened, People(place) as people:
        opened.add_extractions(dispatches(), now=NOW)
        first = opened.claims(Filter(kind=["claim"]), limit=1).figures[0].claim
        opened.judge("accept", first, person=PERSON, now=NOW, round="first")
        opened.judge("correct", first, person="cody", now=NOW, round="first", changes={"modality": "estimated"})
        people.add(PERSON, role="admin", password=hash_password(PASSWORD), now=NOW)
    with running(Settings(ledger=place, team=True, secure=False)) as base:
        take(browser, base, OF_A_TEAM, folder, team=True)


def _take_series(browser: Browser, place: str, folder: Path) -> None:
    """Pictures of comparing what three bodies say over two months, which the two examples do not show."""
    with Ledger(place) as opened:
        opened.add_extractions(dispatches(), now=NOW)
    with running(Settings(ledger=place)) as base:
        take(browser, base, {"compare": "/compare?event=destroyed&category=tank"}, folder)


def main(folder: Path, ledger: str | None) -> int:
    """Take the pictures, of the two examples unless a ledger is named."""
    path = find_browser()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as spare, sync_playwright() as playwright:
        place = ledger or str(Path(spare) / "examples.db")
        with Ledger(place) as opened:
            if ledger is None:
                opened.add([EXAMPLES], now=NOW)
            pages = addresses(opened)
        browser = open_browser(playwright, path)
        if ledger is None:
            _take_series(browser, str(Path(spare) / "dispatches.db"), folder)
            _take_team(browser, str(Path(spare) / "team.db"), folder)
            del pages["compare"]
        with running(Settings(ledger=place)) as base:
            take(browser, base, pages, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None))
