"""What a ledger takes in of a finished scan: articles with their claims, and the copies that were not read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim.extraction import Extraction
from counterclaim.intake import Intake
from counterclaim.scanning.finishing import SUMMARY
from counterclaim.scanning.parts import done, part_of
from counterclaim.scanning.rows import with_text
from counterclaim.serialise import from_dicts

TOGETHER = 64  # rows in memory at once
Row = Mapping[str, Any]


def take_in_scan(out: Path) -> Iterator[Intake]:
    """The articles of the data set in a folder, each followed by the copies of it that stood in the same range.

    A copy brings its own address, outlet and date with the text; its claims are those of the article that it copies.
    Raises ValueError where the folder holds no finished scan, or a row that was changed.
    """
    if not (out / SUMMARY).is_file():
        raise ValueError(f"{out}: no finished scan; expected {SUMMARY} in it; run counterclaim scan to its end first")
    for number in sorted(done(out)):
        yield from _of_part(out, number)


def _of_part(out: Path, number: int) -> Iterator[Intake]:
    copies: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in _rows(part_of(out, "copies", number)):
        copies[row["origin"]][row["article"]] = row
    for row in _rows(part_of(out, "articles", number)):
        extraction = _extraction(row)
        yield Intake(extraction=extraction)
        for copy in copies.pop(row["article"], {}).values():
            if copy["article"] != row["article"]:  # the same text at the same address is the same version
                yield Intake(extraction=_copied(extraction, copy))


def _extraction(row: Row) -> Extraction:
    try:
        return from_dicts(with_text(json.loads(row["extraction"]), row["text"]))
    except ValueError as error:
        raise ValueError(f"{row['path']}, position {row['position']}: {error}; scan it again") from error


def _copied(extraction: Extraction, copy: Row) -> Extraction:
    """The copy as an article of its own, in which nothing was read."""
    origin = extraction.article.origin
    article = replace(
        extraction.article, id=copy["article"], key=copy["key"], url=copy["url"], outlet=copy["outlet"],
        published=copy["published"], modified=None, reference_date=None, authors=(), tags=(), image=None,
        origin=origin and replace(origin, path=copy["path"], sha256=copy["sha256"],
                                  record=f"position {copy['position']}", retrieved=copy["retrieved"]),
    )  # fmt: skip
    return Extraction(article=article, made_by=extraction.made_by)


def _rows(file: Path) -> Iterator[Row]:
    if not file.is_file():
        return
    try:
        for batch in pq.ParquetFile(file).iter_batches(batch_size=TOGETHER):
            yield from batch.to_pylist()
    except pa.ArrowException as error:
        raise ValueError(f"{file}: no whole Parquet table ({error}); run the scan again") from error
