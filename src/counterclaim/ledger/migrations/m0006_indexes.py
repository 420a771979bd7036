"""Indexes that hold what pages are sorted by beside what they are filtered by, too."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from counterclaim.ledger.tables import figures


def change(connection: Connection) -> None:
    """Make those indexes of the figures anew that hold other columns than they should."""
    there = {index["name"]: index["column_names"] for index in inspect(connection).get_indexes(figures.name)}
    for index in sorted(figures.indexes, key=lambda one: str(one.name)):
        if list(index.columns.keys()) != there.get(index.name):
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index.name}")
            index.create(connection)
