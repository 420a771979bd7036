"""Paragraphs of plain text: blank lines, wrapped lines, or one paragraph a line."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from counterclaim.reading.drafts import Block
from counterclaim.reading.furniture import is_furniture
from counterclaim.reading.wording import patterns

LINES = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "’", "…", ")", "»")
BULLET = re.compile(r"(?:[-•*▪◦‣·●■–]|\d{1,2}[.)])\s+\S")
LONGEST_CAPTION = 500
SHORTEST_BROKEN = 30  # characters of a line that may be broken mid sentence
DEEP = " " * 6
LONGEST_HEADING = 90


def split_lines(text: str) -> list[str]:
    """The lines of a text, however they end; nothing stripped."""
    return LINES.split(text)


def one_line(text: str) -> str:
    """A paragraph with every line break and run of spaces as one space."""
    return " ".join(text.split())


def is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's caption, by its credit."""
    return len(text) <= LONGEST_CAPTION and bool(_caption().search(text))


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    return re.compile("|".join(patterns("caption")))


def to_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text, each on one line, with the kind that its own look gives it."""
    paragraphs = [line for line in map(one_line, split_paragraphs(text)) if line and not is_furniture(line)]
    return tuple(Block(text=p, kind=_kind(p, i, paragraphs)) for i, p in enumerate(paragraphs))


def split_paragraphs(text: str) -> list[str]:
    """Raw paragraphs: wrapped lines belong together, other line breaks end a paragraph."""
    lines = split_lines(text)
    return _unwrap(lines) if wrapped(lines) else _by_line(lines)


def wrapped(lines: list[str]) -> bool:
    """Whether the lines were broken at a width: nearly equal lengths, most of them broken mid sentence."""
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip() and b[:2] != "  "]
    if len(inner) < 3:
        return False
    widths = sorted(len(line.rstrip()) for line in inner)
    width = widths[-1]
    if not 40 <= width <= 110 or widths[len(widths) // 4] < 0.75 * width:
        return False
    return sum(line.rstrip().endswith(SENTENCE_END) for line in inner) < 0.4 * len(inner)


def _unwrap(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or line.startswith(("  ", "\t")):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return ["\n".join(p) for p in paragraphs]


def _by_line(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = []
    before = ""
    for line in filter(str.strip, lines):
        if _continues(before.rstrip(), line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        before = line
    return ["\n".join(p) for p in paragraphs]


def _continues(before: str, line: str) -> bool:
    """A line that goes on mid sentence, even behind a page's blank line: no stop before it, and a small letter or
    a deep indent at its head.
    """
    if len(before) < SHORTEST_BROKEN or before.endswith(SENTENCE_END):
        return False
    return line.lstrip()[:1].islower() or (line.startswith(DEEP) and len(before) > 2 * SHORTEST_BROKEN)


def _kind(paragraph: str, index: int, paragraphs: list[str]) -> str:
    if is_caption(paragraph):
        return "caption"
    if BULLET.match(paragraph) and _neighbours(BULLET, index, paragraphs):
        return "list"
    return "subheading" if is_heading(paragraph, index, paragraphs) else "body"


def _neighbours(pattern: re.Pattern[str], index: int, paragraphs: list[str]) -> bool:
    beside = paragraphs[max(0, index - 1) : index] + paragraphs[index + 1 : index + 2]
    return any(pattern.match(p) for p in beside)


def is_heading(paragraph: str, index: int, paragraphs: list[str]) -> bool:
    """A short line without a stop between longer ones."""
    if not 0 < index < len(paragraphs) - 1 or len(paragraph) > LONGEST_HEADING:
        return False
    ends = paragraph.endswith((".", "!", ":", ";", ",", "…", '"', "”", "’"))
    return not ends and paragraph[:1].isupper() and len(paragraphs[index + 1]) > len(paragraph) * 1.5
