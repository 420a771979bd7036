"""Asking a ledger: which figures fit a filter, and all of them in order; a page at a time by `paging`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, literal_column, or_, select

from counterclaim.figures import CLAIM, STATEMENT, Figure
from counterclaim.ledger import search
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.judging import load_merged
from counterclaim.ledger.tables import extractions, figures, versions
from counterclaim.review.judgement import UNREVIEWED

TOGETHER = 500  # figures fetched at a time where all are wanted
READ: Sequence[Column[Any]] = [figures.c[name] for name in COLUMNS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which figures are wanted; an empty value wants all, several values of one field any of them.

    Days are ISO. `since` and `until` are about the days that a figure covers, and leave out what has none;
    `published_since` and `published_until` about the article. `text` wants all its words, and words between quotation
    marks in that order. Versions of an article that were replaced, and copies, are left out unless asked for.
    """

    event: Sequence[str] = ()
    category: Sequence[str] = ()
    side: Sequence[str] = ()
    actor: Sequence[str] = ()
    claimant: Sequence[str] = ()
    claimant_side: Sequence[str] = ()
    speaker: Sequence[str] = ()
    act: Sequence[str] = ()
    outlet: Sequence[str] = ()
    place: Sequence[str] = ()
    country: Sequence[str] = ()
    scope: Sequence[str] = ()
    modality: Sequence[str] = ()
    basis: Sequence[str] = ()
    form: Sequence[str] = ()
    unit: Sequence[str] = ()
    status: Sequence[str] = ()
    kind: Sequence[str] = ()
    relation: Sequence[str] = ()
    claim: Sequence[str] = ()
    article: Sequence[str] = ()
    key: Sequence[str] = ()
    same: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    text: str | None = None
    copies: bool = True
    replaced: bool = False


NOTHING = Filter()
INDEXED = ("claimant", "outlet", "country", "claim")  # fields that few figures share, with an index in drawers
NARROW = (*INDEXED, "article", "key", "same")
LISTS = tuple(name for name, field in Filter.__dataclass_fields__.items() if field.type == "Sequence[str]")


def find_all(connection: Connection, wanted: Filter = NOTHING) -> Iterator[Figure]:
    """All figures that fit, in the order in which they were added, a few in memory at a time."""
    query = select(*READ).where(*conditions(connection, wanted)).order_by(order_of(connection, wanted))
    for row in connection.execute(query, execution_options={"yield_per": TOGETHER}):
        yield from_row(row)


def order_of(connection: Connection, wanted: Filter) -> ColumnElement[Any]:
    """The figures' number to sort by: as a sum where few figures fit, so that no database walks along all of them.

    Both would, to save themselves the sorting, and find the last of few only at the end.
    """
    if is_searched(wanted):
        return search.number_of(wanted.text, connection.dialect.name)
    return figures.c.number + 0 if _has(wanted, NARROW) else figures.c.number


def is_searched(wanted: Filter) -> bool:
    """Whether figures are found by their words first."""
    return wanted.text is not None and bool(search.phrases(wanted.text))


def is_indexed(wanted: Filter) -> bool:
    """Whether an index has a field that is chosen, so that a drawer is looked through without reading its figures."""
    return any(getattr(wanted, name) for name in (*INDEXED, "event", "category", "side"))


def _has(wanted: Filter, names: Sequence[str]) -> bool:
    """Whether so few figures fit, by one of these fields or by event and category, that they are sorted when found."""
    return any(getattr(wanted, name) for name in names) or bool(wanted.event and wanted.category)


def conditions(connection: Connection, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What a figure's row must fulfil; the indexes are offered to a filter that few fit."""
    if _has(wanted, INDEXED) and not is_searched(wanted):
        yield in_every_drawer(connection)
    yield from fitting(connection, wanted)


def fitting(connection: Connection, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What a figure's row must fulfil, whichever drawer is asked."""
    for name in LISTS:
        values = getattr(wanted, name)
        if values and name in SPECIAL:
            yield SPECIAL[name](connection, values)
        elif values:
            yield figures.c[name].in_(values)
    if not wanted.replaced:
        yield figures.c.newest.is_(True)
    if not wanted.copies:
        yield figures.c.origin.is_(None)
    if wanted.at_least is not None:
        yield figures.c.low >= wanted.at_least
    if wanted.at_most is not None:
        yield figures.c.high <= wanted.at_most
    yield from _days(wanted)
    if wanted.text is not None:
        found = search.matches(wanted.text, connection.dialect.name)
        yield false() if found is None else found


def _of_claimant(connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    """Of these names; one that was merged with another is asked for by the name that both have now."""
    merged = load_merged(connection)
    return figures.c.claimant.in_([merged.get(value, value) for value in values])


def _of_category(_connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    """Of a category first or also: "three women journalists" are both."""
    also = (("\n" + figures.c.also + "\n").contains(f"\n{value}\n") for value in values)
    return or_(figures.c.category.in_(values), *also)


def _of_group(connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    """Of a group of claims that say the same, the first one, which names it, among them."""
    first = and_(in_every_drawer(connection), figures.c.claim.in_(values))
    return or_(figures.c.same.in_(values), first)


def _of_article(_connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    return figures.c.extraction.in_(readings_of(values))


def readings_of(articles: Sequence[str] | Select[Any]) -> Select[Any]:
    """The numbers of the extractions of some versions of articles."""
    return select(extractions.c.entry).where(extractions.c.version.in_(articles))


def _of_key(_connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    return figures.c.extraction.in_(readings_of(select(versions.c.id).where(versions.c.key.in_(values))))


def of_kind(connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    """Of a kind that nearly all are of: SQLite would find them by their kind, and sort nearly all."""
    if connection.dialect.name == "sqlite":
        return literal_column("+figures.kind", figures.c.kind.type).in_(values)
    return figures.c.kind.in_(values)


def _of_status(_connection: Connection, values: Sequence[str]) -> ColumnElement[bool]:
    """Of a status; those that somebody judged are few, and found by the index, which begins with the kind."""
    judged = figures.c.status.in_(values)
    return judged if UNREVIEWED in values else and_(figures.c.kind.in_((CLAIM, STATEMENT)), judged)


SPECIAL: Mapping[str, Callable[[Connection, Sequence[str]], ColumnElement[bool]]] = {
    "kind": of_kind,
    "status": _of_status,
    "claimant": _of_claimant,
    "category": _of_category,
    "same": _of_group,
    "article": _of_article,
    "key": _of_key,
}


def _days(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    start, end, published = figures.c.start, figures.c.end, figures.c.published
    if wanted.since:
        yield end >= _day(wanted.since).isoformat()
    if wanted.until:
        until = _day(wanted.until).isoformat()
        yield or_(start <= until, and_(start.is_(None), end <= until))
    if wanted.published_since:
        yield published >= _day(wanted.published_since).isoformat()
    if wanted.published_until:
        yield published < (_day(wanted.published_until) + timedelta(days=1)).isoformat()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise MisuseError(f"{text}: no day; an ISO day expected, such as 2022-02-27") from error
