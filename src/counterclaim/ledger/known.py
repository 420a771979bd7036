"""What of a batch of articles the ledger has already, and whether a known text brings news."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from counterclaim.ledger.bulk import among
from counterclaim.ledger.preparing import Prepared
from counterclaim.ledger.sightings import (
    Record,
    known_by_now,
    more_told,
    newest_versions,
    place_of,
    tells_all,
    told_later,
)
from counterclaim.ledger.tables import extractions, originals, versions


@dataclass(slots=True)
class Seen:
    """A version as it is known by now: its metadata, the entry that told last of it, the place it was read at last."""

    record: Record
    told: int | None
    place: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Known:
    """What of a batch the ledger has already; what is added to it is taken in as it comes."""

    extractions: set[tuple[str, str]]
    originals: set[str]
    versions: dict[str, Seen]
    newest: dict[str, str] = field(default_factory=dict)

    def is_news(self, prepared: Prepared) -> bool:
        """Whether more is told of a known version, or its page carries it again after another text.

        A page carries it again where the place that gave the other text gives this one now: two files that stay as they
        are, read once more, are no news.
        """
        article = prepared.extraction.article
        record: Record = json.loads(prepared.article)
        if more_told(self.versions[article.id].record, record):
            return True
        last = self.newest[article.key]
        return last != article.id and place_of(record) == self.versions[last].place

    def take_in(self, prepared: Prepared, sighting: int | None) -> None:
        """Take down a version that is added, or that was seen again by the entry with this number."""
        article = prepared.extraction.article
        record: Record = json.loads(prepared.article)
        self.originals.add(prepared.original.sha256)
        self.newest[article.key] = article.id
        before = self.versions.get(article.id)
        if before is None:
            self.versions[article.id] = Seen(record, None, place_of(record))
        else:
            known, told = known_by_now(before.record, [(sighting or 0, record)])
            self.versions[article.id] = Seen(known, told or before.told, place_of(record))

    def made_by(self, prepared: Prepared) -> str:
        """What made a reading: where metadata was told later, and the reader was told all of it, that as well."""
        seen = self.versions[prepared.extraction.article.id]
        if seen.told is None or not tells_all(json.loads(prepared.article), seen.record):
            return prepared.made_by
        return json.dumps(json.loads(prepared.made_by) | {"told": seen.told}, separators=(",", ":"))


def find_known(connection: Connection, batch: Sequence[Prepared]) -> Known:
    """What of a batch the ledger has."""
    ids = [prepared.extraction.article.id for prepared in batch]
    digests = [prepared.original.sha256 for prepared in batch]
    read = select(extractions.c.version, extractions.c.made_by).where(among(connection, extractions.c.version, ids))
    kept = select(originals.c.sha256).where(among(connection, originals.c.sha256, digests))
    newest = newest_versions(connection, {prepared.extraction.article.key for prepared in batch})
    return Known(
        extractions={(version, made_by) for version, made_by in connection.execute(read)},
        originals=set(connection.scalars(kept)),
        versions=_seen(connection, {*ids, *newest.values()}),
        newest=newest,
    )


def _seen(connection: Connection, ids: set[str]) -> dict[str, Seen]:
    query = select(versions.c.id, versions.c.record).where(among(connection, versions.c.id, sorted(ids)))
    later = told_later(connection, sorted(ids))
    return {row.id: _as_seen(json.loads(row.record), later.get(row.id, [])) for row in connection.execute(query)}


def _as_seen(first: Record, later: Sequence[tuple[int, Record]]) -> Seen:
    known, told = known_by_now(first, later)
    return Seen(known, told, place_of(later[-1][1] if later else first))
