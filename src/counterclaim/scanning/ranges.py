"""The plan of a scan: which files, divided into ranges small enough for one task, in an order that never changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim.scanning.stored import Stored, Unreadable

WARC, LINES, TABLE, FILES = "warc", "lines", "table", "files"
PIECE = 32 * 1024 * 1024  # packed bytes of one task
PAGES = 400  # files of a folder in one task
PACKED = (".gz", ".zst", ".zstd")
KINDS = {
    ".warc": WARC, ".wet": WARC, ".jsonl": LINES, ".ndjson": LINES, ".parquet": TABLE, ".pq": TABLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A part of the work that one worker does: bytes of an archive, row groups of a table, or files of a folder."""

    number: int
    kind: str
    path: str
    start: int = 0
    end: int | None = None
    files: tuple[str, ...] = ()
    size: int = 0
    only: tuple[int, ...] = ()  # positions of the records that are wanted; empty: all


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All ranges of a scan, and the sources that are none."""

    ranges: tuple[Range, ...]
    refused: tuple[Unreadable, ...] = ()

    @property
    def size(self) -> int:
        """Packed bytes in all."""
        return sum(item.size for item in self.ranges)


def make_plan(sources: Sequence[Path], *, piece: int = PIECE) -> Plan:
    """The ranges of the sources, in the order given, files of a folder in order of their names."""
    ranges: list[Range] = []
    refused: list[Unreadable] = []
    for source in sources:
        for item in _divide(source, piece):
            if isinstance(item, Unreadable):
                refused.append(item)
            else:
                ranges.append(replace(item, number=len(ranges)))
    return Plan(ranges=tuple(ranges), refused=tuple(refused))


def _divide(source: Path, piece: int) -> Iterator[Range | Unreadable]:
    if source.is_dir():
        yield from _divide_folder(source, piece)
    elif source.is_file():
        yield from _divide_file(source, piece)
    else:
        yield Unreadable(
            path=str(source), position=0, found="no such file", expected="an archive, a dump or a folder",
            advice="check the path",
        )  # fmt: skip


def _divide_folder(folder: Path, piece: int) -> Iterator[Range | Unreadable]:
    """Archives in a folder one by one; its other files together, as pages."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = [path for path in files if kind_of(path) == FILES]
    for path in files:
        if kind_of(path) != FILES:
            yield from _divide_file(path, piece)
    for first in range(0, len(pages), PAGES):
        part = tuple(map(str, pages[first : first + PAGES]))
        size = sum(Path(path).stat().st_size for path in part)
        yield Range(number=0, kind=FILES, path=str(folder), files=part, size=size)


def _divide_file(path: Path, piece: int) -> Iterator[Range | Unreadable]:
    from counterclaim.scanning.warc import is_divisible

    kind, size = kind_of(path), path.stat().st_size
    if kind == FILES:
        yield Range(number=0, kind=FILES, path=str(path.parent), files=(str(path),), size=size)
    elif kind == TABLE:
        yield from _divide_table(path, size)
    elif (kind == LINES and path.suffix in PACKED) or (kind == WARC and not is_divisible(path)):
        yield Range(number=0, kind=kind, path=str(path), size=size)
    else:
        for start in range(0, size, piece) or [0]:
            end = start + piece
            yield Range(
                number=0, kind=kind, path=str(path), start=start, end=end if end < size else None,
                size=min(end, size) - start,
            )  # fmt: skip


def _divide_table(path: Path, size: int) -> Iterator[Range | Unreadable]:
    try:
        groups = pq.read_metadata(path).num_row_groups
    except (pa.ArrowException, OSError) as error:
        yield Unreadable(
            path=str(path), position=0, found=f"no Parquet table ({str(error).splitlines()[0]})",
            expected="a whole Parquet file", advice="fetch it again",
        )  # fmt: skip
        return
    for group in range(groups):
        yield Range(number=0, kind=TABLE, path=str(path), start=group, end=group + 1, size=size // groups)


def kind_of(path: Path) -> str:
    """What a file is, by its name: an archive, a dump, or (FILES) a page."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    while suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
    return KINDS.get(suffixes[-1], FILES) if suffixes else FILES


def read_range(item: Range) -> Iterator[Stored | Unreadable]:
    """Everything in one range; a file that cannot be read any further is told as such."""
    found = _read(item)
    while True:
        try:
            stored = next(found, None)
        except OSError as error:
            yield Unreadable(
                path=item.path, position=item.start, found=f"not readable ({error.strerror or error})",
                expected="a readable archive", advice="check the path and its rights",
            )  # fmt: skip
            return
        if stored is None:
            return
        if not item.only or stored.position in item.only:
            yield stored


def _read(item: Range) -> Iterator[Stored | Unreadable]:
    from counterclaim.scanning.dumps import read_files, read_json_lines, read_table
    from counterclaim.scanning.warc import read_warc

    if item.kind == FILES:
        return read_files([Path(path) for path in item.files])
    read = {WARC: read_warc, LINES: read_json_lines, TABLE: read_table}[item.kind]
    return read(Path(item.path), item.start, item.end)


def to_json(plan: Plan) -> str:
    """The plan as JSON, the same for the same files."""
    return json.dumps(asdict(plan), ensure_ascii=False, indent=0)


def from_json(text: str) -> Plan:
    """The plan that `to_json` wrote."""
    fields = json.loads(text)
    return Plan(
        ranges=tuple(
            Range(**{**item, "files": tuple(item["files"]), "only": tuple(item["only"])}) for item in fields["ranges"]
        ),
        refused=tuple(Unreadable(**item) for item in fields["refused"]),
    )
