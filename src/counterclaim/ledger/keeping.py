"""Articles, readings of them and claims into the kept tables: whole or not at all, and nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.ledger.bulk import among, insert_all
from counterclaim.ledger.chain import Covered, Entry, cover, last_entry, make_entry
from counterclaim.ledger.preparing import Prepared
from counterclaim.ledger.tables import claims, entries, extractions, originals, versions

VERSION, EXTRACTION = "version", "extraction"  # kinds of entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was new: versions of articles, extractions, claims, statements; `known` extractions were there before."""

    versions: int = 0
    extractions: int = 0
    claims: int = 0
    statements: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        """Both together."""
        mine, theirs = asdict(self), asdict(other)
        return Added(**{name: mine[name] + theirs[name] for name in mine})


@dataclass(slots=True)
class Rows:
    """The rows that one batch adds to the kept tables, gathered before they are written."""

    last: Entry | None
    at: str
    by: str
    entries: list[tuple[Any, ...]]
    originals: list[tuple[Any, ...]]
    versions: list[tuple[Any, ...]]
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
            (extractions, self.extractions),
            (claims, self.claims),
        ):
            insert_all(connection, table, rows)


def keep(
    connection: Connection, batch: Sequence[Prepared], *, now: str, by: str
) -> tuple[Added, tuple[tuple[int, Prepared], ...]]:
    """Add what is new of a batch; what was added, and each new extraction with the number of its entry."""
    known = _known(connection, batch)
    rows = Rows(last_entry(connection), now, by, [], [], [], [], [])
    added, new = Added(), []
    for prepared in batch:
        article = prepared.extraction.article
        version = article.id not in known.versions
        if version:
            _add_version(rows, prepared, known)
        if (article.id, prepared.made_by) in known.extractions:
            added += Added(versions=int(version), known=1)
            continue
        known.extractions.add((article.id, prepared.made_by))
        new.append((_add_extraction(rows, prepared), prepared))
        added += _counted(prepared, version=version)
    rows.write(connection)
    return added, tuple(new)


@dataclass(frozen=True, slots=True)
class Known:
    """What of a batch the ledger has already."""

    versions: set[str]
    extractions: set[tuple[str, str]]
    originals: set[str]


def _known(connection: Connection, batch: Sequence[Prepared]) -> Known:
    ids = [prepared.extraction.article.id for prepared in batch]
    digests = [prepared.original.sha256 for prepared in batch]
    read = select(extractions.c.version, extractions.c.made_by).where(among(connection, extractions.c.version, ids))
    return Known(
        versions=set(connection.scalars(select(versions.c.id).where(among(connection, versions.c.id, ids)))),
        extractions={(version, made_by) for version, made_by in connection.execute(read)},
        originals=set(
            connection.scalars(select(originals.c.sha256).where(among(connection, originals.c.sha256, digests)))
        ),
    )


def _add_version(rows: Rows, prepared: Prepared, known: Known) -> None:
    number, article, covered = rows.next_number(), prepared.extraction.article, []
    original = prepared.original
    if original.sha256 not in known.originals:
        known.originals.add(original.sha256)
        rows.originals.append((original.sha256, original.size, original.packed))
        covered.append(cover("originals", original.sha256, (original.sha256, original.size)))
    row = (number, article.id, article.key, original.sha256, rows.at, article.text, prepared.article)
    rows.versions.append(row)
    covered.append(cover("versions", number, row))
    known.versions.add(article.id)
    rows.close(VERSION, covered)


def _add_extraction(rows: Rows, prepared: Prepared) -> int:
    number = rows.next_number()
    row = (number, prepared.extraction.article.id, prepared.made_by, prepared.skipped)
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
