"""What people do on the pages with pointer and keys, each gesture once, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import running
from tests.browser.conftest import Served
from tests.fixtures.reports import NOW, Said, report

pytestmark = [pytest.mark.long, pytest.mark.browser]

OLD = report(*(Said(number=str(number)) for number in range(12, 40)))
NEW = report(Said(number="121"), *(Said(number=str(number)) for number in range(13, 40)))
OTHER = report(Said(who="The Southland army", org="Army (Southland)", side="Southland", number="7", event="injured"),
               key="https://news.example/beta", outlet="Other News")  # fmt: skip


@pytest.fixture(scope="module")
def ledger_of_versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger with an article in two versions, of more claims than a page lists, and another one; none changes it."""
    place = str(tmp_path_factory.mktemp("gestures") / "ledger.db")
    with Ledger(place) as ledger:
        ledger.add_extractions([OLD], now=NOW)
        ledger.add_extractions([NEW, OTHER], now="2031-05-09T12:00:00Z")
    with running(Settings(ledger=place, person="ann")) as address:
        yield Served(address, place)


def test_facet_takes_effect_at_once(page: Page, ledger_of_versions: Served) -> None:
    """A filter that is ticked is in the address at once, and in the list; ticked off it is out again."""
    page.goto(f"{ledger_of_versions.address}/claims")
    with page.expect_navigation():
        page.get_by_role("checkbox", name="injured").check()
    ticked, shown = parse_qs(urlsplit(page.url).query), page.locator(".claims > li").count()
    with page.expect_navigation():
        page.get_by_role("checkbox", name="injured").uncheck()

    assert ({"event": ["injured"]}, 2, {}) == (ticked, shown, parse_qs(urlsplit(page.url).query))


def test_pages_are_turned_by_keys(page: Page, ledger_of_versions: Served) -> None:
    """n goes to the next page of claims, p back to where one was."""
    page.goto(f"{ledger_of_versions.address}/claims?limit=10")
    first = page.locator(".claims .what a").first.get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("n")
    second = page.locator(".claims .what a").first.get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("p")

    assert first == page.locator(".claims .what a").first.get_attribute("href")
    assert first != second


def test_claim_is_verified(page: Page, ledger_of_versions: Served) -> None:
    """The button on a claim's page tells what was checked, in words that are read out."""
    page.goto(f"{ledger_of_versions.address}/claims/{quote(OTHER.claims[0].id)}")
    page.get_by_role("button", name="Verify").click()

    assert "All as it was taken down" == page.get_by_role("status").get_by_role("heading").inner_text()


def test_versions_stand_side_by_side(page: Page, ledger_of_versions: Served) -> None:
    """From an article two clicks lead to what changed since the version before."""
    page.goto(f"{ledger_of_versions.address}/articles/{quote(NEW.article.id)}")
    page.get_by_role("link", name="beside the one before").click()

    assert (["12"], ["121"]) == (page.locator("del").all_inner_texts(), page.locator("ins").all_inner_texts())


def test_number_leads_to_its_card_and_back(page: Page, ledger_of_versions: Served) -> None:
    """The number in the text leads to its card, the card's number back to the text."""
    page.goto(f"{ledger_of_versions.address}/articles/{quote(OTHER.article.id)}")
    page.get_by_role("link", name="claim 1", exact=True).press("Enter")
    card = urlsplit(page.url).fragment
    page.get_by_role("link", name="claim 1, back to the text").press("Enter")

    assert (f"c-{OTHER.claims[0].id}", "m-1") == (card, urlsplit(page.url).fragment)


def test_map_is_moved_and_left_by_keys(page: Page, served: Served) -> None:
    """The map is zoomed and left by links that Tab reaches; a place leads to its claims."""
    with Ledger(served.place) as ledger:
        places = {figure.place for figure in ledger.claims(limit=50).figures if figure.latitude is not None}
    page.goto(f"{served.address}/map")
    with page.expect_navigation():
        page.get_by_role("link", name="Zoom in").press("Enter")

    assert "view" in parse_qs(urlsplit(page.url).query)
    assert len(places) == page.locator("svg.map a").count()


def test_claimants_are_merged_and_taken_apart(page: Page, served: Served) -> None:
    """Two names that are made one stand as one, and undoing it makes them two again."""
    names = page.locator("tbody th[scope=row]")
    page.goto(f"{served.address}/claimants")
    before = names.count()
    page.get_by_text("Merge two names").click()
    page.get_by_label("Name to keep").fill("Army (Northland)")
    page.get_by_label("The other name").fill("Army (Southland)")
    with page.expect_navigation():
        page.get_by_role("button", name="They are one").click()
    merged = names.count()
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").first.click()

    assert (before - 1, before) == (merged, names.count())


def test_undo_brings_the_claim_back(page: Page, served: Served) -> None:
    """z takes the last judgement back and shows its claim again, with the words that it was taken back."""
    page.goto(f"{served.address}/review")
    judged = page.locator("#verdicts input[name=claim]").input_value()
    for key in ("a", "z"):
        with page.expect_navigation():
            page.keyboard.press(key)
        page.wait_for_load_state()

    assert judged == page.locator("#verdicts input[name=claim]").input_value()
    assert "taken back" in page.locator(".messages").inner_text()


def test_mark_of_the_chart_has_a_name(page: Page, ledger_of_versions: Served) -> None:
    """Every mark of the chart is named by its claim for who cannot see it, and the chart says where the table is."""
    page.goto(f"{ledger_of_versions.address}/compare?event=injured&category=combatant")
    page.locator("#chart path[role='graphics-symbol'][aria-label*='Army (Southland)']").first.wait_for()

    assert page.get_by_role("group", name="every figure of it stands in the table of figures below").is_visible()


def test_article_is_printed_without_what_one_clicks(page: Page, ledger_of_versions: Served) -> None:
    """On paper stand the text and its cards, not the menu."""
    page.goto(f"{ledger_of_versions.address}/articles/{quote(OTHER.article.id)}")
    page.emulate_media(media="print")

    assert (False, True, True) == (page.locator(".bar").is_visible(), page.locator(".text").first.is_visible(),
                                   page.locator(".card").first.is_visible())  # fmt: skip


def test_nothing_moves_for_who_does_not_want_it(page: Page, ledger_of_versions: Served) -> None:
    """Who asked for less motion gets no smooth scrolling."""
    found = []
    for wish in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion="reduce" if wish == "reduce" else "no-preference")
        page.goto(f"{ledger_of_versions.address}/claims")
        found.append(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"))

    assert ["smooth", "auto"] == found
