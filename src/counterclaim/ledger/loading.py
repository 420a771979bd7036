"""What a ledger keeps, as records again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import zstandard
from sqlalchemy import Connection, func, select

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.figures import CLAIM, STATEMENT
from counterclaim.ledger.bulk import among
from counterclaim.ledger.sightings import Record, known_by_now, newest_of_all, told_later
from counterclaim.ledger.tables import claims, extractions, originals, versions
from counterclaim.records import Article, Claim, Skipped, Statement
from counterclaim.serialise import from_plain

ARTICLES = 50  # fetched together with their claims


def load_article(connection: Connection, version: str) -> Article | None:
    """The version of an article with this id."""
    return load_articles_of(connection, [version]).get(version)


def load_articles_of(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """The versions of articles with these ids, each with all that was ever told of it."""
    wanted = list(ids)
    query = select(versions.c.id, versions.c.record, versions.c.text).where(among(connection, versions.c.id, wanted))
    later = told_later(connection, wanted)
    return {row.id: article_of(row.record, row.text, later.get(row.id, ())) for row in connection.execute(query)}


def load_articles(connection: Connection) -> Iterator[Article]:
    """The newest version of every article, in the order in which the articles came."""
    wanted = select(versions.c.id).where(versions.c.id.in_(newest_of_all())).order_by(versions.c.entry)
    ids = iter(connection.scalars(wanted).all())
    while batch := list(islice(ids, ARTICLES)):
        found = load_articles_of(connection, batch)
        yield from (found[identity] for identity in batch)


def load_made_by(connection: Connection, version: str) -> tuple[MadeBy, ...]:
    """What made the extractions of a version that knew all that is told of it by now, oldest first."""
    first = connection.scalar(select(versions.c.record).where(versions.c.id == version)) or "{}"
    _, told = known_by_now(json.loads(first), told_later(connection, [version]).get(version, ()))
    query = select(extractions.c.made_by).where(extractions.c.version == version).order_by(extractions.c.entry)
    return tuple(
        made_by_of(made_by) for made_by in connection.scalars(query) if json.loads(made_by).get("told") == told
    )


def load_original(connection: Connection, version: str) -> bytes | None:
    """The bytes that a version of an article was read from."""
    wanted = select(originals.c.bytes).join(versions, versions.c.original == originals.c.sha256)
    packed = connection.scalar(wanted.where(versions.c.id == version))
    return zstandard.decompress(packed) if packed is not None else None


def load_extractions(connection: Connection, entries: Iterable[int] | None = None) -> Iterator[tuple[int, Extraction]]:
    """Extractions with the number of their entry, in the order of their versions.

    Those named, else the newest of every version.
    """
    kept: Any = select(func.max(extractions.c.entry)).group_by(extractions.c.version)
    wanted = select(extractions.c.entry).join(versions, versions.c.id == extractions.c.version)
    wanted = wanted.where(extractions.c.entry.in_(kept if entries is None else list(entries)))
    numbers = iter(connection.scalars(wanted.order_by(versions.c.entry, extractions.c.entry)).all())
    while batch := list(islice(numbers, ARTICLES)):
        said = _claims_of(connection, batch)
        rows = {row.entry: row for row in connection.execute(select(extractions).where(extractions.c.entry.in_(batch)))}
        articles = load_articles_of(connection, {row.version for row in rows.values()})
        for entry in batch:
            yield entry, _extraction(rows[entry], articles[rows[entry].version], said.get(entry, []))


def newest_extraction(connection: Connection, version: str) -> Extraction | None:
    """The newest extraction of a version of an article."""
    entry = connection.scalar(select(func.max(extractions.c.entry)).where(extractions.c.version == version))
    return next((found for _, found in load_extractions(connection, [entry])), None) if entry else None


def load_records(connection: Connection, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Claim | Statement]:
    """The records at these places: the number of the extraction, and the position in it."""
    places = set(wanted)
    entries = {entry for entry, _ in places}
    rows = connection.execute(
        select(claims.c.extraction, claims.c.position, claims.c.kind, claims.c.record).where(
            claims.c.extraction.in_(entries), claims.c.position.in_({position for _, position in places})
        )
    )
    return {
        (row.extraction, row.position): record_of(row.kind, row.record)
        for row in rows
        if (row.extraction, row.position) in places
    }


def record_of(kind: str, record: str) -> Claim | Statement:
    """The claim or statement that a row of the claims' table holds."""
    made: Claim | Statement = from_plain(Statement if kind == STATEMENT else Claim, json.loads(record), kind)
    return made


def made_by_of(text: str) -> MadeBy:
    """What made an extraction."""
    plain = {name: value for name, value in json.loads(text).items() if name != "told"}
    made: MadeBy = from_plain(MadeBy, plain, "made_by")
    return made


def _claims_of(connection: Connection, batch: Sequence[int]) -> dict[int, list[Any]]:
    """The rows of the claims of some extractions, in order. Apart from the texts: a text stands once, not per claim."""
    query = select(claims.c.extraction, claims.c.kind, claims.c.record).where(claims.c.extraction.in_(batch))
    found: dict[int, list[Any]] = {}
    for row in connection.execute(query.order_by(claims.c.extraction, claims.c.position)):
        found.setdefault(row.extraction, []).append(row)
    return found


def _extraction(kept: Any, article: Article, rows: Sequence[Any]) -> Extraction:
    found: dict[str, list[Any]] = {CLAIM: [], STATEMENT: []}
    for row in rows:
        if row.kind in found:
            found[row.kind].append(record_of(row.kind, row.record))
    return Extraction(
        article=article,
        statements=tuple(found[STATEMENT]),
        claims=tuple(found[CLAIM]),
        skipped=tuple(from_plain(Skipped, item, "skipped") for item in json.loads(kept.skipped)),
        made_by=made_by_of(kept.made_by),
    )


def article_of(record: str, text: str, later: Iterable[tuple[int, Record]] = ()) -> Article:
    """The article that a version's row holds, with what was told of it later."""
    known, _ = known_by_now(json.loads(record), later)
    made: Article = from_plain(Article, {**known, "text": text}, "article")
    return made
