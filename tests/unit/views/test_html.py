"""Claims as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.views import html
from tests.fixtures.extractions import EMPTY, FULL

PAGE = "".join(html.render([FULL, EMPTY]))
TREE = HTMLParser(PAGE)


def texts(selector: str) -> list[str]:
    """The text of each element, blanks run together."""
    return [" ".join(node.text().split()) for node in TREE.css(selector)]


def test_text_of_the_article_is_whole() -> None:
    """With its reference numbers taken away, the page holds the article's text as it is."""
    tree = HTMLParser(PAGE)
    for node in tree.css(".text .ref"):
        node.decompose()

    assert FULL.article.text == "\n\n".join(node.text() for node in tree.css("article:first-of-type .text"))


def test_article_text_is_escaped() -> None:
    """Markup in an article is shown and never obeyed."""
    assert (False, True) == ("<b>Roe" in PAGE, "&lt;b&gt;Roe&lt;/b&gt;" in PAGE)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", 'https://x.example/"onclick="a'])
def test_addresses_cannot_break_out(address: str) -> None:
    """Only http and https become links, and their quotes are escaped."""
    page = "".join(html.render([replace(FULL, article=replace(FULL.article, url=address))]))
    links = [node.attributes for node in HTMLParser(page).css(".byline a")]

    assert links in ([], [{"href": address, "rel": "noopener noreferrer"}])


def test_policy_allows_the_style_and_nothing_else() -> None:
    """The page's own policy names the digest of its style; scripts and loads are forbidden."""
    [style] = re.findall(r"<style>(.*?)</style>", PAGE, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [node.attributes["content"] for node in TREE.css("meta[http-equiv]")]

    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" == policy


def test_page_is_self_contained() -> None:
    """No script, image, frame, style attribute or handler stands in the page."""
    assert [] == TREE.css("script, img, iframe, link, object, [style], [onclick], [src]")


def test_each_claim_has_a_card_and_a_mark() -> None:
    """Card and mark point at each other."""
    marks = {(node.id, node.attributes["href"]) for node in TREE.css(".text .ref")}
    cards = {(str(ref.attributes["href"])[1:], f"#{card.id}") for card in TREE.css(".card") for ref in card.css(".ref")}

    assert (cards, 3) == (marks, len(marks))


def test_card_says_who_first() -> None:
    """A card opens with the one who claims it."""
    expected = [
        "1 Army (Northland) stated",
        "2 Jan Roe, Army (Northland) stated; cited by Agency",
        "3 In the outlet's own voice",
        "Jan Roe, Army (Northland) conceded",
    ]

    assert expected == texts("li.card .who")


def test_unknown_fields_give_their_reason() -> None:
    """What is not known stands in the card with its reason."""
    assert "not known: no date stands with it" in PAGE


def test_light_and_dark() -> None:
    """The style has colours for both."""
    assert "prefers-color-scheme: dark" in PAGE


def test_no_article_is_said() -> None:
    """A run that read nothing says so."""
    assert "No article was read." in "".join(html.render([]))
