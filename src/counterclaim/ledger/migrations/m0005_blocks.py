"""The numbers of blocks with their day in the lowest bits; an index less."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, inspect, select, update

from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.grouping import block_of
from counterclaim.ledger.tables import figures

TOGETHER = 5000
OLD, NEW = "figures_by_block", "figures_near"
_RENUMBER = update(figures).where(figures.c.number == bindparam("at")).values(block=bindparam("to"))


def change(connection: Connection) -> None:
    """Number the blocks of all figures anew, where they have not been made so already."""
    connection.exec_driver_sql(
        "DROP INDEX IF EXISTS ix_extractions_version"
    )  # that of version and made_by serves as well
    if NEW in {index["name"] for index in inspect(connection).get_indexes(figures.name)}:
        return
    connection.exec_driver_sql(f"DROP INDEX IF EXISTS {OLD}")
    last = 0
    while numbers := _renumber(connection, last):
        last = numbers[-1]
    next(index for index in figures.indexes if index.name == NEW).create(connection)


def _renumber(connection: Connection, after: int) -> list[int]:
    """Number the blocks of the figures that come next; their numbers."""
    wanted = select(figures.c.number, *(figures.c[name] for name in COLUMNS)).where(figures.c.number > after)
    rows = connection.execute(wanted.order_by(figures.c.number).limit(TOGETHER)).all()
    if rows:
        connection.execute(_RENUMBER, [{"at": row.number, "to": block_of(from_row(row[1:]))} for row in rows])
    return [row.number for row in rows]
