"""Many rows into a table at once, by the quickest way that each database has."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    TableValuedAlias,
    any_,
    bindparam,
    column,
    func,
    select,
)

Row = tuple[Any, ...]
VALUES = 30_000  # values in one statement: SQLite takes 32,766


def insert_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(one.name) for one in table.columns)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {table.name} ({columns}) FROM STDIN", rows)
    else:
        # Many rows in one statement: the driver lets other threads work meanwhile, not only for a moment in each row.
        together, marks = VALUES // len(table.columns), f"({', '.join('?' * len(table.columns))})"
        for some in (rows[at : at + together] for at in range(0, len(rows), together)):
            every = ", ".join([marks] * len(some))
            values = tuple(chain.from_iterable(some))
            connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES {every}", values)


def among(connection: Connection, where: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """The condition that a column has one of many values, sent as one value whatever their number."""
    if connection.dialect.name == "postgresql":
        return where == any_(_array(values, where.type))
    return where.in_(select(each(connection, values, where.type).c.value))


def each(connection: Connection, values: Iterable[Any], kind: Any) -> TableValuedAlias:
    """Many values as a table of the one column `value`, sent as one value whatever their number."""
    if connection.dialect.name == "postgresql":
        return func.unnest(_array(values, kind)).table_valued(column("value", kind)).render_derived()
    return func.json_each(json.dumps(list(values))).table_valued(column("value", kind))


def _array(values: Iterable[Any], kind: Any) -> BindParameter[Any]:
    return bindparam(None, list(values), type_=ARRAY(kind))


@contextmanager
def without_collecting() -> Iterator[None]:
    """Within this block Python looks for no circles of objects: a batch makes many objects, none of them in a circle.

    Looking would cost a tenth of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _copy(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
