"""Asking a ledger: which figures fit a filter, in which order, a page at a time."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, null, or_, select, tuple_

from counterclaim.figures import Figure
from counterclaim.ledger import search
from counterclaim.ledger.bulk import among
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.tables import extractions, figures, versions

Sort = Literal["added", "published", "end", "claimant", "low"]
SORTS: tuple[Sort, ...] = ("added", "published", "end", "claimant", "low")
LONGEST_PAGE = 1000
Mark = tuple[Any, int]
TOGETHER = 500  # figures fetched at a time where all are wanted
_READ: Sequence[Column[Any]] = [figures.c[name] for name in COLUMNS]


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
NARROW = ("claimant", "outlet", "country", "claim", "article", "key", "same")  # fields that few figures share
LISTS = tuple(name for name, field in Filter.__dataclass_fields__.items() if field.type == "Sequence[str]")


@dataclass(frozen=True, slots=True)
class Page:
    """Some figures, and the mark to ask for the next ones with; None where these were the last."""

    figures: tuple[Figure, ...]
    next: str | None


def find_page(
    connection: Connection,
    wanted: Filter = NOTHING,
    *,
    sort: Sort = "added",
    descending: bool = True,
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """The figures that fit, from the mark `after` on; those without a value to sort by come last.

    Raises MisuseError for a mark that is none, a day that is none, an order that is none.
    """
    if sort not in SORTS or not 1 <= limit <= LONGEST_PAGE:
        raise MisuseError(
            f"sort {sort!r}, limit {limit}: expected one of {', '.join(SORTS)}, and 1 to {LONGEST_PAGE} figures"
        )
    places: list[Any] = []
    mark = _read_mark(after) if after else None
    dialect = connection.dialect.name
    number = order_of(wanted, dialect)
    for phase in _phases(sort, number, mark, descending=descending):
        query = phase.where(*conditions(wanted, dialect)).limit(limit + 1 - len(places))
        places += connection.execute(query).all()
        if len(places) > limit:
            break
    more = len(places) > limit
    places = places[:limit]
    return Page(_fetch(connection, [place.number for place in places]), _mark(*places[-1]) if more else None)


def _fetch(connection: Connection, numbers: Sequence[int]) -> tuple[Figure, ...]:
    """The figures with these numbers, in this order."""
    rows = connection.execute(select(figures.c.number, *_READ).where(among(connection, figures.c.number, numbers)))
    found = {row.number: from_row(row[1:]) for row in rows}
    return tuple(found[number] for number in numbers)


def find_all(connection: Connection, wanted: Filter = NOTHING) -> Iterator[Figure]:
    """All figures that fit, in the order in which they were added, a few in memory at a time."""
    dialect = connection.dialect.name
    query = select(*_READ).where(*conditions(wanted, dialect)).order_by(order_of(wanted, dialect))
    for row in connection.execute(query, execution_options={"yield_per": TOGETHER}):
        yield from_row(row)


def order_of(wanted: Filter, dialect: str) -> ColumnElement[Any]:
    """The figures' number to sort by: as a sum where few figures fit, so that no database walks along all of them.

    Both would, to save themselves the sorting, and find the last of few only at the end.
    """
    if wanted.text is not None and search.phrases(wanted.text):
        return search.number_of(wanted.text, dialect)
    is_narrow = any(getattr(wanted, name) for name in NARROW) or bool(wanted.event and wanted.category)
    return figures.c.number + 0 if is_narrow else figures.c.number


def conditions(wanted: Filter, dialect: str) -> Iterator[ColumnElement[bool]]:
    """What a figure's row must fulfil."""
    for name in LISTS:
        values = getattr(wanted, name)
        if values and name in SPECIAL:
            yield SPECIAL[name](values)
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
        found = search.matches(wanted.text, dialect)
        yield false() if found is None else found


def _of_category(values: Sequence[str]) -> ColumnElement[bool]:
    """Of a category first or also: "three women journalists" are both."""
    also = (("\n" + figures.c.also + "\n").contains(f"\n{value}\n") for value in values)
    return or_(figures.c.category.in_(values), *also)


def _of_group(values: Sequence[str]) -> ColumnElement[bool]:
    """Of a group of claims that say the same, the first one, which names it, among them."""
    return or_(figures.c.same.in_(values), figures.c.claim.in_(values))


def _of_article(values: Sequence[str]) -> ColumnElement[bool]:
    return figures.c.extraction.in_(readings_of(values))


def readings_of(articles: Sequence[str] | Select[Any]) -> Select[Any]:
    """The numbers of the extractions of some versions of articles."""
    return select(extractions.c.entry).where(extractions.c.version.in_(articles))


def _of_key(values: Sequence[str]) -> ColumnElement[bool]:
    return figures.c.extraction.in_(readings_of(select(versions.c.id).where(versions.c.key.in_(values))))


SPECIAL: Mapping[str, Callable[[Sequence[str]], ColumnElement[bool]]] = {
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


def _phases(sort: Sort, number: ColumnElement[Any], mark: Mark | None, *, descending: bool) -> Iterator[Select[Any]]:
    """Queries that give all figures in order one after the other: those with a value to sort by, then the others.

    Each can walk along an index from the mark on, which one query over both could not.
    """
    if sort == "added":
        yield _walk((number,), mark and mark[1:], null(), descending=descending)
        return
    column = figures.c[sort]
    if mark is None or mark[0] is not None:
        yield _walk((column, number), mark, column, descending=descending).where(column.is_not(None))
    alone = mark[1:] if mark and mark[0] is None else None
    yield _walk((number,), alone, null(), descending=descending).where(column.is_(None))


def _walk(
    columns: Sequence[ColumnElement[Any]], mark: Sequence[Any] | None, value: ColumnElement[Any], *, descending: bool
) -> Select[Any]:
    """The figures in the order of these columns from a mark on: the value and the number, which make a mark."""
    query = select(value.label("sorted_by"), figures.c.number)
    if mark:
        place, last = tuple_(*columns), tuple_(*mark)
        query = query.where(place < last if descending else place > last)
    return query.order_by(*(column.desc() if descending else column.asc() for column in columns))


def _mark(value: Any, number: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, number]).encode()).decode()


def _read_mark(mark: str) -> Mark:
    try:
        value, number = json.loads(base64.urlsafe_b64decode(mark))
        return value, int(number)
    except (ValueError, TypeError) as error:
        raise MisuseError(f"{mark}: no mark of a page; give the one that came with the page before") from error
