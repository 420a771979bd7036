"""The pages as a real browser shows them, with nothing but what the server sends."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import running
from tests.browser.conftest import REPORTS, Served
from tests.fixtures.serving import PASSWORD, add_people

pytestmark = [pytest.mark.long, pytest.mark.browser]

FIRST, LAST = REPORTS[0], REPORTS[-1]
PAGES = (
    "/", "/claims", f"/claims/{quote(LAST.claims[0].id)}", f"/articles/{quote(LAST.article.id)}",
    f"/articles/{quote(FIRST.article.id)}/versions", "/compare", "/compare?event=killed&category=combatant",
    "/review", "/claimants", "/map", "/add", "/nowhere",
)  # fmt: skip
GRAVE = ("serious", "critical")


def grave(page: Page) -> list[str]:
    """What axe finds on a page that keeps people out."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found if one["impact"] in GRAVE for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody(browser: Browser, served: Served, scheme: str) -> None:
    """No page, light or dark, has what axe calls serious, and none is wider than a phone."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                  viewport={"width": 390, "height": 844})  # fmt: skip
    page = context.new_page()
    found, wide = [], []
    for address in PAGES:
        page.goto(served.address + address)
        found += [f"{address} {one}" for one in grave(page)]
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(address)
    context.close()

    assert ([], []) == (found, wide)


def test_pages_ask_nobody_else(page: Page, served: Served) -> None:
    """Every page is shown with its heading, runs no word of an article, and asks no other server for anything."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc or "here"))
    headings = []
    for address in PAGES:
        page.goto(served.address + address)
        headings.append(page.locator("h1").count())

    assert ([1] * len(PAGES), set()) == (headings, asked - {urlsplit(served.address).netloc, "here"})


def test_review_by_keyboard(page: Page, served: Served) -> None:
    """Claims are accepted, rejected, left unsure and taken back with single keys, and the ledger has each of them."""
    page.goto(f"{served.address}/review")
    for key in ("a", "r", "u", "z"):
        before = page.url, page.locator("main").inner_text()
        with page.expect_navigation():
            page.keyboard.press(key)
        page.wait_for_load_state()
        assert before != (page.url, page.locator("main").inner_text())
    with Ledger(served.place) as ledger:
        kept = [(one.verdict, one.person) for one in ledger.judgements()]

    assert [("accept", "ann"), ("reject", "ann"), ("unsure", "ann"), ("undo", "ann")] == kept


def test_correcting_a_field(page: Page, served: Served) -> None:
    """A field is corrected in the form, and the judgement says which."""
    page.goto(f"{served.address}/review")
    page.keyboard.press("c")
    page.locator("[name='field.modality']").select_option("denied")
    with page.expect_navigation():
        page.locator("#corrections form button").last.click()
    with Ledger(served.place) as ledger:
        [kept] = ledger.judgements()

    assert ("correct", {"modality": "denied"}) == (kept.verdict, dict(kept.changes))


def test_help_opens_and_closes(page: Page, served: Served) -> None:
    """The keys are told on ?."""
    page.goto(f"{served.address}/review")
    page.keyboard.press("?")
    opened = page.locator("#keys").is_visible()
    page.keyboard.press("Escape")

    assert (True, False) == (opened, page.locator("#keys").is_visible())


def test_chart_is_drawn(page: Page, served: Served) -> None:
    """The chart of a measure is drawn under the policy that forbids evaluation."""
    page.goto(f"{served.address}/compare?event=killed&category=combatant")

    page.locator("main svg, main canvas, main img").first.wait_for()


def test_everything_without_scripts(browser: Browser, served: Served) -> None:
    """A claim is accepted with scripts turned off, too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/review")
    page.get_by_role("button", name="Accept").click()
    context.close()
    with Ledger(served.place) as ledger:
        assert ["accept"] == [one.verdict for one in ledger.judgements()]


def test_team_logs_in(page: Page, ledger_url: str) -> None:
    """A coder logs in, reviews under the own name, and logs out."""
    add_people(ledger_url, cody="coder")
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(REPORTS, now="2031-05-08T12:00:00Z")
    with running(Settings(ledger=ledger_url, team=True, secure=False)) as address:
        page.goto(f"{address}/review")
        page.get_by_label("Name").fill("cody")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.goto(f"{address}/review")
        with page.expect_navigation():
            page.keyboard.press("a")
        page.get_by_role("button", name="Log out").click()
        page.wait_for_url("**/login")
    with Ledger(ledger_url) as ledger:
        assert [("accept", "cody")] == [(one.verdict, one.person) for one in ledger.judgements()]
