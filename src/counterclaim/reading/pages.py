"""HTML pages: the text of the article without navigation, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from counterclaim.reading.drafts import Block, Draft, RefusedError
from counterclaim.reading.furniture import is_furniture
from counterclaim.reading.leaves import leaves
from counterclaim.reading.metadata import read_metadata
from counterclaim.reading.paragraphs import is_caption, one_line, to_blocks
from counterclaim.reading.prose import LONG, Prose, cut_out, find_prose

HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.I)
KINDS = {"p": "body", "head": "subheading", "item": "list", "quote": "quote", "cell": "list", "ab": "subheading"}

CLEAR = 0.65  # of the page's prose that the article's element must hold
SAID = 0.4  # of all the page's paragraphs that the blocks must hold
KEPT = 0.4  # of the prose of its element that must be in the blocks: boxes in it hold a good deal
LOOSE = 1.7  # times the prose among them that the blocks may have in all
FOUND = 0.3  # of the prose of the article's element that the fast way must find


def is_page(text: str) -> bool:
    """Whether a text is HTML: by its first tags."""
    head = text[:2000].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(HTML.search(text[:20000]))


def read_page(text: str) -> Draft:
    """The draft of a page: the article's paragraphs, with the page's own metadata."""
    page = LexborHTMLParser(text)
    metadata = read_metadata(page)
    blocks = _plain_blocks(page, text)
    if not blocks:
        raise RefusedError("an HTML page without article text", "paragraphs of an article", "check the page")
    return Draft(blocks=blocks).filled_from(metadata)


def _plain_blocks(page: LexborHTMLParser, text: str) -> tuple[Block, ...]:
    """The blocks of the element with most of the prose; where it does not tell, those that trafilatura finds in it.

    trafilatura looks harder in the whole page where what it finds at first has little of the prose.
    """
    prose = find_prose(page)
    if prose is None:
        return _extracted(text)
    blocks = _without_last_heading([block for kind, leaf in leaves(prose) for block in _paragraphs(leaf, kind)])
    if _tells(blocks, prose):
        return blocks
    article = cut_out(page, prose)
    blocks = _extracted(article, fast=True)
    if _length(blocks) >= FOUND * prose.in_main:
        return blocks
    return _extracted(article) or _extracted(text)


def _tells(blocks: tuple[Block, ...], prose: Prose) -> bool:
    """Whether blocks can be trusted to be the article: clearly its element, enough of it, and not much else."""
    length = _length(blocks)
    kept = sum(len(block.text) for block in blocks if len(block.text) >= LONG)
    return (
        prose.in_main >= CLEAR * prose.whole
        and length >= SAID * prose.lines
        and kept >= KEPT * prose.in_main
        and length <= LOOSE * kept
    )


def _length(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text) for block in blocks)


def _without_last_heading(blocks: list[Block]) -> tuple[Block, ...]:
    while blocks and blocks[-1].kind == "subheading":
        blocks.pop()
    return tuple(blocks)


def _extracted(text: str, *, fast: bool = False) -> tuple[Block, ...]:
    # Loading trafilatura costs more than reading many pages; most never come here.
    from trafilatura import bare_extraction

    found = bare_extraction(text, include_comments=False, include_tables=True, with_metadata=False, fast=fast)
    body = getattr(found, "body", None)
    return tuple(_blocks(body)) if body is not None else ()


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
