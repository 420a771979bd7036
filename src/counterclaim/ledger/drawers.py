"""Drawers: the indexes of the figures in parts, so that adding to a large ledger writes to the last of them only.

An index in the order of its values takes what is new all over itself: each new figure writes a page of its own. Ours
begin with the drawer, which a figure's number tells, so that what is new goes into the last drawer of each. A question
is asked of every drawer in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, any_, func, select, true

from counterclaim.ledger.bulk import among
from counterclaim.ledger.tables import drawers, figures

SIZE = 1 << 15  # figures in a drawer


def drawer_of(number: int) -> int:
    """The drawer that the figure with this number stands in."""
    return number // SIZE


def open_drawers(connection: Connection, first: int, last: int) -> None:
    """Take down the drawers of figures with these numbers, if they are new."""
    wanted = range(drawer_of(first), drawer_of(last) + 1)
    there = set(connection.scalars(select(drawers.c.number).where(among(connection, drawers.c.number, wanted))))
    for number in wanted:
        if number not in there:
            connection.execute(drawers.insert().values(number=number))


def in_every_drawer(connection: Connection) -> ColumnElement[bool]:
    """The condition that lets an index be asked that begins with the drawer; every figure fulfils it."""
    every = select(drawers.c.number)
    if connection.dialect.name == "postgresql":
        return figures.c.drawer == any_(func.array(every.scalar_subquery()))
    return figures.c.drawer.in_(every)


def newest_drawers(connection: Connection) -> Iterator[tuple[int, ...]]:
    """The numbers of the drawers, the newest first, ever more at a time."""
    numbers = connection.scalars(select(drawers.c.number).order_by(drawers.c.number.desc())).all()
    start, size = 0, 1
    while start < len(numbers):
        yield tuple(numbers[start : start + size])
        start, size = start + size, 3 * size


def first_of_each(connection: Connection, own: Select[Any]) -> FromClause:
    """What the first figures are, value and number, found by asking each drawer for its own first ones.

    `own` asks the drawer at hand, in order and with a limit, for the value it is ordered by and for the number.
    """
    if connection.dialect.name == "postgresql":
        found = own.lateral()
        return select(found).join_from(drawers, found, true()).subquery()
    first = figures.alias()
    value, number = (first.c[column.name] for column in own.selected_columns)
    theirs = own.with_only_columns(figures.c.number).correlate(drawers)
    return select(value, number).join_from(drawers, first, first.c.number.in_(theirs)).subquery()
