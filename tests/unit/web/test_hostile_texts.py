"""Words of an article that want to be more than text stay text, on every page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from counterclaim.ledger.book import Ledger
from tests.fixtures.reports import NOW, Said, report
from tests.fixtures.serving import ATTACK, BIDI, OWN, hostile, served

HOSTILE = hostile()
CLAIM = quote(HOSTILE.claims[0].id, safe="")
ARTICLE = quote(HOSTILE.article.id, safe="")
PAGES = (
    "/", "/claims", f"/claims/{CLAIM}", f"/articles/{ARTICLE}", f"/articles/{ARTICLE}/versions", "/compare",
    "/compare?event=killed&category=combatant", "/claimants", "/map", "/review", "/add",
)  # fmt: skip
ASKED = ("/claims?q={}", "/claims?claimant={}", "/claims?country={}", "/compare?event={}", "/map?view={}",
         "/claimants?q={}", "/review?order={}", "/claims?sort={}", "/claims?after={}", "/review/{}")  # fmt: skip
FOLLOWED = ("href", "src", "action", "formaction", "xlink:href")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server with the hostile report, a second version of it, and somebody else's word against it."""
    place = str(tmp_path_factory.mktemp("hostile") / "ledger.db")
    found = [HOSTILE, report(Said(number="40", org="Army (Southland)", side="Southland"), key="https://news.example/b")]
    with Ledger(place) as ledger:
        ledger.add_extractions(found, now=NOW)
        for reason in (ATTACK, BIDI):
            ledger.judge("correct", HOSTILE.claims[0].id, person=f"{ATTACK[:40]}", now=NOW, reason=reason,
                         changes={"place": ATTACK})  # fmt: skip
    with served(place, largest_upload=100_000) as client:
        yield client


def active(page: str) -> list[str]:
    """What of a page a browser would run, or be led astray by."""
    nodes = LexborHTMLParser(page).css("*")
    return [f"{node.tag} {name}={value}" for node in nodes for name, value in _attributes(node)] + [
        f"{node.tag} {node.text()[:40]!r}" for node in nodes if node.tag in ("script", "style") and _is_inline(node)
    ]


def _attributes(node: LexborNode) -> Iterator[tuple[str, str]]:
    for name, value in node.attributes.items():
        told = (value or "").strip().lower()
        leads_astray = name in FOLLOWED and not told.startswith(("/", "#", "?", "http://", "https://"))
        runs = name.startswith(("on", "hx-on")) or name in ("style", "srcdoc")
        if leads_astray or runs or (name == "src" and not told.startswith("/")):
            yield name, told


def _is_inline(node: LexborNode) -> bool:
    return bool(node.text().strip()) and node.attributes.get("type") != "application/json"


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_an_article_runs(client: TestClient, address: str) -> None:
    """Scripts, handlers, odd addresses and templates in names and texts are shown, never run or followed."""
    answer = client.get(address)

    assert (200, []) == (answer.status_code, active(answer.text))


@pytest.mark.parametrize("address", ASKED)
@pytest.mark.parametrize("odd", [ATTACK, BIDI, "\x00", "9" * 400, "javascript:alert(1)", "../../etc/passwd"])
def test_nothing_of_an_address_runs(client: TestClient, address: str, odd: str) -> None:
    """What stands in the address is shown as text, or refused; it is never an error of ours."""
    answer = client.get(address.format(quote(odd, safe="")))

    assert [] == active(answer.text) if "html" in answer.headers["content-type"] else True
    assert answer.status_code < 500


@pytest.mark.parametrize("address", PAGES)
def test_templates_in_a_text_are_not_filled_in(client: TestClient, address: str) -> None:
    """Words that look like a template of ours stay as they are."""
    assert "777777" not in client.get(address).text


@pytest.mark.parametrize("address", [f"/claims/{CLAIM}", f"/articles/{ARTICLE}"])
def test_bidirectional_marks_do_not_reach_round_them(client: TestClient, address: str) -> None:
    """Marks that turn the direction of writing stand only where their effect ends with their element."""
    nodes = LexborHTMLParser(client.get(address).text).css("main *")
    loose = [
        node.tag for node in nodes if "\u202e" in (node.text(deep=False) or "") and not _is_isolated(node)
    ]  # fmt: skip

    assert [] == loose


def _is_isolated(node: LexborNode | None) -> bool:
    """Whether an element, or one around it, keeps the direction of its text to itself."""
    while node is not None and node.tag not in ("main", "body"):
        if node.tag in ("bdi", "textarea", "option") or "dir" in node.attributes:
            return True
        node = node.parent
    return False


def test_original_bytes_are_never_a_page(client: TestClient) -> None:
    """The bytes of a saved page are given as a file to keep, not as a page of ours."""
    saved = b"<html><script>alert(1)</script><body><p>The army said 12 soldiers were killed in Alpha.</p></body></html>"
    with_it = client.post("/add", files=[("files", ("../../x.html", saved))], headers=OWN, follow_redirects=False)

    assert (303, True) == (with_it.status_code, with_it.headers["location"].startswith("/add/"))


def test_huge_text_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A text of a million characters without an end of line is answered."""
    huge = report(Said(), note="x" * 1_000_000)
    with served(str(tmp_path_factory.mktemp("huge") / "ledger.db"), [huge]) as client:
        assert 200 == client.get(f"/articles/{quote(huge.article.id, safe='')}").status_code
