"""The page of an article, its versions and its bytes."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from counterclaim.extraction import Extraction
from counterclaim.intake import Intake
from counterclaim.web import windows
from tests.fixtures.reports import NOW, Said, report
from tests.unit.web.conftest import Opened

OLD, NEW = report(Said(number="12")), report(Said(number="21"))


def address(found: Extraction, rest: str = "") -> str:
    """The address of an article's page."""
    return f"/articles/{quote(found.article.id, safe='')}{rest}"


def test_claims_are_marked_where_they_stand(opened: Opened) -> None:
    """The figure is marked in the text and leads to its card; the card leads to the claim."""
    page = opened(OLD).get(address(OLD)).text
    claim = OLD.claims[0].id

    assert f'<span class="quantity said">12</span><a class="ref" id="m-1" href="#c-{claim}"' in page
    assert f'id="c-{claim}"' in page
    assert f'<a href="/claims/{claim}">' in page


def test_versions_stand_side_by_side(opened: Opened) -> None:
    """The words and the claim that changed are shown with both readings."""
    page = opened(OLD, NEW).get(address(NEW, "/versions")).text

    assert "<del>12</del>" in page
    assert "<ins>21</ins>" in page
    assert "changed: how many; the new text does not tell of a change" in page


def test_first_version_has_none_before(opened: Opened) -> None:
    """The first version says so instead of comparing with nothing."""
    assert "first version that was read, and the only one" in opened(OLD).get(address(OLD, "/versions")).text


def test_original_is_a_download(opened: Opened) -> None:
    """The bytes come as they are, and never as a page."""
    client = opened()
    content = b"<script>alert(1)</script>"
    intake = Intake(extraction=OLD, original=content)
    client.app.state.ledger.add_extractions([intake], now=NOW)  # type: ignore[attr-defined]  # the client hides the application's type
    answer = client.get(address(OLD, "/original"))

    assert (content, "application/octet-stream") == (answer.content, answer.headers["content-type"])
    assert answer.headers["content-disposition"].startswith("attachment")


def test_carriers_are_named(opened: Opened) -> None:
    """An article whose text another one carries names it, and the other way round."""
    words = [Said(number=str(number), place=place) for number in range(12, 30) for place in ("Alpha", "Beta")]
    first = report(*words, outlet="First News")
    second = report(*words, key="https://two.example", outlet="Second News", published="2031-05-09")
    client = opened(first, second)

    assert "Carried by" in client.get(address(first)).text
    assert "Carries the text of" in client.get(address(second)).text


def test_text_is_shown_as_text(opened: Opened) -> None:
    """Markup in an article is no markup on the page."""
    found = report(Said(), note="<script>alert('now')</script><img src=x onerror=alert(1)>")
    page = opened(found).get(address(found)).text

    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(" in page


def test_odd_links_are_not_followed(opened: Opened) -> None:
    """An article's address that is no web address is text."""
    found = replace(OLD, article=replace(OLD.article, url="javascript:alert(1)"))
    page = opened(found).get(address(found)).text

    assert 'href="javascript' not in page


def test_long_text_comes_in_parts(opened: Opened) -> None:
    """A long article is cut between paragraphs; a claim leads to the part that holds it."""
    found = report(*(Said(number=str(number)) for number in range(100, 500)))
    last = found.claims[-1]
    page = opened(found).get(address(found, f"?at={last.evidence.start}")).text

    assert "Part 3 of 3" in page
    assert f'id="c-{last.id}"' in page
    assert f'id="c-{found.claims[0].id}"' not in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", [(0, 5)]),
        ("one two", [(0, 4), (4, 7)]),
        ("abcdefghij", [(0, 5), (5, 10)]),
        ("a\n\nbcd", [(0, 3), (3, 6)]),
    ],
)
def test_windows_join_to_the_whole_text(text: str, expected: list[tuple[int, int]]) -> None:
    """Cut at the best break in the second half, else anywhere; nothing is lost."""
    assert expected == list(windows.windows(text, longest=5))


def test_api_gives_the_public_format(opened: Opened) -> None:
    """The twin is the article as the format has it."""
    found = opened(OLD).get("/api" + address(OLD)).json()

    assert (OLD.article.id, 1) == (found["article"]["id"], len(found["claims"]))


def test_names_from_right_to_left_stand_apart(opened: Opened) -> None:
    """Outlet, day and language are isolated from one another: an Arabic name does not turn the day around."""
    found = report(Said(), outlet="صحيفة")
    page = opened(found).get(address(found)).text

    assert "<bdi>صحيفة</bdi>, <bdi>2031-05-08</bdi>, <bdi>en</bdi>" in page
