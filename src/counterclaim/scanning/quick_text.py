"""The text of a page, fast and rough: enough to tell what it is about, never what is shown or cited."""

from __future__ import annotations

import html
import json
import re

# Without IGNORECASE the search runs from one literal "<p" to the next; pages in capitals are looked at as a whole.
PARAGRAPH = re.compile(rb"<p(?:\s[^>]*)?>(.*?)</p>", re.S)
HEADLINE = re.compile(rb"<(?:h1|title)(?:\s[^>]*)?>(.*?)</(?:h1|title)", re.S)
DROPPED = re.compile(rb"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
TAG = re.compile(rb"<[^>]*>")
BLOCK = re.compile(rb"</?(?:p|div|li|td|tr|br|h[1-6]|section|article)\b[^>]*>", re.I)
BODY = re.compile(rb'"(?:articleBody|description)"\s*:\s*("(?:[^"\\]|\\.)*")')
STATED = re.compile(rb'<html[^>]*\slang\s*=\s*["\']?\s*([A-Za-z-]+)', re.I)
HEAD = 20_000  # bytes in which the title stands
ENOUGH = 600  # bytes of paragraphs below which the whole page is looked at
LONG = 60  # characters of a paragraph that is prose and not a menu


def page_paragraphs(content: bytes) -> list[str]:
    """The paragraphs of an HTML page in its order; of a page without marked paragraphs all its text."""
    found = [TAG.sub(b"", piece) for piece in (*_headlines(content), *PARAGRAPH.findall(content))]
    if sum(map(len, found)) < ENOUGH:
        found += _whole(content)
    return [text for piece in found if (text := _words(piece))]


def _headlines(content: bytes) -> list[bytes]:
    return HEADLINE.findall(content, 0, HEAD) + [m[1] for m in [HEADLINE.search(content, content.find(b"<h1"))] if m]


def _whole(content: bytes) -> list[bytes]:
    bodies = [json.loads(body).encode() for body in BODY.findall(content) if _is_json(body)]
    rest = TAG.sub(b" ", BLOCK.sub(b"\0", DROPPED.sub(b" ", content)))
    return bodies + rest.split(b"\0")


def _is_json(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), str)
    except ValueError:
        return False


def _words(piece: bytes) -> str:
    text = piece.decode("utf-8", "replace")
    return " ".join((html.unescape(text) if "&" in text else text).split())


def text_paragraphs(content: bytes) -> list[str]:
    """The lines of a plain text, or of the texts inside a JSON record."""
    if content.lstrip()[:1] in (b"{", b"["):
        try:
            return list(_strings(json.loads(content)))
        except (ValueError, RecursionError):
            return []
    return [text for line in content.splitlines() if (text := _words(line))]


def _strings(value: object) -> list[str]:
    """Every string of a JSON value, line by line."""
    if isinstance(value, str):
        return [text for line in value.splitlines() if (text := " ".join(line.split()))]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _strings(item)]


def stated_language(content: bytes) -> str | None:
    """The language that a page says it is in."""
    found = STATED.search(content, 0, 4096)
    return found[1].decode("ascii") if found else None


def prose(paragraphs: list[str]) -> str:
    """What reads like prose: the long paragraphs, else all of them."""
    return "\n".join([text for text in paragraphs if len(text) >= LONG] or paragraphs)
