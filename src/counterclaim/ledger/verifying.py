"""Whether a ledger is what it was: the chain, every row that it covers, the bytes, every span, what is derived."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import zstandard
from sqlalchemy import Connection, Select, Table, func, select

from counterclaim.figures import Figure
from counterclaim.ledger.chain import START, Entry, digest_of, hash_of, load_entries
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.figure_rows import COLUMNS, figures_of, from_row
from counterclaim.ledger.judging import load_judged
from counterclaim.ledger.loading import load_extractions
from counterclaim.ledger.tables import claims, entries, extractions, figures, judgements, originals, sightings, versions
from counterclaim.serialise import to_dicts

DERIVED_FROM_OTHERS = ("origin",)  # hangs on the other articles of the ledger, not on the claim alone
COVERED = (originals, versions, sightings, extractions, claims, judgements)
BY_ENTRY = {table.name: table for table in (versions, sightings, extractions, judgements)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """The first row that is not what it was: its table and key, what was found, what was expected."""

    table: str
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.table} {self.key}: {self.found} found, {self.expected} expected"


class BrokenError(Exception):
    """Raised within this module at the first problem."""

    def __init__(self, table: str, key: object, found: str, expected: str) -> None:
        self.problem = Problem(table=table, key=str(key), found=found, expected=expected)
        super().__init__(str(self.problem))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked, the hash of the last entry, and the first problem; None where all is well."""

    entries: int
    rows: int
    figures: int
    head: str
    problem: Problem | None = None


def verify(connection: Connection, *, head: str | None = None) -> Verified:
    """Check everything, in the order of the chain, up to the first problem.

    `head` is a hash noted down earlier that must stand in the chain: without it nobody can tell whether the last
    entries were cut off.
    """
    counted = Counted()
    try:
        _check_entries(connection, counted, head)
        _check_strays(connection, counted.rows)
        counted.figures = _check_all_extractions(connection)
    except BrokenError as broken:
        return counted.result(broken.problem)
    return counted.result(None)


def verify_claim(connection: Connection, claim: str) -> Verified | None:
    """Check all that one claim rests on: the entries of its article, its reading and its judgements, with their rows.

    None where there is no such claim. Whether the chain is whole from its first entry on, only `verify` tells.
    """
    found = select(figures.c.extraction, figures.c.article).where(in_every_drawer(connection), figures.c.claim == claim)
    row = connection.execute(found).first()
    if row is None:
        return None
    version = connection.scalar(select(versions.c.entry).where(versions.c.id == row.article))
    again = connection.scalars(select(sightings.c.entry).where(sightings.c.version == row.article))
    judged = connection.scalars(select(judgements.c.entry).where(judgements.c.claim == claim))
    counted = Counted()
    try:
        for number in sorted({version or 0, row.extraction, *again, *judged}):
            _check_entry(connection, number, counted)
        counted.figures = _check_extractions(connection, [row.extraction])
    except BrokenError as broken:
        return counted.result(broken.problem)
    return counted.result(None)


def _check_entry(connection: Connection, number: int, counted: Counted) -> None:
    """Check one entry: its hash, its link to the one before, its rows."""
    around = select(entries).where(entries.c.seq.in_((number - 1, number))).order_by(entries.c.seq)
    found = [Entry(*row) for row in connection.execute(around)]
    if not found or found[-1].seq != number:
        raise BrokenError("entries", number, "no entry", "one")
    _check_link(found[0] if len(found) > 1 else None, found[-1])
    _check_rows(connection, found[-1])
    counted.entries += 1
    counted.rows += len(found[-1].covered)
    counted.head = found[-1].hash


@dataclass(slots=True)
class Counted:
    """What was checked so far."""

    entries: int = 0
    rows: int = 0
    figures: int = 0
    head: str = START

    def result(self, problem: Problem | None) -> Verified:
        """What was checked in all."""
        return Verified(
            entries=self.entries, rows=self.rows, figures=self.figures, head=self.head, problem=problem
        )  # fmt: skip


def _check_entries(connection: Connection, counted: Counted, head: str | None) -> None:
    """Check each entry with the rows it covers."""
    before: Entry | None = None
    seen = head is None
    for entry in load_entries(connection):
        _check_link(before, entry)
        _check_rows(connection, entry)
        counted.entries += 1
        counted.rows += len(entry.covered)
        counted.head = entry.hash
        before, seen = entry, seen or entry.hash == head
    if not seen:
        raise BrokenError("entries", "the chain", "no entry with the hash given as head", str(head))


def _check_link(before: Entry | None, entry: Entry) -> None:
    seq, previous = (before.seq + 1, before.hash) if before else (1, START)
    if entry.seq != seq:
        raise BrokenError("entries", seq, f"entry {entry.seq} next", f"entry {seq}")
    if entry.previous != previous:
        raise BrokenError("entries", seq, f"previous {entry.previous}", previous)
    if entry.hash != hash_of(entry):
        raise BrokenError("entries", seq, f"hash {entry.hash}", hash_of(entry))


def _check_rows(connection: Connection, entry: Entry) -> None:
    rows = {name: dict(_digests(connection, name, entry)) for name in {covered.table for covered in entry.covered}}
    for covered in entry.covered:
        found = rows[covered.table].get(covered.key)
        if found is None:
            raise BrokenError(covered.table, covered.key, "no row", f"one with the digest {covered.digest}")
        if found != covered.digest:
            raise BrokenError(covered.table, covered.key, f"a row with the digest {found}", covered.digest)


def _digests(connection: Connection, table: str, entry: Entry) -> Iterator[tuple[str, str]]:
    """The rows of a table that belong to an entry, each with its key and digest."""
    if table == "originals":
        keys = [covered.key for covered in entry.covered if covered.table == table]
        yield from _digests_of_originals(connection, keys)
    elif table == "claims":
        for row in connection.execute(select(claims).where(claims.c.extraction == entry.seq)):
            yield f"{row.extraction}.{row.position}", digest_of(row)
    else:
        source = BY_ENTRY[table]
        for row in connection.execute(select(source).where(source.c.entry == entry.seq)):
            yield str(row.entry), digest_of(row)
            if table == "versions":
                _check_identity(row)


def _digests_of_originals(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    for row in connection.execute(select(originals).where(originals.c.sha256.in_(keys))):
        try:
            content = zstandard.decompress(row.bytes)
        except zstandard.ZstdError as error:
            raise BrokenError("originals", row.sha256, f"bytes that cannot be unpacked ({error})", "zstd") from error
        found = hashlib.sha256(content).hexdigest()
        if found != row.sha256:
            raise BrokenError("originals", row.sha256, f"bytes with the SHA-256 {found}", row.sha256)
        yield row.sha256, digest_of((row.sha256, row.size))


def _check_identity(row: Any) -> None:
    found = "sha256:" + hashlib.sha256(f"{row.key}\n{row.text}".encode()).hexdigest()
    if found != row.id:
        raise BrokenError("versions", row.entry, f"a text of the version {found}", row.id)


def _check_strays(connection: Connection, rows: int) -> None:
    """Rows that no entry covers."""
    kept = sum(connection.scalar(select(func.count()).select_from(table)) or 0 for table in COVERED)
    if kept == rows:
        return
    covered = {(row.table, row.key) for entry in load_entries(connection) for row in entry.covered}
    for table in COVERED:
        for row in connection.execute(_keys(table)):
            key = ".".join(map(str, row))
            if (table.name, key) not in covered:
                raise BrokenError(table.name, key, "a row that no entry of the chain covers", "none")


def _keys(table: Table) -> Select[Any]:
    return select(*table.primary_key.columns).order_by(*table.primary_key.columns)


def _check_all_extractions(connection: Connection) -> int:
    """Check the newest extractions, and that no figure is of another; how many figures there are."""
    count = _check_extractions(connection, None)
    stored = connection.scalar(select(func.count()).select_from(figures)) or 0
    if stored != count:
        raise BrokenError("figures", "all", f"{stored} figures", f"{count}: rebuild them")
    return count


def _check_extractions(connection: Connection, wanted: Sequence[int] | None) -> int:
    """Check every span of these extractions (else of the newest ones), and the figures made of them."""
    count = 0
    for entry, extraction in load_extractions(connection, wanted):
        try:
            to_dicts(extraction)
        except ValueError as error:
            raise BrokenError("extractions", entry, str(error), "words that stand at their place") from error
        judged = load_judged(connection, [extraction.article.key])
        count += _check_figures(connection, entry, judged.over(figures_of(extraction), extraction.article.text))
    return count


def _check_figures(connection: Connection, entry: int, expected: Sequence[Figure]) -> int:
    wanted = select(*(figures.c[name] for name in COLUMNS)).where(figures.c.extraction == entry)
    stored = [from_row(row) for row in connection.execute(wanted.order_by(figures.c.position))]
    if len(stored) != len(expected):
        raise BrokenError("figures", f"of extraction {entry}", f"{len(stored)} figures", str(len(expected)))
    for position, (one, other) in enumerate(zip(stored, expected, strict=True)):
        for name in COLUMNS:
            found, right = getattr(one, name), getattr(other, name)
            if found != right and name not in DERIVED_FROM_OTHERS:
                raise BrokenError("figures", f"{entry}.{position}", f"{name} {found!r}", f"{right!r}: rebuild them")
    return len(expected)
