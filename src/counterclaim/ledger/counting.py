"""How much is in a ledger: in all, and by the values of a field, for pages that offer what can be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.bulk import among
from counterclaim.ledger.drawers import newest_drawers
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.querying import LISTS, READ, Filter, conditions, fitting, is_indexed, is_searched, order_of
from counterclaim.ledger.tables import figures, versions
from counterclaim.review.judgement import UNREVIEWED

MOST = 1000  # figures counted for a choice: what a person filters is known from the newest of them
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


def last_number(connection: Connection) -> int:
    """The number of the newest figure: about how many there are, told at once."""
    return connection.scalar(select(func.max(figures.c.number))) or 0


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
    there = figures.c.latitude.is_not(None), figures.c.status != "rejected"
    return tuple(map(from_row, _newest(connection, READ, wanted, most, *there)))


def _count(connection: Connection, wanted: Filter, names: Sequence[str], most: int) -> tuple[dict[str, Values], int]:
    rows = _newest(connection, [figures.c[name] for name in names], wanted, most + 1)
    counts = (Counter(row[index] for row in rows[:most]) for index in range(len(names)))
    return {name: _ordered(count) for name, count in zip(names, counts, strict=True)}, len(rows)


def _newest(
    connection: Connection, columns: Sequence[ColumnElement[Any]], wanted: Filter, most: int, *also: ColumnElement[bool]
) -> list[Row[Any]]:  # fmt: skip
    """The newest rows that fit: of filters with an index some drawers at a time, so that few are found and sorted."""
    if is_searched(wanted) or not is_indexed(wanted):
        query = select(*columns).where(*conditions(connection, wanted), *also)
        return list(connection.execute(query.order_by(order_of(connection, wanted).desc()).limit(most)).all())
    rows: list[Row[Any]] = []
    for some in newest_drawers(connection):
        rows += _newest_of(connection, columns, wanted, some, most - len(rows), also)
        if len(rows) >= most:
            break
    return rows


def _newest_of(
    connection: Connection, columns: Sequence[ColumnElement[Any]], wanted: Filter, some: Sequence[int], most: int,
    also: Sequence[ColumnElement[bool]],
) -> list[Row[Any]]:  # fmt: skip
    """The newest rows of some drawers that fit: their numbers by an index, then those that are wanted."""
    number, indexed = figures.c.number, _by_index(wanted)
    there = select(number).where(figures.c.drawer.in_(some)).order_by((number + 0).desc())
    # SQLite would read the row of every line of the index; PostgreSQL would take longer if it were asked twice.
    if indexed == wanted or connection.dialect.name == "postgresql":
        theirs = there.where(*fitting(connection, wanted), *also).limit(most)
        return list(connection.execute(select(*columns).where(number.in_(theirs)).order_by(number.desc())).all())
    there = there.where(*fitting(connection, indexed))
    rows: list[Row[Any]] = []
    start, together = 0, 2 * most
    while numbers := connection.scalars(there.offset(start).limit(together)).all():
        query = select(*columns).where(among(connection, number, numbers), *fitting(connection, wanted), *also)
        rows += connection.execute(query.order_by(number.desc()).limit(most - len(rows))).all()
        if len(rows) >= most or len(numbers) < together:
            break
        start, together = start + together, 4 * together
    return rows


def _by_index(wanted: Filter) -> Filter:
    """The filter without what nearly all fulfil, and what no index of drawers has: it is asked of the rows found."""
    return replace(
        wanted, copies=True, kind=() if CLAIM in wanted.kind else wanted.kind,
        status=() if UNREVIEWED in wanted.status else wanted.status,
    )  # fmt: skip


def _ordered(count: Counter[str | None]) -> Values:
    return tuple(sorted(count.items(), key=lambda item: (item[0] is None, -item[1], item[0] or "")))


def _with(values: Values, chosen: Sequence[str]) -> Values:
    """The values with those that were chosen, even where nothing counted has them."""
    present = {value for value, _ in values}
    return (*((value, 0) for value in chosen if value not in present), *values)
