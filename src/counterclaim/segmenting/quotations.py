"""Quotations of an article: straight and curly marks and guillemets, over several paragraphs; no apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import Article
from counterclaim.segments import Quotation

GAP = "\n\n"
# The characters of all marks come first: so the text between them is passed over quickly.
MARK = re.compile(
    r"[“”„«»\"'‘’`](?:(?<=[“”„«»])|(?<=\")(?:(?<!\w\")|(?!\w))|(?<=['‘])(?<!\w.)(?=\w|\.\.\.|…)"
    r"|(?<=[\w.,!?…]['’])(?!\w)|(?<=')'|(?<=`)`)"
)
OPENERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''"}
CLOSERS = frozenset("”»’")
SINGLE = frozenset("'‘’")


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations, without their marks.

    A quotation that its paragraph does not close is `open` where the next paragraph takes it up with a new mark;
    any other mark without a partner is no quotation.
    """
    text, start = article.text, 0
    found: list[Quotation] = []
    for paragraph in text.split(GAP):
        end = start + len(paragraph)
        found.extend(_in_paragraph(text, start, end))
        start = end + len(GAP)
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, start, end) else None
        elif _closes(text, opened, mark, end):
            if mark.start() > opened.end():
                yield Quotation(start=opened.end(), end=mark.start())
            opened = None
    if opened and opened[0] not in SINGLE and opened.end() < end and _taken_up(text, opened[0], end):
        yield Quotation(start=opened.end(), end=end, open=True)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] in OPENERS:
        return mark[0] != "‘" or not _cut_word(text, mark)
    if mark[0] in CLOSERS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark[0] == "''":
        return before.isspace() and not after.isspace()
    if mark[0] == "'":
        return not before.isalnum() and after.isalnum() and not _cut_word(text, mark)
    return not after.isspace() and not (before.isdigit() and not after.isalnum())


def _cut_word(text: str, mark: re.Match[str]) -> bool:
    """An apostrophe for what was cut off the front of a word: '90s, 'em, 'til."""
    return bool(re.match(r"(?:\d\d?s\b|em\b|til\b|tis\b|twas\b|n\b|cause\b)", text[mark.end() : mark.end() + 6]))


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    wanted = OPENERS.get(opened[0], opened[0])
    if mark[0] not in (wanted, *wanted):
        return opened[0] in '"“' and mark[0] in '"“' and _behind_a_stop(text, mark, end)
    if mark[0] in SINGLE:
        return not _possessive(text, mark, end)
    return mark[0] != '"' or not text[mark.start() - 1].isspace() or text[mark.end() : mark.end() + 1].isspace()


def _behind_a_stop(text: str, mark: re.Match[str], end: int) -> bool:
    """A mark of the wrong kind or the wrong way round still closes behind a stop: 'it is safe.“ The island'."""
    return text[mark.start() - 1] in ".,!?" and (mark.end() == end or text[mark.end()].isspace())


def _possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """The apostrophe of "the soldiers' lives": after an s, before a small letter, with a closing mark to come."""
    if text[mark.start() - 1] != "s" or not re.match(r" [a-z]", text[mark.end() : mark.end() + 2]):
        return False
    following = re.compile(rf"(?P<opens>(?<!\w)['‘](?=\w))|(?<=[\w.,!?…]){mark[0]}(?!\w)").search(text, mark.end(), end)
    return following is not None and following["opens"] is None


def _taken_up(text: str, mark: str, end: int) -> bool:
    return text.startswith(mark, end + len(GAP))
