"""The end of a scan: one table of what was refused, one of copies, and the summary, all made anew from the parts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from counterclaim.scanning.again import REFUSED
from counterclaim.scanning.copies import find_copied
from counterclaim.scanning.parts import SCHEMAS, write_whole
from counterclaim.scanning.ranges import Plan
from counterclaim.scanning.running import Outcome

COPIES, SUMMARY = "copies.parquet", "summary.json"
COPY_SCHEMA = pa.schema([
    ("article", pa.string()), ("key", pa.string()), ("outlet", pa.string()), ("published", pa.string()),
    ("path", pa.string()), ("position", pa.int64()), ("origin", pa.string()), ("origin_key", pa.string()),
    ("similarity", pa.float64()),
])  # fmt: skip
SAID = ("article", "key", "outlet", "published", "path", "position")
Row = dict[str, Any]


def finish(out: Path, plan: Plan, outcome: Outcome) -> dict[str, Any]:
    """Write refused.parquet, copies.parquet and summary.json into the data set; the summary."""
    refused = [*_rows(out, "refused"), *(_unplanned(item) for item in plan.refused), *_failed(plan, outcome)]
    _write(out / REFUSED, refused, SCHEMAS["refused"])
    copies = list(find_copies(out))
    _write(out / COPIES, [*copies, *_exact(out)], COPY_SCHEMA)
    summary = {**outcome.tally.to_dict(), "copies": len(copies), "ranges": len(plan.ranges)}
    summary["failed"] = [{"range": number, "reason": reason} for number, reason in sorted(outcome.failed.items())]
    summary["sources_refused"] = len(plan.refused)
    write_whole(out / SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2) + "\n")
    return summary


def find_copies(out: Path) -> Iterator[Row]:
    """The articles that carry the text of another: the earliest published, then the first read, is the origin."""
    files = _files(out, "articles")
    if not files:
        return
    articles = pa.concat_tables([pq.read_table(file, columns=list(SAID)) for file in files])
    keys = [("early", "ascending"), ("path", "ascending"), ("position", "ascending")]
    early = articles.append_column("early", pc.fill_null(articles["published"], "9"))
    ranks = np.argsort(pc.sort_indices(early, sort_keys=keys).to_numpy())
    for copied in find_copied(lambda: _sketches(out), ranks):
        (article,), (origin,) = (articles.slice(at, 1).to_pylist() for at in (copied.article, copied.origin))
        yield {**article, "origin": origin["article"], "origin_key": origin["key"], "similarity": copied.similarity}


def _sketches(out: Path) -> Iterator[bytes]:
    return (row["sketch"] for row in _rows(out, "articles", ("sketch",)))


def _exact(out: Path) -> Iterator[Row]:
    """The copies that were recognised before they were read; their origin is the article of the same text."""
    for row in _rows(out, "copies"):
        yield {**{name: row[name] for name in ("article", "key", "outlet", "published", "path", "position")},
               "origin": row["origin"], "origin_key": row["origin_key"], "similarity": 1.0}  # fmt: skip


def _rows(out: Path, table: str, columns: tuple[str, ...] | None = None) -> Iterator[Row]:
    for file in _files(out, table):
        for batch in pq.ParquetFile(file).iter_batches(columns=list(columns) if columns else None):
            yield from batch.to_pylist()


def _files(out: Path, table: str) -> list[Path]:
    return sorted((out / table).glob("part-*.parquet"))


def _unplanned(item: Any) -> Row:
    return {name: getattr(item, name) for name in SCHEMAS["refused"].names}


def _failed(plan: Plan, outcome: Outcome) -> Iterator[Row]:
    by_number = {item.number: item for item in plan.ranges}
    for number, reason in sorted(outcome.failed.items()):
        item = by_number[number]
        yield {"path": item.path, "position": item.start, "found": f"a range that could not be read ({reason})",
               "expected": "records", "advice": "run the scan again"}  # fmt: skip


def _write(file: Path, rows: Iterable[Row], schema: pa.Schema) -> None:
    hidden = file.with_name(f".{file.name}.part")
    with pq.ParquetWriter(hidden, schema, compression="zstd") as writer:
        writer.write_table(pa.Table.from_pylist(list(rows), schema))
    hidden.replace(file)
