"""Which versions of articles are copies of others: found for new ones by the keys that all texts are filed under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, select, update

from counterclaim.compare.copies import Copy, Edition, find_copies
from counterclaim.ledger.bulk import among, insert_all
from counterclaim.ledger.loading import load_articles_of
from counterclaim.ledger.projected import Projected
from counterclaim.ledger.querying import readings_of
from counterclaim.ledger.tables import bands, copies, figures, versions
from counterclaim.records import Article


@dataclass(frozen=True, slots=True)
class Filed:
    """A new version with the number of its entry and the keys of its text."""

    entry: int
    edition: Edition
    keys: tuple[int, ...]


def add_copies(connection: Connection, articles: Iterable[Projected]) -> dict[str, str]:
    """File new versions and find what they copy; for each of them that is a copy the version it is a copy of.

    Earlier copies of a new version that was published before them are pointed at it.
    """
    new = _to_file(connection, articles)
    near = _filed(connection, new)
    new = [filed for filed in new if filed.entry not in near.get(filed.keys[0], ())]
    known = _editions(connection, {entry for entries in near.values() for entry in entries})
    found: list[Copy] = []
    for filed in new:
        entries = dict.fromkeys(entry for key in filed.keys for entry in near.get(key, ()))
        pairs = find_copies(filed.edition, [known[entry] for entry in entries])
        found += pairs
        origin = next((pair.origin for pair in pairs if pair.carrier == filed.edition.version), None)
        known[filed.entry] = replace(filed.edition, origin=origin)
        for key in filed.keys:
            near.setdefault(key, []).append(filed.entry)
    # In the order in which they are filed: neighbours go onto one page, one after the other.
    insert_all(connection, bands, sorted((key, filed.entry) for filed in new for key in filed.keys))
    _keep(connection, found)
    return {pair.carrier: pair.origin for pair in found}


def _to_file(connection: Connection, articles: Iterable[Projected]) -> list[Filed]:
    """The articles with the numbers of their entries and their keys."""
    by_id = {one.article.id: one for one in articles}
    rows = connection.execute(
        select(versions.c.entry, versions.c.id)
        .where(among(connection, versions.c.id, by_id))
        .order_by(versions.c.entry)
    )
    return [Filed(row.entry, _edition(by_id[row.id].article), by_id[row.id].keys) for row in rows]


def _edition(article: Article) -> Edition:
    return Edition(
        version=article.id,
        key=article.key,
        text=article.text,
        published=article.published,
        outlet=article.outlet,
    )


def _filed(connection: Connection, new: Sequence[Filed]) -> dict[int, list[int]]:
    """For each key of the new texts the versions that are filed under it."""
    near: dict[int, list[int]] = {}
    keys = {key for filed in new for key in filed.keys}
    for row in connection.execute(select(bands.c.band, bands.c.version).where(among(connection, bands.c.band, keys))):
        near.setdefault(row.band, []).append(row.version)
    return near


def _editions(connection: Connection, entries: Iterable[int]) -> dict[int, Edition]:
    wanted = select(versions.c.entry, versions.c.id, copies.c.origin).outerjoin(
        copies, copies.c.carrier == versions.c.id
    )
    rows = connection.execute(wanted.where(versions.c.entry.in_(list(entries)))).all()
    articles = load_articles_of(connection, [row.id for row in rows])
    return {row.entry: replace(_edition(articles[row.id]), origin=row.origin) for row in rows}


def _keep(connection: Connection, found: Sequence[Copy]) -> None:
    """Write down the copies; those of a version that turns out to be a copy itself go to its origin."""
    for pair in found:
        connection.execute(delete(copies).where(copies.c.carrier == pair.carrier))
        row = {"carrier": pair.carrier, "origin": pair.origin, "score": pair.score, "reason": pair.reason}
        connection.execute(copies.insert().values(row))
        connection.execute(update(copies).where(copies.c.origin == pair.carrier).values(origin=pair.origin))
        carried = select(copies.c.carrier).where(copies.c.origin == pair.origin)
        both = figures.c.extraction.in_(readings_of(carried))
        connection.execute(update(figures).where(both).values(origin=pair.origin))
