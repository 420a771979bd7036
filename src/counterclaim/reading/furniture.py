"""Lines and ends of paragraphs that belong to the page and not to the article."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.reading.drafts import Block
from counterclaim.rules import load_rules

LAST_STOP = re.compile(r".*[.!?][\"'”’)\]]*(?=\s)", re.S)
LONGEST_LINE = 90
LAST = 3  # paragraphs at the end that may carry the page's foot


@lru_cache(maxsize=1)
def _lines() -> frozenset[str]:
    return frozenset(row["text"].casefold() for row in load_rules("en").table("furniture"))


@lru_cache(maxsize=1)
def _feet() -> re.Pattern[str]:
    patterns = [f"(?:{row['pattern']})" for row in load_rules("en").table("page_feet")]
    return re.compile(rf"(?:^|\s+)(?:{'|'.join(patterns)})\s*$")


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?:{row['pattern']})\s+(?=[A-Z0-9\"“])" for row in load_rules("en").table("page_heads"))
    )


def head_end(text: str, start: int) -> int:
    """Where the page's own words at `start` end: share counters, short addresses, topics."""
    while found := _heads().match(text, start):
        start = found.end()
    return start


def head_start(text: str, limit: int) -> int | None:
    """Where the page's own words begin among the first `limit` characters, or None."""
    found = _heads().search(text, 0, limit)
    return found.start() if found else None


def is_furniture(text: str) -> bool:
    """Whether a paragraph is a line of the page and not of the article: "Advertisement", "Share this"."""
    return len(text) < LONGEST_LINE and text.strip(" :…»>").casefold() in _lines()


def without_feet(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without what runs on behind the article's last sentence: tags, related headlines, legal links."""
    kept = [*blocks[:-LAST], *(Block(text=_without_foot(b.text), kind=b.kind) for b in blocks[-LAST:])]
    return tuple(block for block in kept if block.text)


def _without_foot(text: str) -> str:
    """The text without its foot, which is sought behind the last stop only."""
    behind = LAST_STOP.match(text.rstrip())
    start = behind.end() if behind else 0
    while (found := _feet().search(text, start)) and found.start() < found.end():
        text = text[: found.start()].rstrip()
    return text
