"""Figures with the records and articles that they were made from, for what leaves the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.exports.row import Row
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.loading import load_articles_of, load_records, made_by_of
from counterclaim.ledger.querying import Filter, conditions
from counterclaim.ledger.tables import extractions, figures
from counterclaim.records import Article

TOGETHER = 500  # rows made at once
_READ = [figures.c.extraction, figures.c.position, figures.c.same, *(figures.c[name] for name in COLUMNS)]


def load_rows(connection: Connection, wanted: Filter) -> Iterator[Row]:
    """The figures that fit, those of one article together, in the order in which the articles came."""
    query = select(*_READ).where(*conditions(connection, wanted))
    query = query.order_by(figures.c.extraction, figures.c.position)
    found = connection.execute(query, execution_options={"yield_per": TOGETHER})
    articles: dict[str, Article] = {}
    while batch := list(islice(found, TOGETHER)):
        articles = _articles(connection, {row.article for row in batch}, articles)
        yield from _rows(connection, batch, articles)


def _rows(connection: Connection, batch: Sequence[Any], articles: dict[str, Article]) -> Iterator[Row]:
    records = load_records(connection, {(row.extraction, row.position) for row in batch})
    wanted = {row.extraction for row in batch}
    made = select(extractions.c.entry, extractions.c.made_by).where(extractions.c.entry.in_(wanted))
    made_by = {row.entry: made_by_of(row.made_by) for row in connection.execute(made)}
    for row in batch:
        yield Row(
            figure=from_row(row[3:]),
            record=records[row.extraction, row.position],
            article=articles[row.article],
            made_by=made_by[row.extraction],
            same=row.same,
        )


def _articles(connection: Connection, ids: set[str], known: dict[str, Article]) -> dict[str, Article]:
    """The articles with these ids; those that are known are not read again."""
    missing = [identity for identity in ids if identity not in known]
    new = load_articles_of(connection, missing)
    return {identity: new.get(identity) or known[identity] for identity in ids}
