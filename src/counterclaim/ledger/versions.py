"""The versions of an article in a ledger, and the articles that carry one another's text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from counterclaim.ledger.sightings import Record, known_by_now, seen, told_later
from counterclaim.ledger.tables import copies, originals, versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article: its id, the entry that took it down, when it was read, and what it was read from."""

    id: str
    key: str
    entry: int
    read_at: str
    original: str | None
    size: int | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """That one version carries the text of another, how much of it, and why we think so."""

    carrier: Version
    origin: Version
    score: float
    reason: str


def find_versions(connection: Connection, key: str) -> tuple[Version, ...]:
    """Every version of an article in the order in which its page carried them: one that came back is there again."""
    known = {version.id: version for version in _versions(connection, versions.c.key == key)}
    rows = connection.execute(select(seen).where(seen.c.key == key).order_by(seen.c.entry)).all()
    carried = (next(same) for _, same in groupby(rows, key=lambda row: row.version))
    return tuple(replace(known[row.version], entry=row.entry, read_at=row.read_at) for row in carried)


def find_carried(connection: Connection, identity: str) -> tuple[Carried, ...]:
    """What a version of an article carries, and who carries it, in the order of adding."""
    either = (copies.c.carrier == identity) | (copies.c.origin == identity)
    rows = connection.execute(select(copies).where(either)).all()
    ids = {found for row in rows for found in (row.carrier, row.origin)}
    known = {version.id: version for version in _versions(connection, versions.c.id.in_(ids))}
    found = [
        Carried(carrier=known[row.carrier], origin=known[row.origin], score=row.score, reason=row.reason)
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.carrier.entry))


def _versions(connection: Connection, condition: ColumnElement[bool]) -> Iterator[Version]:
    columns = (versions.c.id, versions.c.key, versions.c.entry, versions.c.read_at, versions.c.original)
    query = select(*columns, versions.c.record, originals.c.size).outerjoin(
        originals, originals.c.sha256 == versions.c.original
    )
    rows = connection.execute(query.where(condition).order_by(versions.c.entry)).all()
    later = told_later(connection, [row.id for row in rows])
    return (_version(row, later.get(row.id, ())) for row in rows)


def _version(row: Any, later: Iterable[tuple[int, Record]]) -> Version:
    record, _ = known_by_now(json.loads(row.record), later)
    about = {name: record.get(name) for name in ("title", "outlet", "published", "url")}
    return Version(
        id=row.id, key=row.key, entry=row.entry, read_at=row.read_at, original=row.original, size=row.size, **about
    )  # fmt: skip
