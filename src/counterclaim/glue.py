"""Places where a scraper lost the space or the line break between two sentences."""

from __future__ import annotations

import re

# "duty.A further", "added.The declared", 'heroes."He': a stop, then a capital, and nothing between.
# The word before has two small letters at least, so that "U.S.Army" and "S.Korea" are left alone.
SENTENCES = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2}[.!?…])|(?<=[0-9]{2}[.!?])|(?<=\w[)%][.!?])|(?<=\w[.!?][”’»)]))"
    r"(?=[\"“‘«(]?(?:[A-ZÀ-Þ][a-zà-ÿ’']|[AI]\s))"
)
ADDRESS = re.compile(r"://|www\.|@|#")
TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "adm", "brig", "cmdr", "gov", "sen", "rep",
    "rev", "st", "sts", "ste", "mt", "ft", "no", "vs", "etc", "prof", "pres", "jr", "sr", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
CAMEL = re.compile(r"\b[^\W\d_]*[a-zà-ÿ]{2}(?=[A-ZÀ-Þ][a-zà-ÿ]*\b)|\b[^\W\d_]*[a-zà-ÿ]{2}(?=[AI]\s)")
LONGEST_HEADING = 90


def glued_sentences(text: str) -> tuple[int, ...]:
    """Where glued sentences come apart: offsets of the first character after each lost space."""
    return tuple(found.start() for found in SENTENCES.finditer(text) if not _inside_word(text, found.start()))


def _inside_word(text: str, cut: int) -> bool:
    left = max(text.rfind(" ", 0, cut), text.rfind("\n", 0, cut)) + 1
    right = text.find(" ", cut)
    word = text[left : right if right >= 0 else len(text)]
    if ADDRESS.search(word):
        return True
    before = text[left:cut].rstrip(".!?…").strip("\"“‘'(")
    return before.lower() in TITLES


def run_in_heading(text: str, elsewhere: str) -> int | None:
    """Where a subheading that opens `text` ends, if the sentence after it is glued to its last word.

    "Progress of Special OperationThe spokesman also shared ..." -> the offset of "The". The second half of the
    glued word must stand on its own somewhere in `elsewhere`, so that "WikiLeaks" and "McDonald" are no headings.
    """
    for found in CAMEL.finditer(text, 0, LONGEST_HEADING + 30):
        cut = found.end()
        heading = text[:cut]
        if cut > LONGEST_HEADING or not heading[:1].isupper() or re.search(r"[.!?]\s", heading):
            return None
        tail = re.match(r"\w+", text[cut:])
        if tail and re.search(rf"(?<!\w){tail[0]}(?!\w)", elsewhere, re.I) and " " in heading:
            return cut
    return None
