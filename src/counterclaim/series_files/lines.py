"""The lines of a CSV as paragraphs of a text: every cell with its place in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.records import Mention

GAP = "\n\n"
DELIMITERS = ",;"
SPACES = re.compile(r"\s+")
REQUIRED = ("date", "claimant", "about", "measure", "kind", "value")
OPTIONAL = ("approx", "source")


class LineError(ValueError):
    """A line cannot be read; the message says what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its number there, its place in the text, and its cells by column."""

    number: int
    text: str
    start: int
    cells: Mapping[str, Mention]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].text if column in self.cells else ""

    @property
    def mention(self) -> Mention:
        """The whole line."""
        return Mention(text=self.text, start=self.start, end=self.start + len(self.text))


def split_lines(content: str) -> tuple[str, Iterator[Line | tuple[int, str]]]:
    """The text made of the file's lines, one a paragraph, and an iterator over its lines after the header.

    Lines keep their own characters; runs of blanks become one. A line that cannot be read is given as its number
    and the reason. Raises LineError for a header without the columns that are needed.
    """
    numbered = [(number, SPACES.sub(" ", line).strip()) for number, line in enumerate(_raw(content), 1)]
    kept = [(number, line) for number, line in numbered if line]
    if not kept:
        raise LineError("nothing in it; expected a header line and rows below it")
    header = kept[0][1]
    delimiter = max(DELIMITERS, key=header.count)
    columns = _columns(header, delimiter)
    return GAP.join(line for _, line in kept), _lines(kept, columns, delimiter)


def _raw(content: str) -> list[str]:
    return content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _columns(header: str, delimiter: str) -> list[str]:
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter))]
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        raise LineError(
            f"no column {', '.join(missing)} (found: {', '.join(columns)}); "
            f"expected {', '.join(REQUIRED)} and, if there are any, {', '.join(OPTIONAL)}, in any order"
        )
    return columns


def _lines(kept: list[tuple[int, str]], columns: list[str], delimiter: str) -> Iterator[Line | tuple[int, str]]:
    start = len(kept[0][1]) + len(GAP)
    for number, text in kept[1:]:
        spans = list(_cells(text, delimiter))
        if len(spans) == len(columns):
            cells = {name: _mention(text, span, start) for name, span in zip(columns, spans, strict=True)}
            yield Line(number, text, start, cells)
        else:
            yield number, f"{len(spans)} cells, expected {len(columns)} as in the header"
        start += len(text) + len(GAP)


def _mention(text: str, span: tuple[int, int], base: int) -> Mention:
    """The words of a cell, without blanks around them."""
    start, end = span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Mention(text=words, start=base + start, end=base + start + len(words))


def _cells(text: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where each cell stands, inside its quotation marks if it has any."""
    if '"' not in text:
        start = 0
        for cell in text.split(delimiter):
            yield start, start + len(cell)
            start += len(cell) + 1
        return
    pattern = _quoted(delimiter)
    start = 0
    while start <= len(text):
        found = pattern.match(text, start)
        if found is None:
            return
        yield found.span(1 if found[1] is not None else 2)
        start = found.end() + 1


@cache
def _quoted(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={mark}|$)|([^{mark}]*)')
