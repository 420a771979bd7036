"""How much is in a ledger: in all, and by the values of a field, for pages that offer what can be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.querying import LISTS, READ, Filter, conditions
from counterclaim.ledger.search import number_of
from counterclaim.ledger.tables import entries, figures, versions

MOST = 3000  # figures counted for a choice: what a person filters is known from the newest of them
Values = tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is in a ledger: articles, all their versions, claims, statements, and the claims by their status."""

    articles: int
    versions: int
    claims: int
    statements: int
    statuses: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """For each field its values with how many figures have them, the most frequent first; None is not known.

    `counted` figures were looked at, the newest that fit; `all` tells whether those were all of them.
    """

    fields: Mapping[str, Values]
    counted: int
    all: bool


def head(connection: Connection) -> int:
    """The number of the newest entry, 0 in an empty ledger: what is derived stays the same while this does."""
    return connection.scalar(select(func.max(entries.c.seq))) or 0


def tally(connection: Connection) -> Tally:
    """What is in a ledger, counted."""
    kinds = select(figures.c.kind, figures.c.status, func.count()).where(figures.c.newest.is_(True))
    rows = connection.execute(kinds.group_by(figures.c.kind, figures.c.status)).all()
    articles = select(func.count(versions.c.key.distinct()), func.count())
    keys, every = connection.execute(articles).one()
    return Tally(
        articles=keys,
        versions=every,
        claims=sum(count for kind, _, count in rows if kind == CLAIM),
        statements=sum(count for kind, _, count in rows if kind != CLAIM),
        statuses={status: count for kind, status, count in sorted(rows) if kind == CLAIM},
    )


def find_facets(connection: Connection, wanted: Filter, names: Sequence[str], *, most: int = MOST) -> Facets:
    """The values of these fields among what fits; for a field that is filtered, among what fits without its filter."""
    found, counted = _count(connection, wanted, names, most)
    for name in names:
        if name in LISTS and getattr(wanted, name):
            nothing: dict[str, Any] = {name: ()}
            without = replace(wanted, **nothing)
            found[name] = _with(_count(connection, without, (name,), most)[0][name], getattr(wanted, name))
    return Facets(fields=found, counted=min(counted, most), all=counted <= most)


def find_located(connection: Connection, wanted: Filter, *, most: int) -> tuple[Figure, ...]:
    """The newest claims that fit and have coordinates."""
    dialect = connection.dialect.name
    query = select(*READ).where(*conditions(connection, wanted))
    query = query.where(figures.c.latitude.is_not(None), figures.c.status != "rejected")
    return tuple(map(from_row, connection.execute(query.order_by(number_of(wanted.text, dialect).desc()).limit(most))))


def _count(connection: Connection, wanted: Filter, names: Sequence[str], most: int) -> tuple[dict[str, Values], int]:
    dialect = connection.dialect.name
    query = select(*(figures.c[name] for name in names)).where(*conditions(connection, wanted))
    rows = connection.execute(query.order_by(number_of(wanted.text, dialect).desc()).limit(most + 1)).all()
    counts = (Counter(row[index] for row in rows[:most]) for index in range(len(names)))
    return {name: _ordered(count) for name, count in zip(names, counts, strict=True)}, len(rows)


def _ordered(count: Counter[str | None]) -> Values:
    return tuple(sorted(count.items(), key=lambda item: (item[0] is None, -item[1], item[0] or "")))


def _with(values: Values, chosen: Sequence[str]) -> Values:
    """The values with those that were chosen, even where nothing counted has them."""
    present = {value for value, _ in values}
    return (*((value, 0) for value in chosen if value not in present), *values)
