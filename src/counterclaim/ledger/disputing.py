"""The claims that can dispute one: those of its article, and those of the same event and days."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, select

from counterclaim.figures import Figure
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.querying import READ, SPECIAL, readings_of
from counterclaim.ledger.tables import figures

REJECTED = "rejected"


def find_near(connection: Connection, figure: Figure, *, most: int) -> tuple[Figure, ...]:
    """The figures of the same article, and the newest of the same event, category and last day; no rejected ones."""
    own = select(*READ).where(figures.c.extraction.in_(readings_of([figure.article])), figures.c.status != REJECTED)
    found = [own.order_by(figures.c.number).limit(most)]
    if figure.event:
        others = select(*READ).where(*_of_its_days(connection, figure), figures.c.status != REJECTED)
        found.append(others.order_by((figures.c.number + 0).desc()).limit(most))
    rows = (from_row(row) for query in found for row in connection.execute(query).all())
    return tuple({one.claim: one for one in rows}.values())


def _of_its_days(connection: Connection, figure: Figure) -> Iterator[ColumnElement[bool]]:
    """Of the same event and category, by the index of days: few figures are of one day, and many of one event."""
    yield in_every_drawer(connection)
    yield figures.c.newest.is_(True)
    if figure.end:
        yield figures.c.end == figure.end
        yield figures.c.event + "" == figure.event
    else:
        yield figures.c.event == figure.event
    if figure.category:
        yield SPECIAL["category"](connection, [figure.category])
