"""When each version of an article was seen: first, and again with something new to it; and what is known of it by now.

A known text is seen again where its page had carried another text meanwhile, or where more of its metadata is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select, union_all

from counterclaim.ledger.bulk import among
from counterclaim.ledger.tables import sightings, versions

ABOUT = (
    "title", "lead", "authors", "tags", "image", "url", "outlet", "language", "published", "modified",
    "reference_date",
)  # fmt: skip
Record = Mapping[str, Any]

_first = select(versions.c.entry, versions.c.id.label("version"), versions.c.key, versions.c.read_at)
_again = select(sightings.c.entry, sightings.c.version, sightings.c.key, sightings.c.read_at)
seen = union_all(_first, _again).subquery("seen")


def newest_versions(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """For each key the id of the version that its page was seen to carry last."""
    wanted = list(keys)
    found = [
        row
        for table, query in ((versions, _first), (sightings, _again))
        for row in connection.execute(query.where(among(connection, table.c.key, wanted)))
    ]
    return {row.key: row.version for row in sorted(found, key=lambda row: row.entry)}


def newest_of_all() -> Select[Any]:
    """A question for the ids of the versions that the pages were seen to carry last."""
    later = seen.alias("later")
    is_last = ~select(later.c.entry).where(later.c.key == seen.c.key, later.c.entry > seen.c.entry).exists()
    return select(seen.c.version).where(is_last)


def told_later(connection: Connection, ids: Iterable[str]) -> dict[str, list[tuple[int, Record]]]:
    """For each of these versions that was seen again the article as it was read then, with the entry's number."""
    query = select(sightings.c.version, sightings.c.entry, sightings.c.record)
    found: dict[str, list[tuple[int, Record]]] = {}
    for row in connection.execute(query.where(among(connection, sightings.c.version, ids)).order_by(sightings.c.entry)):
        found.setdefault(row.version, []).append((row.entry, json.loads(row.record)))
    return found


def known_by_now(first: Record, later: Iterable[tuple[int, Record]]) -> tuple[Record, int | None]:
    """All that was told of an article, what was told first before all else; the last entry that told more."""
    known, last = dict(first), None
    for entry, record in later:
        more = more_told(known, record)
        if more:
            known, last = known | more, entry
    return known, last


def more_told(known: Record, record: Record) -> dict[str, Any]:
    """What a record tells of an article that was not known."""
    return {name: record[name] for name in ABOUT if record.get(name) and not known.get(name)}


def tells_all(record: Record, known: Record) -> bool:
    """Whether a record tells something for everything that is known."""
    return all(record.get(name) for name in ABOUT if known.get(name))


def place_of(record: Record) -> tuple[str | None, str | None]:
    """Where an article was read: the path or address, and the place in a file of many."""
    origin = record.get("origin") or {}
    return origin.get("path"), origin.get("record")
