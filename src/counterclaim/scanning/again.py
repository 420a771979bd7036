"""The refused records of a scan, as a plan of their own: to be read again when their files were mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pyarrow.parquet as pq

from counterclaim.scanning.ranges import FILES, PAGES, TABLE, WARC, Plan, Range, kind_of

REFUSED = "refused.parquet"


def plan_of_refused(out: Path) -> Plan:
    """The refused records of the scan in a folder.

    Raises ValueError where the folder holds no finished scan.
    """
    file = out / REFUSED
    if not file.is_file():
        raise ValueError(f"{file}: not there; expected the folder of a finished scan; finish the scan first")
    rows = pq.read_table(file, columns=["path", "position"]).to_pylist()
    places = sorted({(row["path"], row["position"]) for row in rows})
    found = [item for path, group in groupby(places, key=lambda place: place[0]) for item in _ranges(path, list(group))]
    return Plan(ranges=tuple(replace(item, number=number) for number, item in enumerate(found)))


def _ranges(path: str, places: list[tuple[str, int]]) -> Iterator[Range]:
    positions = [position for _, position in places]
    kind = kind_of(Path(path))
    if kind == FILES:
        yield Range(number=0, kind=FILES, path=path, files=(path,))
    elif kind == WARC:
        for position in positions:
            yield Range(number=0, kind=WARC, path=path, start=position, end=position + 1)
    elif kind == TABLE:
        yield Range(number=0, kind=TABLE, path=path, only=tuple(positions))
    else:
        for first in range(0, len(positions), PAGES):
            some = positions[first : first + PAGES]
            yield Range(number=0, kind=kind, path=path, start=some[0], end=some[-1] + 1, only=tuple(some))
