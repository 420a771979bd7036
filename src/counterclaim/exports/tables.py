"""The tables of the exports: columns, mappings and conventions, as data in this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from counterclaim.rules import Row as Line
from counterclaim.rules import read_table

DATA = Path(__file__).with_name("data")
NOTHING = "-"


@cache
def table(name: str) -> tuple[Line, ...]:
    """The lines of one table; RuleError tells of a line with the wrong number of columns."""
    file = DATA / f"{name}.tsv"
    return tuple(read_table(file, file.read_bytes()))


def cell(line: Line, column: str) -> str | None:
    """What stands in a column; None where the table says nothing stands there."""
    return None if line[column] in ("", NOTHING) else line[column]
