"""What runs into the first paragraph of a flattened page: dates, the title again, a picture's caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from counterclaim.reading.datelines import dateline_end, names_a_day
from counterclaim.reading.drafts import Block
from counterclaim.reading.furniture import head_end, head_start
from counterclaim.reading.wording import any_of

WORD = re.compile(r"[^\W_]+")
LONGEST_HEADER = 110  # characters before the title
LONGEST_CAPTION = 350
SHORTEST_TITLE = 15
SHORTEST_BODY = 40


def split_header(title: str, body: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """The title as the first paragraph has it, if it does, and the body with dates and a caption apart.

    "2 May 2016 Town shelled. Four people ..." -> "Town shelled." and the body ["2 May 2016", "Four people ..."]
    """
    if not body or body[0].kind not in ("body", "caption"):
        return None, list(body)
    first, rest = body[0].text, list(body[1:])
    found = _find_title(title, first)
    before, after = (first[: found.start()], first[found.end() :]) if found else ("", first)
    opening = [Block(text=before.strip(), kind="dateline"), *split_opening(after.strip(), body[0].kind)]
    return (found[0].strip() if found else None), [block for block in opening if block.text] + rest


def split_opening(paragraph: str, kind: str) -> list[Block]:
    """A date, the page's own words and a captioned credit, apart from the sentences that run on behind them."""
    cut = dateline_end(paragraph) or _credits_end(paragraph)
    start = head_end(paragraph, cut)
    if start == cut and _credit().search(paragraph, cut, cut + LONGEST_CAPTION) is None:
        return [Block(text=paragraph, kind=kind)]
    pieces = (paragraph[:cut].strip(), "dateline"), *_caption_and_body(paragraph[start:], kind)
    return [Block(text=text, kind=kind) for text, kind in pieces if text]


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\((?:[^()]{{0,40}}\b)?{any_of('credit')}\b[^()]{{0,20}}\)\s+(?=[A-Z0-9\"“])")


def _credits_end(paragraph: str) -> int:
    """Where a picture's credit, a section and a date end that stand before the page's own words."""
    start = head_start(paragraph, 2 * LONGEST_HEADER) or 0
    before = paragraph[:start]
    return start if names_a_day(before) and ". " not in before else 0


def _caption_and_body(text: str, kind: str) -> list[tuple[str, str]]:
    found = _credit().search(text, 0, LONGEST_CAPTION)
    if found is None or len(text) - found.end() < SHORTEST_BODY or found.start() < SHORTEST_TITLE:
        return [(text, kind)]
    return [(text[: found.end()].strip(), "caption"), (text[found.end() :], "body")]


def _find_title(title: str, paragraph: str) -> re.Match[str] | None:
    """The title within a paragraph that goes on behind it, with nothing but a date before it."""
    if len(title) < SHORTEST_TITLE or len(paragraph) < len(title) + SHORTEST_BODY:
        return None
    end, words = LONGEST_HEADER + 2 * len(title), WORD.findall(title)
    opening = paragraph[:end].lower()
    if not all(word.lower() in opening for word in words):
        return None
    pattern = r"[\W_]*".join(map(re.escape, words))
    found = re.compile(rf"(?<!\w){pattern}[^\w\s\"'“‘«(]*(?=\s)", re.I).search(paragraph, 0, end)
    if found is None or len(paragraph) - found.end() < SHORTEST_BODY:
        return None
    before = paragraph[: found.start()].strip()
    return found if not before or (len(before) <= LONGEST_HEADER and names_a_day(before)) else None
