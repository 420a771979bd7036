"""A stretch of an article with the claims and statements that stand in it, however long the article is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from counterclaim.extraction import Extraction
from counterclaim.figures import CLAIM
from counterclaim.ledger.loading import load_records, made_by_of
from counterclaim.ledger.tables import extractions, figures
from counterclaim.records import Article, Claim, Skipped, Statement
from counterclaim.serialise import from_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The claims and statements of a stretch, the status of each, and how many the whole article has."""

    extraction: Extraction
    statuses: dict[str, str]
    claims: int
    statements: int


def load_window(connection: Connection, article: Article, first: int, last: int) -> Window | None:
    """What the newest reading of an article has from its character `first` to `last`; None where it was never read."""
    newest = select(extractions).where(extractions.c.version == article.id).order_by(extractions.c.entry.desc())
    reading = connection.execute(newest.limit(1)).first()
    if reading is None:
        return None
    here = (figures.c.extraction == reading.entry, figures.c.evidence_start < last, figures.c.evidence_end > first)
    query = select(figures.c.claim, figures.c.position, figures.c.status).where(*here).order_by(figures.c.position)
    rows = connection.execute(query).all()
    records = load_records(connection, {(reading.entry, row.position) for row in rows})
    counts = _counts(connection, reading.entry)
    found = [records[reading.entry, row.position] for row in rows]
    return Window(
        extraction=_extraction(article, found, reading), statuses={row.claim: row.status for row in rows},
        claims=counts.get(CLAIM, 0), statements=sum(counts.values()) - counts.get(CLAIM, 0),
    )  # fmt: skip


def _counts(connection: Connection, entry: int) -> dict[str, int]:
    kinds = select(figures.c.kind, func.count()).where(figures.c.extraction == entry).group_by(figures.c.kind)
    return {row[0]: row[1] for row in connection.execute(kinds)}


def _extraction(article: Article, found: list[Claim | Statement], reading: Any) -> Extraction:
    return Extraction(
        article=article,
        claims=tuple(one for one in found if isinstance(one, Claim)),
        statements=tuple(one for one in found if isinstance(one, Statement)),
        skipped=tuple(from_plain(Skipped, item, "skipped") for item in json.loads(reading.skipped)),
        made_by=made_by_of(reading.made_by),
    )
