"""Where the prose of a page stands: how much of it each element holds, and the element that holds the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

WORDLESS = [
    "script", "style", "svg", "noscript", "iframe", "button", "select", "video", "audio", "template", "object",
    "canvas", "picture", "map", "input", "textarea", "option", "datalist", "label", "time",
]  # fmt: skip
BESIDE = frozenset(("nav", "footer", "aside", "figure", "dialog", "menu"))
LONG = 60  # characters of a paragraph, without its links, that is prose and not a menu
LEAST = 400  # characters of prose below which a page does not show where its article is
MOST = 0.5  # of the page's prose that the article's element holds


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a page. `held` has the characters of it below each element, by the element's identity in memory."""

    main: LexborNode
    held: Mapping[int, int]
    whole: int  # characters of prose in the page
    lines: int  # characters of all its paragraphs, short ones too

    @property
    def in_main(self) -> int:
        """Characters of prose in the article's element."""
        return self.held[self.main.mem_id]

    def below(self, node: LexborNode) -> int:
        """Characters of prose below an element."""
        return self.held.get(node.mem_id, 0)


def find_prose(page: LexborHTMLParser) -> Prose | None:
    """The prose of a page and the smallest element that holds most of it; null where there is too little to tell.

    Takes everything that holds no words (scripts, styles, pictures) out of the page.
    """
    page.strip_tags(WORDLESS)
    held: dict[int, int] = {}
    whole = lines = 0
    for length, around in _paragraphs(page):
        lines += length
        if length < LONG:
            continue
        whole += length
        for node in around:
            held[node.mem_id] = held.get(node.mem_id, 0) + length
    if whole < LEAST or page.body is None:
        return None
    return Prose(_main(page.body, held, MOST * whole), held, whole, lines)


def _paragraphs(page: LexborHTMLParser) -> Iterator[tuple[int, list[LexborNode]]]:
    """The length of each paragraph that stands in no menu, foot or picture, and the elements around it."""
    for paragraph in page.css("p"):
        around = [paragraph]
        while (parent := around[-1].parent) is not None and parent.tag not in BESIDE:
            around.append(parent)
        if parent is None:
            yield max(len(paragraph.text()) - linked(paragraph), 0), around


def linked(node: LexborNode) -> int:
    """How many characters of an element are links."""
    return sum(len(link.text()) for link in node.css("a"))


def _main(node: LexborNode, held: Mapping[int, int], least: float) -> LexborNode:
    while True:
        best = max(node.iter(), key=lambda child: held.get(child.mem_id, 0), default=None)
        if best is None or best.tag == "p" or held.get(best.mem_id, 0) < least:
            return node
        node = best


def cut_out(page: LexborHTMLParser, prose: Prose) -> str:
    """The page as HTML without what stands around the article's element and holds no prose."""
    node = prose.main
    while node.tag != "body" and (parent := node.parent) is not None:
        for child in list(parent.iter()):
            if child.mem_id != node.mem_id and not prose.below(child):
                child.decompose()
        node = parent
    return page.html or ""
