"""Rows on standard output as a table for people, as CSV or as JSON: the same rows in the same order."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Annotated

import typer

from counterclaim.cli.output import sink
from counterclaim.csv_lines import csv_line

Cell = str | int | float | bool | None | Sequence[str]
Row = Mapping[str, Cell]
LONG = ("wording",)  # columns that take what room the others leave
WIDER = 2  # of a long column: a narrowest width would crop its text
UNKNOWN = "—"
NARROWEST, WIDEST, USUAL = 60, 160, 120


class TableFormat(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"


Formatted = Annotated[TableFormat, typer.Option("--format", "-f", help="How the rows are written.")]


def show(
    rows: Iterable[Row],
    columns: Sequence[str],
    format: TableFormat,
    *,
    fields: Sequence[str] = (),
) -> None:
    """Print rows: the table has `columns`, CSV and JSON have `fields`, or the columns where there are none.

    JSON is one object a line. A list is joined by semicolons, in the table by line breaks.
    """
    names = tuple(fields or columns)
    if format is TableFormat.table:
        written = _table(rows, columns)
    elif format is TableFormat.csv:
        written = chain([csv_line(names)], (csv_line(_flat(row.get(name)) for name in names) for row in rows))
    else:
        written = (json.dumps({name: row.get(name) for name in names}, ensure_ascii=False) + "\n" for row in rows)
    with sink(None) as out:
        for text in written:
            out.write(text.encode("utf-8"))


def _flat(value: Cell) -> str | int | float | None:
    if value is None or isinstance(value, str | int | float):
        return value
    return "; ".join(value) or None


def _table(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", ratio=WIDER if column in LONG else 1)
    for row in rows:
        table.add_row(*(_cell(row.get(column)) for column in columns))
    console = Console(
        file=io.StringIO(), width=_width(), highlight=False, markup=False, legacy_windows=False, _environ={}
    )  # fmt: skip
    with console.capture() as capture:
        console.print(table)
    yield "\n".join(line.rstrip() for line in capture.get().split("\n"))


def _cell(value: Cell) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(value) or UNKNOWN
    return UNKNOWN if value is None else str(value)


def _width() -> int:
    import shutil

    if not sys.stdout.isatty():
        return USUAL
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
