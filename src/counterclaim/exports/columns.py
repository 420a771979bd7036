"""The columns of flat exports: their names, types and meanings from one table, their values from a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import SimpleNamespace

from counterclaim.csv_lines import Cell
from counterclaim.exports.conventions import OURS, bounds
from counterclaim.exports.row import Row
from counterclaim.exports.tables import table

Value = str | int | float | date | tuple[str, ...] | None
LISTS = ("list", "texts")
JOINT = "; "
PLACES = 6  # digits kept of a float, as in the format


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, where its value comes from, its type (string, integer, number, date, list, texts)."""

    name: str
    path: str
    datatype: str
    required: bool
    description: str


@cache
def columns() -> tuple[Column, ...]:
    """All columns in their order."""
    return tuple(
        Column(line["name"], line["from"], line["datatype"], line["required"] == "yes", line["description"])
        for line in table("columns")
    )


@cache
def _values() -> attrgetter[tuple[object, ...]]:
    return attrgetter(*(column.path for column in columns()))


def values(row: Row, convention: str | None = OURS) -> tuple[Value, ...]:
    """The values of a row in the order of the columns; what is not known is None."""
    whole = SimpleNamespace(figure=row.figure, row=row, made_by=row.made_by, bounds=bounds(row, convention))
    return tuple(_typed(value, column.datatype) for value, column in zip(_values()(whole), columns(), strict=True))


def cells(row: Row, convention: str | None = OURS) -> tuple[Cell, ...]:
    """The same values as text and numbers, lists joined by "; "."""
    return tuple(_cell(value) for value in values(row, convention))


def _typed(value: object, datatype: str) -> Value:
    if isinstance(value, float):
        return round(value, PLACES)
    if datatype == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    assert value is None or isinstance(value, (str, int, tuple))
    return value


def _cell(value: Value) -> Cell:
    if isinstance(value, tuple):
        return JOINT.join(value) or None
    return value.isoformat() if isinstance(value, date) else value
