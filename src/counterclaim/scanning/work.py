"""One task of a scan: a range of an archive in, Parquet parts and counts out. Runs in a worker, here or elsewhere."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from counterclaim import __version__
from counterclaim.extraction import Extraction
from counterclaim.pipeline import TOGETHER, Reader, extract_all
from counterclaim.reading import Refusal
from counterclaim.reading.archived import read_archived
from counterclaim.records import Article
from counterclaim.rules import load_rules
from counterclaim.scanning.counting import COPY, NO_CLAIM, Tally
from counterclaim.scanning.gates import stopped_by
from counterclaim.scanning.parts import Part, manifest_of, part, write_whole
from counterclaim.scanning.ranges import Range, read_range
from counterclaim.scanning.rows import article_row, claim_rows_of, copy_row, refusal_row, refused_row
from counterclaim.scanning.stored import Stored, Unreadable

READING, GATES, CAREFUL, EXTRACTING, WRITING = "reading", "gates", "careful reading", "extracting", "writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for every task of a scan."""

    out: str
    rules: tuple[str, ...] = ()
    model: str | None = None
    made_by: tuple[str, str] | None = None  # version and digest of the rules that every worker must have
    keep_copies: bool = False  # extract copies of one page, too


@dataclass(slots=True, kw_only=True)
class Passed:
    """A record that passed the gates, with what the careful reader made of it."""

    stored: Stored
    items: list[Article | Refusal]
    found: list[Extraction | Refusal] = field(default_factory=list)


@lru_cache(maxsize=2)
def reader_of(rules: tuple[str, ...], model: str | None) -> Reader:
    """The reader of a worker, loaded once."""
    return Reader(load_rules("en", tuple(map(Path, rules))), model)


def do_range(item: Range, settings: Settings) -> dict[str, object]:
    """Read one range and write its part of the data set; the counts, as they stand in the manifest.

    Raises OSError where the data set cannot be written, ValueError where this worker has other rules than the scan.
    """
    _check(settings)
    out = Path(settings.out)
    with part(out, item.number) as new:
        tally = Task(settings, new).run(read_range(item))
    report = {"number": item.number, "path": item.path, "size": item.size, **tally.to_dict()}
    write_whole(manifest_of(out, item.number), json.dumps(report, ensure_ascii=False))
    return report


def _check(settings: Settings) -> None:
    mine = __version__, reader_of(settings.rules, settings.model).rules.digest
    if settings.made_by not in (None, mine):
        raise ValueError(f"a worker has version and rules {mine}, the scan {settings.made_by}; install the same on all")


class Task:
    """The way of the records of one range through the gates, the careful reader and the parser."""

    def __init__(self, settings: Settings, part: Part) -> None:
        self._settings, self._part = settings, part
        self._reader = reader_of(settings.rules, settings.model)
        self._tally = Tally()
        self._seen: dict[bytes, Article] = {}

    def run(self, records: Iterator[Stored | Unreadable]) -> Tally:
        """All records of the range, in batches; returns the counts."""
        passing = self._passing(records)
        while batch := list(islice(passing, TOGETHER)):
            with self._timed(EXTRACTING):
                self._extract(batch)
            with self._timed(WRITING):
                for passed in batch:
                    self._write(passed)
        return self._tally

    def _passing(self, records: Iterator[Stored | Unreadable]) -> Iterator[Passed]:
        while True:
            with self._timed(READING):
                item = next(records, None)
            if item is None:
                return
            self._tally.records += 1
            if isinstance(item, Unreadable):
                self._tally.refused += 1
                self._part.add("refused", refused_row(item))
            elif passed := self._pass(item):
                yield passed

    def _pass(self, stored: Stored) -> Passed | None:
        self._tally.read_bytes += len(stored.content)
        with self._timed(GATES):
            gate = stopped_by(stored, self._reader.rules)
        if gate:
            self._tally.without[gate] += 1
            return None
        with self._timed(CAREFUL):
            items = list(_read(stored))
        kept = [item for item in items if not self._is_copy(item, stored)]
        if kept:
            return Passed(stored=stored, items=kept)
        self._tally.without[COPY] += 1
        return None

    def _is_copy(self, item: Article | Refusal, stored: Stored) -> bool:
        """Whether an article's whole text stood in this range before; then it is listed and not read again."""
        if isinstance(item, Refusal):
            return False
        digest = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).digest()
        origin = self._seen.setdefault(digest, item)
        if origin is item or self._settings.keep_copies:
            return False
        self._part.add("copies", copy_row(item, stored, origin))
        return True

    def _extract(self, batch: Iterable[Passed]) -> None:
        found = extract_all((item for passed in batch for item in passed.items), self._reader)
        for passed in batch:
            passed.found = list(islice(found, len(passed.items)))

    def _write(self, passed: Passed) -> None:
        """The rows of one record, and what it counts as: with claims if any of its articles has one."""
        extractions = [item for item in passed.found if isinstance(item, Extraction)]
        for item in passed.found:
            if isinstance(item, Refusal):
                self._part.add("refused", refusal_row(item, passed.stored))
        for extraction in extractions:
            if extraction.claims or extraction.statements:
                self._part.add("articles", article_row(extraction, passed.stored))
            for row in claim_rows_of(extraction, passed.stored):
                self._part.add("claims", row)
        self._count(extractions)

    def _count(self, extractions: list[Extraction]) -> None:
        claims = sum(len(extraction.claims) for extraction in extractions)
        self._tally.claims += claims
        self._tally.statements += sum(len(extraction.statements) for extraction in extractions)
        if claims:
            self._tally.with_claims += 1
        elif extractions:
            self._tally.without[NO_CLAIM] += 1
        else:
            self._tally.refused += 1

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        start = time.process_time()
        try:
            yield
        finally:
            self._tally.spent(step, time.process_time() - start)


def _read(stored: Stored) -> Iterator[Article | Refusal]:
    return read_archived(
        stored.content, path=stored.path, record=stored.where, name=stored.name, url=stored.url,
        charset=stored.charset, retrieved=stored.retrieved,
    )  # fmt: skip
