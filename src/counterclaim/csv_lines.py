"""Lines of CSV as RFC 4180 has them, safe to open in a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from csv import writer

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Iterable[Cell]) -> str:
    """One line of CSV; text that a spreadsheet would run as a formula gets a leading apostrophe.

    >>> csv_line(["=1+1", -5, None])
    "'=1+1,-5,\\r\\n"
    """
    line = io.StringIO()
    writer(line).writerow(tuple(map(_cell, cells)))
    return line.getvalue()


def _cell(value: Cell) -> Cell:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
