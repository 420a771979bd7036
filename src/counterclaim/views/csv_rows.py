"""Claims as CSV: one row a claim, with its claimant, its words and its link in every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.csv_lines import csv_line
from counterclaim.extraction import Extraction
from counterclaim.rows import COLUMNS, claim_rows


def render(extractions: Iterable[Extraction]) -> Iterator[str]:
    """A header line and one line for each claim, as RFC 4180 has it."""
    yield csv_line(COLUMNS)
    for row in claim_rows(extractions):
        yield csv_line(row[name] for name in COLUMNS)
