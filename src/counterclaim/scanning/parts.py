"""The data set: Parquet parts that appear whole or not at all, and the manifest that says which of them count."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim.rows import COLUMNS

TABLES = ("articles", "claims", "refused", "copies")
NUMBERS = {"low": pa.int64(), "high": pa.int64(), "geonames": pa.int64(), "wording_start": pa.int64(),
           "wording_end": pa.int64()}  # fmt: skip
FLOATS = {"latitude": pa.float64(), "longitude": pa.float64(), "confidence": pa.float64()}
CLAIM_FIELDS = [(name, NUMBERS.get(name) or FLOATS.get(name) or pa.string()) for name in COLUMNS]
PLACE = [("path", pa.string()), ("position", pa.int64())]
WHO = [("article", pa.string()), ("key", pa.string()), ("url", pa.string()), ("outlet", pa.string())]
WHAT = [("title", pa.string()), ("published", pa.string()), ("language", pa.string())]
TOLD = [("url", pa.string()), ("found", pa.string()), ("expected", pa.string()), ("advice", pa.string())]
COUNTS = [("claims", pa.int32()), ("statements", pa.int32())]
WHOLE = [("text", pa.string()), ("sketch", pa.binary()), ("extraction", pa.string())]
SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": pa.schema([*WHO, *WHAT, *PLACE, *COUNTS, *WHOLE]),
    "claims": pa.schema([*CLAIM_FIELDS, *PLACE]),
    "refused": pa.schema([*PLACE, *TOLD]),
    "copies": pa.schema(
        [
            *WHO,
            *((name, pa.string()) for name in ("published", "sha256", "retrieved")),
            *PLACE,
            ("origin", pa.string()),
            ("origin_key", pa.string()),
        ]
    ),
}
ROWS = 1000  # rows kept in memory before they are written


class Part:
    """The rows of one task, written as they come; nothing is seen of them before `finish`."""

    def __init__(self, out: Path, number: int) -> None:
        self._out, self._name = out, name_of(number)
        self._rows: dict[str, list[Mapping[str, Any]]] = {table: [] for table in TABLES}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._mark = f".{socket.gethostname()}-{os.getpid()}.part"

    def add(self, table: str, row: Mapping[str, Any]) -> None:
        """One more row for a table of the data set."""
        rows = self._rows[table]
        rows.append(row)
        if len(rows) >= ROWS:
            self._write(table)

    def _write(self, table: str) -> None:
        if table not in self._writers:
            folder = self._out / table
            folder.mkdir(parents=True, exist_ok=True)
            self._writers[table] = pq.ParquetWriter(self._hidden(table), SCHEMAS[table], compression="zstd")
        self._writers[table].write_table(pa.Table.from_pylist(self._rows[table], SCHEMAS[table]))
        self._rows[table].clear()

    def _hidden(self, table: str) -> Path:
        return self._out / table / f".{self._name}{self._mark}"

    def finish(self) -> None:
        """Let the rows be seen: every file is complete before it gets its name."""
        for table in TABLES:
            if self._rows[table]:
                self._write(table)
        for table, writer in self._writers.items():
            writer.close()
            self._hidden(table).replace(self._out / table / self._name)

    def abandon(self) -> None:
        """Remove what was written so far."""
        for table, writer in self._writers.items():
            writer.close()
            self._hidden(table).unlink(missing_ok=True)


@contextmanager
def part(out: Path, number: int) -> Iterator[Part]:
    """A part that is finished if all goes well in this block, and leaves nothing behind if not."""
    new = Part(out, number)
    try:
        yield new
        new.finish()
    except BaseException:
        new.abandon()
        raise


def write_whole(path: Path, text: str) -> None:
    """A small file that appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    hidden = path.with_name(f".{path.name}.{socket.gethostname()}-{os.getpid()}.part")
    try:
        hidden.write_text(text, "utf-8")
        hidden.replace(path)
    finally:
        hidden.unlink(missing_ok=True)


def name_of(number: int) -> str:
    """The name that the parts of a task have in every table."""
    return f"part-{number:06d}.parquet"


def part_of(out: Path, table: str, number: int) -> Path:
    """The part of a table that a task wrote; a task with no rows for it wrote none."""
    return out / table / name_of(number)


def manifest_of(out: Path, number: int) -> Path:
    """Where it stands that a task is done."""
    return out / "manifest" / f"{number:06d}.json"


def done(out: Path) -> dict[int, dict[str, Any]]:
    """The tasks that are done, with what each reported."""
    files = sorted((out / "manifest").glob("[0-9]*.json"))
    return {int(file.stem): json.loads(file.read_text("utf-8")) for file in files}


def clear_unfinished(out: Path, finished: Sequence[int]) -> None:
    """Remove parts of tasks that were never finished, so that whoever opens the data set sees only what counts."""
    known = set(map(name_of, finished))
    for table in TABLES:
        for file in (out / table).glob("*"):
            if file.name not in known:
                file.unlink(missing_ok=True)
        for file in (out / table).glob(".*.part"):
            file.unlink(missing_ok=True)
