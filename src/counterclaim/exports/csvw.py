"""CSV with metadata as the W3C's CSV on the Web has it: what each column is, in a JSON file beside the rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim.csv_lines import csv_line
from counterclaim.exports.columns import JOINT, Column, cells, columns
from counterclaim.exports.conventions import OURS
from counterclaim.exports.row import Row

CONTEXT = "http://www.w3.org/ns/csvw"
BESIDE = "-metadata.json"  # what the standard has a program look for beside FILE.csv
NOTE = "Each is a claim: what somebody said, not what happened. Their numbers must not be added up."


def render(rows: Iterable[Row], convention: str | None = OURS) -> Iterator[str]:
    """A header line and one line for each row."""
    yield csv_line(column.name for column in columns())
    for row in rows:
        yield csv_line(cells(row, convention))


def metadata(file_name: str) -> str:
    """The metadata of a CSV file of that name, as JSON."""
    described = {
        "@context": [CONTEXT, {"@language": "en"}],
        "url": file_name,
        "dc:title": "Claims from news reports",
        "dc:description": NOTE,
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"], "quoteChar": '"'},
        "tableSchema": {"columns": [_described(column) for column in columns()]},
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _described(column: Column) -> dict[str, Any]:
    datatype = "string" if column.datatype in ("list", "texts") else column.datatype
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": datatype,
        "required": column.required,
        "dc:description": column.description,
        **({"separator": JOINT} if column.datatype == "list" else {}),
    }
