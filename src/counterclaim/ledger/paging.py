"""A page of the figures that fit a filter, in an order, from a mark on: however large the ledger is."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Integer, Select, null, select, tuple_

from counterclaim.figures import Figure
from counterclaim.ledger.bulk import among
from counterclaim.ledger.drawers import first_of_each, in_every_drawer, newest_drawers
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.querying import NARROW, NOTHING, READ, Filter, conditions, fitting, is_searched, order_of
from counterclaim.ledger.tables import drawers, figures

Sort = Literal["added", "published", "end", "claimant", "low"]
SORTS: tuple[Sort, ...] = ("added", "published", "end", "claimant", "low")
LONGEST = 1000  # figures of a page
Mark = tuple[Any, int]


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
    if sort not in SORTS or not 1 <= limit <= LONGEST:
        raise MisuseError(
            f"sort {sort!r}, limit {limit}: expected one of {', '.join(SORTS)}, and 1 to {LONGEST} figures"
        )
    asked = _Asked(connection, wanted, sort, descending)
    places: list[Any] = []
    for phase in asked.phases(_read_mark(after) if after else None):
        places += connection.execute(asked.walk(phase, limit + 1 - len(places))).all()
        if len(places) > limit:
            break
    more = len(places) > limit
    places = places[:limit]
    return Page(_fetch(connection, [place.number for place in places]), _mark(*places[-1]) if more else None)


def _fetch(connection: Connection, numbers: Sequence[int]) -> tuple[Figure, ...]:
    """The figures with these numbers, in this order."""
    rows = connection.execute(select(figures.c.number, *READ).where(among(connection, figures.c.number, numbers)))
    found = {row.number: from_row(row[1:]) for row in rows.all()}
    return tuple(found[number] for number in numbers)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for, and in which order."""

    connection: Connection
    wanted: Filter
    sort: Sort
    descending: bool

    def phases(self, mark: Mark | None) -> Iterator[tuple[ColumnElement[bool], ...]]:
        """Conditions that give all figures in order one after the other: with a value to sort by, then the others.

        Each can walk along an index from the mark on, which one question for both could not.
        """
        number = order_of(self.connection, self.wanted)
        if self.sort == "added":
            beyond = self._beyond((number,), mark and mark[1:])
            yield from ((*drawers_, *beyond) for drawers_ in self._drawers())
            return
        column = figures.c[self.sort]
        if mark is None or mark[0] is not None:
            yield column.is_not(None), *self._beyond((column, figures.c.number), mark)
        yield column.is_(None), *self._beyond((figures.c.number,), mark[1:] if mark and mark[0] is None else None)

    def _drawers(self) -> Iterator[tuple[ColumnElement[bool], ...]]:
        """The newest drawers first where an index in drawers finds what fits: few figures are then found and sorted."""
        if not self._is_found_by_drawers:
            yield ()
            return
        yield from ((figures.c.drawer.in_(some),) for some in newest_drawers(self.connection))

    @property
    def _is_found_by_drawers(self) -> bool:
        wanted = self.wanted
        indexed = wanted.claimant or wanted.outlet or wanted.country or (wanted.event and wanted.category)
        return bool(indexed) and self.descending and not is_searched(wanted)

    def walk(self, phase: Sequence[ColumnElement[bool]], limit: int) -> Select[Any]:
        """The value and the number of the first figures of a phase, which make a mark."""
        if self.sort == "added":
            number = order_of(self.connection, self.wanted)
            narrowed = fitting if self._is_found_by_drawers else conditions
            query = select(null().label("value"), figures.c.number).where(*narrowed(self.connection, self.wanted))
            return query.where(*phase).order_by(self._ordered(number)).limit(limit)
        column = figures.c[self.sort]
        own = select(column, figures.c.number).where(*fitting(self.connection, self.wanted), *phase)
        own = own.order_by(self._ordered(column), self._ordered(figures.c.number)).limit(limit)
        if is_searched(self.wanted):
            return own
        if any(getattr(self.wanted, name) for name in NARROW):
            # Few fit, and another index finds them: the one of what they are sorted by would be walked to its end.
            return (
                own.where(in_every_drawer(self.connection))
                .order_by(None)
                .order_by(self._ordered(_no_index(column)), self._ordered(figures.c.number + 0))
            )
        first = first_of_each(self.connection, own.where(figures.c.drawer == drawers.c.number))
        return select(first).order_by(*map(self._ordered, first.c)).limit(limit)

    def _beyond(
        self, columns: Sequence[ColumnElement[Any]], mark: Sequence[Any] | None
    ) -> tuple[ColumnElement[bool], ...]:
        if not mark:
            return ()
        place, last = tuple_(*columns), tuple_(*mark)
        return (place < last if self.descending else place > last,)

    def _ordered(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return column.desc() if self.descending else column.asc()


def _no_index(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column's value as nothing that an index is in the order of."""
    return column + 0 if isinstance(column.type, Integer) else column + ""


def _mark(value: Any, number: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, number]).encode()).decode()


def _read_mark(mark: str) -> Mark:
    try:
        value, number = json.loads(base64.urlsafe_b64decode(mark))
        return value, int(number)
    except (ValueError, TypeError) as error:
        raise MisuseError(f"{mark}: no mark of a page; give the one that came with the page before") from error
