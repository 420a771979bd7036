"""The chain of entries: each carries the digests of the rows it covers and the hash of the entry before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from counterclaim.ledger.tables import entries

START = "0" * 64  # what the first entry carries as the hash before it
TOGETHER = 200  # entries fetched at a time
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Covered:
    """One row that an entry covers: its table, its key, the digest of its values."""

    table: str
    key: str
    digest: str

    def __str__(self) -> str:
        return f"{self.table} {self.key} {self.digest}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the chain, as it stands in its table."""

    seq: int
    kind: str
    at: str
    by: str
    rows: str
    previous: str
    hash: str

    @property
    def covered(self) -> tuple[Covered, ...]:
        """The rows that the entry covers."""
        return tuple(Covered(*line.split(" ")) for line in self.rows.splitlines())


def digest_of(values: Iterable[Value]) -> str:
    """The SHA-256 of a row's values, each with its length before it, so that nothing can move between them."""
    texts = ["" if value is None else f"={value}" for value in values]
    return hashlib.sha256("".join([f"{len(text)}:{text}" for text in texts]).encode()).hexdigest()


def cover(table: str, key: str | int, values: Iterable[Value]) -> Covered:
    """What an entry says of a row with these values."""
    return Covered(table, str(key), digest_of(values))


def make_entry(before: Entry | None, kind: str, covered: Sequence[Covered], *, at: str, by: str) -> Entry:
    """The entry that follows another one, or the first."""
    seq, previous = (before.seq + 1, before.hash) if before else (1, START)
    rows = "\n".join(map(str, covered))
    return Entry(seq, kind, at, by, rows, previous, digest_of((seq, kind, at, by, rows, previous)))


def hash_of(entry: Entry) -> str:
    """The hash that an entry must carry."""
    return digest_of((entry.seq, entry.kind, entry.at, entry.by, entry.rows, entry.previous))


def last_entry(connection: Connection) -> Entry | None:
    """The newest entry of a ledger."""
    found = connection.execute(select(entries).order_by(entries.c.seq.desc()).limit(1)).first()
    return Entry(*found) if found else None


def load_entries(connection: Connection) -> Iterator[Entry]:
    """All entries in order, a few in memory at a time."""
    found = connection.execute(select(entries).order_by(entries.c.seq), execution_options={"yield_per": TOGETHER})
    return (Entry(*row) for row in found)
