"""The figures of the latest days among what fits: for a picture that cannot hold all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.bulk import among
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.querying import READ, Filter, fitting, is_searched
from counterclaim.ledger.tables import figures

REJECTED = "rejected"
SPARE = 50  # fetched more than are wanted, for those that turn out to be none


def find_latest(connection: Connection, wanted: Filter, *, most: int) -> tuple[tuple[Figure, ...], bool]:
    """The claims of the latest days that fit and were not rejected, latest first; whether there are others.

    Those without a day come last. An index has all that a measure is chosen by, and the days: figures are put in order
    by it alone, and only what is wanted is fetched.
    """
    found: list[Figure] = []
    for figure in _in_order(connection, wanted, most + SPARE):
        if len(found) == most:
            return tuple(found), True
        found.append(figure)
    return tuple(found), False


def _in_order(connection: Connection, wanted: Filter, together: int) -> Iterator[Figure]:
    """The claims that fit, the latest days first, some of them fetched at a time."""
    end, number = figures.c.end, figures.c.number
    drawers = () if is_searched(wanted) else (in_every_drawer(connection),)
    indexed = fitting(connection, replace(wanted, kind=(), status=(), copies=True))
    # Joined with nothing, so that no index of days is walked along, which would look at figures of all kinds.
    latest = (end + "").desc().nulls_last(), (number + 0).desc()
    places = select(number).where(*drawers, *indexed).order_by(*latest).limit(together)
    start = 0
    while numbers := connection.scalars(places.offset(start)).all():
        rows = select(number, *READ).where(among(connection, number, numbers), *fitting(connection, wanted))
        rows = rows.where(figures.c.kind == CLAIM, figures.c.status != REJECTED)
        there = {row.number: from_row(row[1:]) for row in connection.execute(rows).all()}
        yield from (there[place] for place in numbers if place in there)
        start += together
