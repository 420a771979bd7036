"""The paragraphs in the article's element of a page, without what the page put in between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from counterclaim.reading.prose import BESIDE, Prose, linked

LEAVES = {
    "p": "body", "pre": "body", "li": "list", "td": "list", "th": "list", "dt": "list", "dd": "list",
    "blockquote": "quote", **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subheading"),
}  # fmt: skip
WRAPPING = frozenset(("a", "b", "i", "u", "s", "em", "strong", "span", "font", "center", "big", "small", "mark"))
INLINE = WRAPPING | {
    "sub", "sup", "q", "cite", "abbr", "code", "del", "ins", "wbr", "img", "bdi", "bdo", "tt", "var", "samp", "kbd",
    "strike", "-comment",
}  # fmt: skip
BROKEN = "p, div, li, h2, h3, blockquote, br"  # elements that end a line inside a wrapping one
LISTING = frozenset(("ul", "ol", "table", "dl", "div", "section", "li", "tr", "p"))
SHORT_OF_LEAF = 100  # characters of a text in no paragraph that is more than a label
BESIDES = BESIDE | {"form", "fieldset", "figcaption"}
ASIDE = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|social|sociable|follow|newsletter|subscri\w*|sign-?up|cookie\w*|consent|paywall"
    r"|tags?|sidebar|side-bar|banner|bread-?crumbs?|authors?|byline|footer|nav|navigation|menu|toolbar|meta|timestamp"
    r"|related|recirc\w*|recommend\w*|teaser|most-?(?:popular|read)|read-?(?:more|next)|more-on|trending|next-\w+"
    r"|up-next|promo\w*|sponsor\w*|advert\w*|ads?|outbrain|taboola|widget|embed|comments?|disqus|rating"
    r"|caption|credit|copyright|gallery|slideshow|hidden|hide|noprint|sr-only|modal|popup|overlay)(?:$|[\s_-])",
    re.I,
)
ROLES = ("navigation", "complementary", "banner", "contentinfo")
MUCH = 0.3  # of the article's prose: what holds it is the article, whatever it is called


def leaves(prose: Prose) -> Iterator[tuple[str, str]]:
    """Kind and text of each paragraph, subheading, quotation or item of the article's element, in order."""
    walk = _Walk(prose)
    yield from walk.below(prose.main, None)
    yield from walk.flush(None)


class _Walk:
    """A walk through the article's element; words gather until an element ends the line."""

    def __init__(self, prose: Prose) -> None:
        self._prose, self._much = prose, MUCH * prose.in_main
        self._words: list[str] = []

    def flush(self, kind: str | None) -> Iterator[tuple[str, str]]:
        """What has gathered: a leaf of a kind, or text in no leaf, which counts only if it is long."""
        text = "".join(self._words).strip()
        self._words.clear()
        if text and (kind or len(text) >= SHORT_OF_LEAF):
            yield kind or "body", text

    def below(self, node: LexborNode, kind: str | None) -> Iterator[tuple[str, str]]:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._words.append(child.text())
            elif tag == "br":
                self._words.append("\n")
            elif tag in INLINE:
                yield from self._inline(child, tag, kind)
            else:
                yield from self.flush(kind)
                if not self._is_beside(child, tag):
                    inner = LEAVES.get(tag, kind)
                    yield from self.below(child, inner)
                    yield from self.flush(inner)

    def _inline(self, node: LexborNode, tag: str, kind: str | None) -> Iterator[tuple[str, str]]:
        if tag in WRAPPING and node.css_first(BROKEN):
            yield from self.below(node, kind)
        else:
            self._words.append(node.text())

    def _is_beside(self, node: LexborNode, tag: str) -> bool:
        """Whether an element belongs to the page and not to the article: by its tag, its names, or its many links."""
        if self._prose.below(node) >= self._much:
            return False
        return tag in BESIDES or _is_named_beside(node) or (tag in LISTING and _is_of_links(node, tag))


def _is_named_beside(node: LexborNode) -> bool:
    said = node.attributes
    if "hidden" in said or said.get("aria-hidden") == "true" or said.get("role") in ROLES:
        return True
    style = (said.get("style") or "").replace(" ", "")
    return "display:none" in style or bool(ASIDE.search(f"{said.get('class') or ''} {said.get('id') or ''}"))


def _is_of_links(node: LexborNode, tag: str) -> bool:
    links = linked(node)
    return bool(links) and links > (0.9 if tag == "p" else 0.7) * len(node.text())
