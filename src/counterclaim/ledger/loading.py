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
from counterclaim.ledger.tables import claims, extractions, originals, versions
from counterclaim.records import Article, Claim, Skipped, Statement
from counterclaim.serialise import from_plain

TOGETHER = 200  # rows fetched at a time
ARTICLES = 50  # whose claims are fetched together


def load_article(connection: Connection, version: str) -> Article | None:
    """The version of an article with this id."""
    found = connection.execute(select(versions.c.record, versions.c.text).where(versions.c.id == version)).first()
    return article_of(found.record, found.text) if found else None


def load_articles(connection: Connection) -> Iterator[Article]:
    """The newest version of every article, in the order in which the articles came."""
    newest = select(func.max(versions.c.entry)).group_by(versions.c.key)
    wanted = select(versions.c.record, versions.c.text).where(versions.c.entry.in_(newest)).order_by(versions.c.entry)
    for row in connection.execute(wanted, execution_options={"yield_per": TOGETHER}):
        yield article_of(row.record, row.text)


def load_made_by(connection: Connection, version: str) -> tuple[MadeBy, ...]:
    """What made the extractions of a version, oldest first."""
    query = select(extractions.c.made_by).where(extractions.c.version == version).order_by(extractions.c.entry)
    return tuple(map(made_by_of, connection.scalars(query)))


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
        for entry in batch:
            yield entry, _extraction(connection, entry, said.get(entry, []))


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
    made: MadeBy = from_plain(MadeBy, json.loads(text), "made_by")
    return made


def _claims_of(connection: Connection, batch: Sequence[int]) -> dict[int, list[Any]]:
    """The rows of the claims of some extractions, in order. Apart from the texts: a text stands once, not per claim."""
    query = select(claims.c.extraction, claims.c.kind, claims.c.record).where(claims.c.extraction.in_(batch))
    found: dict[int, list[Any]] = {}
    for row in connection.execute(query.order_by(claims.c.extraction, claims.c.position)):
        found.setdefault(row.extraction, []).append(row)
    return found


def _extraction(connection: Connection, entry: int, rows: Sequence[Any]) -> Extraction:
    both = extractions.join(versions, versions.c.id == extractions.c.version)
    wanted = select(extractions.c.made_by, extractions.c.skipped, versions.c.text, versions.c.record).select_from(both)
    kept = connection.execute(wanted.where(extractions.c.entry == entry)).one()
    found: dict[str, list[Any]] = {CLAIM: [], STATEMENT: []}
    for row in rows:
        if row.kind in found:
            found[row.kind].append(record_of(row.kind, row.record))
    return Extraction(
        article=article_of(kept.record, kept.text),
        statements=tuple(found[STATEMENT]),
        claims=tuple(found[CLAIM]),
        skipped=tuple(from_plain(Skipped, item, "skipped") for item in json.loads(kept.skipped)),
        made_by=made_by_of(kept.made_by),
    )


def article_of(record: str, text: str) -> Article:
    """The article that a version's row holds."""
    made: Article = from_plain(Article, {**json.loads(record), "text": text}, "article")
    return made
