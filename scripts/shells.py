"""Real pages emptied of their article, with marks where its headline and its text stood: shells for other texts."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from counterclaim.reading.drafts import RefusedError
from counterclaim.reading.pages import read_page
from counterclaim.rules import load_rules
from counterclaim.scanning.gates import stopped_by
from counterclaim.scanning.stored import Stored

SAID = (
    'script[type="application/ld+json"], link[rel="canonical"], meta[property^="og:"], meta[property^="article:"], '
    'meta[name^="twitter:"], meta[name="description"], meta[name="keywords"], meta[name="news_keywords"]'
)
MARK = "\u2603BODY\u2603"
TITLE = "\u2603TITLE\u2603"
LEAST = 400  # characters of a text
LEAVES = "p, li, blockquote, h2, h3, h4, h5, td, figcaption, div, span"  # elements that may hold a paragraph
UNSEEN = "script, style, noscript, template"


@dataclass(frozen=True, slots=True)
class Text:
    """One article of the corpus."""

    title: str
    paragraphs: tuple[str, ...]


PROBE = Text(
    "A day at the lake",
    tuple(
        f"On the {at}th day the lake was calm and people walked along its shore." + " They fished." * 9
        for at in range(4, 12)
    ),
)


def shells_of(corpus: Path) -> list[str]:
    """The shells of a corpus's pages, in the order of their files."""
    return [shell for file in sorted(corpus.glob("html*/*.html")) if (shell := shell_of(file))]


def shell_of(file: Path) -> str | None:
    """A page with marks where its headline and its article stood.

    Null where its own article cannot be taken out whole, another in its place is not read as one, or what is left of
    the page is about war and violence whatever stands in it.
    """
    text = file.read_text("utf-8", "replace")
    tree = LexborHTMLParser(text)
    body = _most_prose(tree)
    if body is None:
        return None
    _forget(tree)
    first = next(child for child in _children(body) if child.tag == "p")
    first.insert_before(MARK)
    own = _article_of(text)
    for node in tree.css(LEAVES):
        if _words(node) in own or (node.tag == "p" and node.parent == body):
            node.decompose()
    shell = tree.html or ""
    return shell if _is_empty(filled(shell, PROBE), own) else None


def _is_empty(page: bytes, own: set[str]) -> bool:
    """Whether a page with the probe in it is read as the probe, with little of its own article or of another topic."""
    read, probe, seen = _article_of(page.decode()), {*PROBE.paragraphs}, _seen(page)
    return (
        probe <= read
        and sum(map(len, read - probe)) < LEAST
        and sum(len(part) for part in own if part in seen) < LEAST
        and stopped_by(Stored(path="probe", position=0, content=page, name="probe"), load_rules("en")) is not None
    )


def _seen(page: bytes) -> str:
    tree = LexborHTMLParser(page)
    for node in tree.css(UNSEEN):
        node.decompose()
    return _words(tree.body) if tree.body else ""


def _forget(tree: LexborHTMLParser) -> None:
    """Take out of a page what it says of its own article: headline, summary, address, day."""
    for node in tree.css("title, h1"):
        node.inner_html = TITLE
    for node in tree.css(SAID):
        node.decompose()


def _article_of(page: str) -> set[str]:
    """The paragraphs of a page's own article."""
    try:
        return {block.text for block in read_page(page).blocks}
    except RefusedError:
        return set()


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _most_prose(tree: LexborHTMLParser) -> LexborNode | None:
    lengths: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None:
            length, _ = lengths.get(parent.mem_id, (0, parent))
            lengths[parent.mem_id] = (length + len(paragraph.text()), parent)
    best = max(lengths.values(), key=lambda found: found[0], default=None)
    return best[1] if best and best[0] > LEAST else None


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        following = child.next
        yield child
        child = following


def filled(shell: str, text: Text) -> bytes:
    """A shell with a text in it."""
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in text.paragraphs)
    return shell.replace(TITLE, html.escape(text.title)).replace(MARK, body).encode("utf-8", "replace")
