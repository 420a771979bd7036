"""The end of a scan: one table of what was refused, one of copies, and the summary, all made anew from the parts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim.compare.signatures import bands, similarity
from counterclaim.scanning.again import REFUSED
from counterclaim.scanning.parts import SCHEMAS, write_whole
from counterclaim.scanning.ranges import Plan
from counterclaim.scanning.running import Outcome

COPIES, SUMMARY = "copies.parquet", "summary.json"
COPY_SCHEMA = pa.schema([
    ("article", pa.string()), ("key", pa.string()), ("outlet", pa.string()), ("published", pa.string()),
    ("path", pa.string()), ("position", pa.int64()), ("origin", pa.string()), ("origin_key", pa.string()),
    ("similarity", pa.float64()),
])  # fmt: skip
LIKE = 0.6  # similarity from which two texts are one
Row = dict[str, Any]


def finish(out: Path, plan: Plan, outcome: Outcome) -> dict[str, Any]:
    """Write refused.parquet, copies.parquet and summary.json into the data set; the summary."""
    refused = [*_rows(out, "refused"), *(_unplanned(item) for item in plan.refused), *_failed(plan, outcome)]
    _write(out / REFUSED, refused, SCHEMAS["refused"])
    copies = list(find_copies(_rows(out, "articles", ("article", "key", "outlet", "published", "path", "position",
                                                      "signature"))))  # fmt: skip
    _write(out / COPIES, [*copies, *_exact(out)], COPY_SCHEMA)
    summary = {**outcome.tally.to_dict(), "copies": len(copies), "ranges": len(plan.ranges)}
    summary["failed"] = [{"range": number, "reason": reason} for number, reason in sorted(outcome.failed.items())]
    summary["sources_refused"] = len(plan.refused)
    write_whole(out / SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2) + "\n")
    return summary


def find_copies(articles: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """The articles that are copies of an earlier one: the earliest published, then the first read, is the origin."""
    origins: dict[Any, list[Mapping[str, Any]]] = {}
    for article in sorted(articles, key=lambda row: (row["published"] or "9", row["path"], row["position"])):
        keys = bands(article["signature"])
        near = {row["article"]: row for key in keys for row in origins.get(key, ())}
        scored = [(similarity(article["signature"], row["signature"]), row) for row in near.values()]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best and best[0] >= LIKE:
            yield _copy(article, best[1], best[0])
        else:
            for key in keys:
                origins.setdefault(key, []).append(article)


def _copy(article: Mapping[str, Any], origin: Mapping[str, Any], score: float) -> Row:
    kept = {name: article[name] for name in ("article", "key", "outlet", "published", "path", "position")}
    return {**kept, "origin": origin["article"], "origin_key": origin["key"], "similarity": score}


def _exact(out: Path) -> Iterator[Row]:
    """The copies that were recognised before they were read; their origin is the article of the same text."""
    for row in _rows(out, "copies"):
        yield {**{name: row[name] for name in ("article", "key", "outlet", "published", "path", "position")},
               "origin": row["origin"], "origin_key": row["origin_key"], "similarity": 1.0}  # fmt: skip


def _rows(out: Path, table: str, columns: tuple[str, ...] | None = None) -> Iterator[Row]:
    for file in sorted((out / table).glob("part-*.parquet")):
        for batch in pq.ParquetFile(file).iter_batches(columns=list(columns) if columns else None):
            yield from batch.to_pylist()


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
