"""Claims as CSV: one row a claim, with its claimant, its words and its link in every row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from csv import writer

from counterclaim.extraction import Extraction
from counterclaim.rows import COLUMNS, Cell, claim_rows

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(extractions: Iterable[Extraction]) -> Iterator[str]:
    """A header line and one line for each claim, as RFC 4180 has it."""
    yield _line(COLUMNS)
    for row in claim_rows(extractions):
        yield _line(tuple(_cell(row[name]) for name in COLUMNS))


def _line(cells: tuple[Cell, ...]) -> str:
    line = io.StringIO()
    writer(line).writerow(cells)
    return line.getvalue()


def _cell(value: Cell) -> Cell:
    """The value; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
