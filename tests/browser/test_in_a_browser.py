"""The pages as a real browser shows them, with nothing but what the server sends."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import running
from tests.browser.conftest import REPORTS, Served
from tests.fixtures.reports import NOW
from tests.fixtures.serving import PASSWORD, add_people

pytestmark = [pytest.mark.long, pytest.mark.browser]

FIRST, LAST = REPORTS[0], REPORTS[-1]
PAGES = (
    "/", "/claims", f"/claims/{quote(LAST.claims[0].id)}", f"/articles/{quote(LAST.article.id)}",
    f"/articles/{quote(FIRST.article.id)}/versions", "/compare", "/compare?event=killed&category=combatant",
    "/review", "/claimants", "/map", "/add", "/nowhere",
)  # fmt: skip
GRAVE = ("moderate", "serious", "critical")


def grave(page: Page) -> list[str]:
    """What axe finds on a page that keeps people out or holds them up."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found if one["impact"] in GRAVE for node in one["nodes"]]


def look_through(page: Page, served: Served, width: int) -> tuple[list[str], list[str]]:
    """What axe calls moderate or worse on every page, and the pages that are wider than the screen."""
    found, wide = [], []
    for address in PAGES:
        page.goto(served.address + address)
        found += [f"{address} {one}" for one in grave(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    return found, wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody(browser: Browser, served: Served, scheme: str) -> None:
    """No page, light or dark, has what axe calls moderate or worse, and none is wider than a phone."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                  viewport={"width": 390, "height": 844})  # fmt: skip
    found, wide = look_through(context.new_page(), served, 390)
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


def test_pointing_at_a_mark_tells_its_sentence(page: Page, served: Served) -> None:
    """A mark of the chart shows its sentence while it is pointed at, and opens its claim when it is clicked."""
    page.goto(f"{served.address}/compare?event=killed&category=combatant")
    marks = page.locator("#chart [role='graphics-symbol']")
    marks.first.wait_for()
    hidden = page.locator("#tip").is_hidden()
    told = _point(page, marks)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/claims/*")

    assert (True, True) == (hidden, "killed" in told)


def _point(page: Page, marks: Locator) -> str:
    """What is told of the first mark that tells anything: some are drawn over by others."""
    for at in range(marks.count()):
        box = marks.nth(at).bounding_box()
        if box is None:
            continue
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if page.locator("#tip").is_visible():
            return page.locator("#tip").inner_text()
    return ""


def test_list_is_walked_along_by_keys(page: Page, served: Served) -> None:
    """j and k go from claim to claim, / to the search, where keys are letters again; Enter opens the claim."""
    page.goto(f"{served.address}/claims")
    focused = "document.activeElement.closest('li')?.querySelector('.what > a')?.href"
    seen = []
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
        seen.append(page.evaluate(focused))
    page.keyboard.press("/")
    page.keyboard.type("jk")
    typed = page.locator("#q").input_value()
    page.locator("#q").blur()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert (seen[0], "jk") == (seen[2], typed)
    assert seen[0] != seen[1]
    assert "/claims/" in page.url


def test_pages_fit_a_desk(browser: Browser, served: Served) -> None:
    """No page is wider than a common screen, and none has what axe calls moderate or worse there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found, wide = look_through(context.new_page(), served, 1280)
    context.close()

    assert ([], []) == (found, wide)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_a_team_are_for_everybody(browser: Browser, ledger_url: str, scheme: str) -> None:
    """The login, the people, the audit and a blind round have nothing that axe minds, on a phone either."""
    add_people(ledger_url, ada="admin", cody="coder")
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(REPORTS, now=NOW)
        for person, verdict in (("ada", "accept"), ("cody", "reject")):
            ledger.judge(verdict, FIRST.claims[0].id, person=person, now=NOW, round="one")
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                  viewport={"width": 390, "height": 844})  # fmt: skip
    page = context.new_page()
    found, wide = [], []
    with running(Settings(ledger=ledger_url, team=True, secure=False)) as address:
        for path in ("/login", "/people", "/audit", "/review/one", "/review?round=one", "/add"):
            page.goto(address + path)
            found += [f"{path} {one}" for one in grave(page)]
            if page.evaluate("document.documentElement.scrollWidth") > 390:
                wide.append(path)
            if path == "/login":
                page.get_by_label("Name").fill("ada")
                page.get_by_label("Password").fill(PASSWORD)
                page.get_by_role("button", name="Log in").click()
                page.wait_for_url(address + "/")
    context.close()

    assert ([], []) == (found, wide)


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
