"""The text of a page, fast and rough: enough to tell what it is about, never what is shown or cited."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

from counterclaim.reading.opening import marked_encoding

CLOSED, TOP = b"</p>", b"<h1"
MARKS = (CLOSED, TOP, *(b"<p" + end for end in (b">", b" ", b"\n", b"\t", b"\r", b"\f", b"\v")))
HEADLINE = re.compile(rb"<(?:h1|title)(?:\s[^>]*)?>(.*?)</(?:h1|title)", re.S)
DROPPED = re.compile(rb"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
TAG = re.compile(rb"<[^>]*>")
BLOCK = re.compile(rb"</?(?:p|div|li|td|tr|br|h[1-6]|section|article)\b[^>]*>", re.I)
BODY = re.compile(rb'"(?:articleBody|description)"\s*:\s*("(?:[^"\\]|\\.)*")')
STATED = re.compile(rb'<html[^>]*\slang\s*=\s*["\']?\s*([A-Za-z-]+)', re.I)
HEAD = 20_000  # bytes in which the title stands
APART = 3_000  # bytes between two paragraphs that do not stand together
SEPARATOR = b"\x01"  # no white space, as the separators of ASCII are
ENOUGH = 600  # bytes of paragraphs below which the whole page is looked at
LONG = 40  # characters of a paragraph that is prose and not a menu; wires break their lines at 60
Mark = tuple[int, int, int]  # which, from where, to where


def as_utf8(content: bytes) -> bytes:
    """The bytes of a page for looking at as UTF-8: those of UTF-16 and UTF-32 anew, others as they are.

    The letters A to Z are the same bytes in every other encoding of pages.
    """
    encoding = marked_encoding(content)
    return content.decode(encoding, "replace").encode() if encoding else content


def page_runs(content: bytes) -> list[list[str]]:
    """The paragraphs of an HTML page in its order, those that stand close together in one list.

    The headlines come first. A page without marked paragraphs gives all its text in the last list; so does one in
    capitals.
    """
    marks = _marks().find_matches_as_indexes(content)
    runs, end, length = [_headlines(content, marks)], 0, 0
    for start, first, last in _paragraphs(content, marks):
        if start - end > APART:
            runs.append([])
        runs[-1].append(content[first:last])
        end, length = last + len(CLOSED), length + last - first
    if length < ENOUGH:
        runs.append(_whole(content))
    return [run for run in map(_words_of, runs) if run]


@lru_cache(maxsize=1)
def _marks() -> BytesAhoCorasick:
    # One look at the page for all of them takes a third of the time that a pattern takes for the paragraphs alone.
    return BytesAhoCorasick(MARKS, implementation=Implementation.DFA)


def _paragraphs(content: bytes, marks: Sequence[Mark]) -> Iterator[tuple[int, int, int]]:
    """Where each paragraph begins, and from where to where its content goes."""
    start = first = -1
    for mark, at, _ in marks:
        if MARKS[mark] == CLOSED and 0 <= first <= at:
            yield start, first, at
            first = -1
        elif MARKS[mark] not in (CLOSED, TOP) and first < 0:
            start, first = at, content.find(b">", at) + 1 or len(content)


def _words_of(run: list[bytes]) -> list[str]:
    """The words of each piece, without its tags."""
    text = TAG.sub(b"", SEPARATOR.join(run)).decode("utf-8", "replace")
    text = " ".join((html.unescape(text) if "&" in text else text).split())
    return [words for piece in text.split(SEPARATOR.decode()) if (words := piece.strip())]


def _headlines(content: bytes, marks: Sequence[Mark]) -> list[bytes]:
    """The title and the headlines at the head of a page, and its first headline wherever it stands."""
    top = next((at for mark, at, _ in marks if MARKS[mark] == TOP), 0)
    return HEADLINE.findall(content, 0, HEAD) + [m[1] for m in [HEADLINE.search(content, top)] if m]


def _whole(content: bytes) -> list[bytes]:
    bodies = [json.loads(body).encode() for body in BODY.findall(content) if _is_json(body)]
    rest = TAG.sub(b" ", BLOCK.sub(b"\0", DROPPED.sub(b" ", content)))
    return bodies + rest.split(b"\0")


def _is_json(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), str)
    except ValueError:
        return False


def text_paragraphs(content: bytes) -> list[str]:
    """The lines of a plain text, or of the texts inside a JSON record."""
    if content.lstrip()[:1] in (b"{", b"["):
        try:
            return list(_strings(json.loads(content)))
        except (ValueError, RecursionError):
            return []
    return _words_of(content.splitlines())


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
