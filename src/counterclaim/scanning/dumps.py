"""Dumps and folders: JSON Lines, Parquet tables and saved pages, each record as the bytes the readers know."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim.reading import RefusedError
from counterclaim.reading.opening import Digested, read_line, read_some, unpacked
from counterclaim.scanning.stored import LARGEST, Stored, Unreadable

ROWS = 256  # rows of a Parquet table held at a time
SKIP = 1 << 20


def read_json_lines(path: Path, start: int = 0, end: int | None = None) -> Iterator[Stored | Unreadable]:
    """The records whose lines start in [start, end) of a file; positions count unpacked bytes.

    A packed file is read from its beginning, for it cannot be entered in the middle.
    """
    with path.open("rb", buffering=0) as raw:
        packed = raw.read(4)[:2] in (b"\x1f\x8b", b"\x28\xb5")
        raw.seek(0 if packed else max(start - 1, 0))
        stream = unpacked(Digested(raw)) if packed else io.BufferedReader(raw)
        position = 0 if packed else start
        if start and not packed:
            position += len(stream.readline()) - 1  # the line that began before is the neighbour's
        yield from _lines(path, stream, position, end)


def _lines(path: Path, stream: IO[bytes], position: int, end: int | None) -> Iterator[Stored | Unreadable]:
    while end is None or position < end:
        try:
            line = read_line(stream, largest=LARGEST)
        except RefusedError as error:
            yield _unreadable(path, position, error)
            if "more than" not in error.found:
                return
            position += LARGEST + 1 + _rest_of_line(stream)
            continue
        if not line:
            return
        if line.strip():
            yield _stored(path, position, line)
        position += len(line)


def _rest_of_line(stream: IO[bytes]) -> int:
    """How many bytes of a line that is too long were passed over."""
    passed = 0
    while piece := stream.readline(SKIP):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed


def _stored(path: Path, position: int, line: bytes) -> Stored:
    return Stored(path=str(path), position=position, content=line, name=f"{path.name}#{position}", is_page=False)


def _unreadable(path: Path, position: int, error: RefusedError) -> Unreadable:
    return Unreadable(
        path=str(path), position=position, found=error.found, expected=error.expected, advice=error.advice
    )  # fmt: skip


def read_table(path: Path, start: int = 0, end: int | None = None) -> Iterator[Stored | Unreadable]:
    """The rows of the row groups [start, end) of a Parquet file; a row's position is its number in the file."""
    try:
        table = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        yield Unreadable(
            path=str(path), position=0, found=f"no Parquet table ({str(error).splitlines()[0]})",
            expected="a whole Parquet file", advice="fetch it again",
        )  # fmt: skip
        return
    groups = range(table.num_row_groups)[start:end]
    position = sum(table.metadata.row_group(group).num_rows for group in range(start))
    try:
        for batch in table.iter_batches(batch_size=ROWS, row_groups=list(groups)):
            for row in batch.to_pylist():
                yield _stored(path, position, _as_json(row))
                position += 1
    except (pa.ArrowException, OSError) as error:
        yield Unreadable(
            path=str(path), position=position, found=f"a broken row group ({str(error).splitlines()[0]})",
            expected="a whole Parquet file", advice="fetch it again",
        )  # fmt: skip


def _as_json(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode()


def read_files(paths: Sequence[Path]) -> Iterator[Stored | Unreadable]:
    """The pages of a folder, one a file."""
    for path in paths:
        try:
            with path.open("rb", buffering=0) as raw:
                content = read_some(unpacked(Digested(raw)), LARGEST + 1)
        except RefusedError as error:
            yield _unreadable(path, 0, error)
            continue
        except OSError as error:
            advice = "change its rights or leave it out"
            yield Unreadable(path=str(path), position=0, found=str(error.strerror), expected="a file", advice=advice)
            continue
        if len(content) > LARGEST:
            found = f"a file of more than {LARGEST >> 20} MB"
            yield Unreadable(path=str(path), position=0, found=found, expected="one page", advice="leave it out")
        else:
            yield Stored(path=str(path), position=0, content=content, name=path.name, is_page=b"<" in content[:200])
