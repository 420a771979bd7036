"""HTML pages: the text of the article without navigation, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from counterclaim.reading.drafts import Block, Draft, RefusedError
from counterclaim.reading.furniture import is_furniture
from counterclaim.reading.metadata import read_metadata
from counterclaim.reading.paragraphs import is_caption, one_line, to_blocks

HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.I)
KINDS = {"p": "body", "head": "subheading", "item": "list", "quote": "quote", "cell": "list", "ab": "subheading"}


def is_page(text: str) -> bool:
    """Whether a text is HTML: by its first tags."""
    head = text[:2000].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(HTML.search(text[:20000]))


def read_page(text: str) -> Draft:
    """The draft of a page: the article's paragraphs, with the page's own metadata."""
    # Loading trafilatura costs more than reading many plain texts; they never come here.
    from trafilatura import bare_extraction

    found = bare_extraction(text, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    blocks = tuple(_blocks(body)) if body is not None else ()
    if not blocks:
        raise RefusedError("an HTML page without article text", "paragraphs of an article", "check the page")
    metadata = read_metadata(LexborHTMLParser(text))
    return Draft(blocks=blocks).filled_from(metadata)


def _blocks(body: Any) -> Iterator[Block]:
    for node in body:
        yield from _node(node)


def _node(node: Any) -> Iterator[Block]:
    kind = KINDS.get(node.tag)
    inner = [child for child in node if child.tag in KINDS or child.tag in ("list", "row", "table")]
    if inner:
        yield from (block for child in inner for block in _node(child))
    elif kind or node.tag in ("list", "table", "row"):
        yield from _paragraphs(_text(node), kind or "list")


def _paragraphs(text: str, kind: str) -> Iterator[Block]:
    if kind == "body" and "\n" in text:
        yield from to_blocks(text)
    elif (line := one_line(text)) and not is_furniture(line):
        yield Block(text=line, kind="caption" if kind == "body" and is_caption(line) else kind)


def _text(node: Any) -> str:
    for line_break in node.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return "".join(node.itertext())
