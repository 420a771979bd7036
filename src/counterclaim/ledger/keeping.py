"""Articles, readings of them and claims into the kept tables: whole or not at all, and nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from counterclaim.ledger.bulk import insert_all
from counterclaim.ledger.chain import Covered, Entry, cover, last_entry, make_entry
from counterclaim.ledger.known import Known, find_known
from counterclaim.ledger.preparing import Prepared
from counterclaim.ledger.tables import claims, entries, extractions, originals, sightings, versions

VERSION, SIGHTING, EXTRACTION = "version", "sighting", "extraction"  # kinds of entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was new: versions of articles, extractions, claims, statements; `known` extractions were there before.

    `again` counts known versions that came back after another text, or of which more is told.
    """

    versions: int = 0
    extractions: int = 0
    claims: int = 0
    statements: int = 0
    known: int = 0
    again: int = 0

    def __add__(self, other: Added) -> Added:
        """Both together."""
        return Added(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})


@dataclass(slots=True)
class Rows:
    """The rows that one batch adds to the kept tables, gathered before they are written."""

    last: Entry | None
    at: str
    by: str
    entries: list[tuple[Any, ...]]
    originals: list[tuple[Any, ...]]
    versions: list[tuple[Any, ...]]
    sightings: list[tuple[Any, ...]]
    extractions: list[tuple[Any, ...]]
    claims: list[tuple[Any, ...]]

    def next_number(self) -> int:
        """The number of the entry that comes next."""
        return self.last.seq + 1 if self.last else 1

    def close(self, kind: str, covered: Sequence[Covered]) -> None:
        """Add the entry that covers these rows."""
        self.last = entry = make_entry(self.last, kind, covered, at=self.at, by=self.by)
        self.entries.append((entry.seq, entry.kind, entry.at, entry.by, entry.rows, entry.previous, entry.hash))

    def write(self, connection: Connection) -> None:
        """Write all rows, those first that others point at."""
        for table, rows in (
            (entries, self.entries),
            (originals, self.originals),
            (versions, self.versions),
            (sightings, self.sightings),
            (extractions, self.extractions),
            (claims, self.claims),
        ):
            insert_all(connection, table, rows)


def keep(
    connection: Connection, batch: Sequence[Prepared], *, now: str, by: str
) -> tuple[Added, tuple[tuple[int, Prepared], ...]]:
    """Add what is new of a batch; what was added, and each new extraction with the number of its entry."""
    known = find_known(connection, batch)
    rows = Rows(last_entry(connection), now, by, [], [], [], [], [], [])
    added, new = Added(), []
    for prepared in batch:
        identity = prepared.extraction.article.id
        version = identity not in known.versions
        if version:
            _add_version(rows, prepared, known)
        elif known.is_news(prepared):
            _add_sighting(rows, prepared, known)
            added += Added(again=1)
        made_by = known.made_by(prepared)
        if (identity, made_by) in known.extractions:
            added += Added(versions=int(version), known=1)
            continue
        known.extractions.add((identity, made_by))
        new.append((_add_extraction(rows, prepared, made_by), prepared))
        added += _counted(prepared, version=version)
    rows.write(connection)
    return added, tuple(new)


def _add_version(rows: Rows, prepared: Prepared, known: Known) -> None:
    number, article, covered = rows.next_number(), prepared.extraction.article, []
    covered += _cover_original(rows, prepared, known)
    row = (number, article.id, article.key, prepared.original.sha256, rows.at, article.text, prepared.article)
    rows.versions.append(row)
    covered.append(cover("versions", number, row))
    known.take_in(prepared, None)
    rows.close(VERSION, covered)


def _add_sighting(rows: Rows, prepared: Prepared, known: Known) -> None:
    number, article, covered = rows.next_number(), prepared.extraction.article, []
    covered += _cover_original(rows, prepared, known)
    row = (number, article.id, article.key, prepared.original.sha256, rows.at, prepared.article)
    rows.sightings.append(row)
    covered.append(cover("sightings", number, row))
    known.take_in(prepared, number)
    rows.close(SIGHTING, covered)


def _cover_original(rows: Rows, prepared: Prepared, known: Known) -> list[Covered]:
    """The bytes of an article, added where they are new."""
    original = prepared.original
    if original.sha256 in known.originals:
        return []
    rows.originals.append((original.sha256, original.size, original.packed))
    return [cover("originals", original.sha256, (original.sha256, original.size))]


def _add_extraction(rows: Rows, prepared: Prepared, made_by: str) -> int:
    number = rows.next_number()
    row = (number, prepared.extraction.article.id, made_by, prepared.skipped)
    rows.extractions.append(row)
    covered = [cover("extractions", number, row)]
    for position, record in enumerate(prepared.records):
        claim = (number, position, record.kind, record.id, record.json)
        rows.claims.append(claim)
        covered.append(cover("claims", f"{number}.{position}", claim))
    rows.close(EXTRACTION, covered)
    return number


def _counted(prepared: Prepared, *, version: bool) -> Added:
    found = prepared.extraction
    return Added(
        versions=int(version), extractions=1, claims=len(found.claims), statements=len(found.statements)
    )  # fmt: skip
