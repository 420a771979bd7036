"""What can be compared in a ledger: measures, how many claims each has, and how many claimants."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from counterclaim.figures import CLAIM
from counterclaim.ledger.querying import NOTHING, Filter, conditions, of_kind
from counterclaim.ledger.search import number_of
from counterclaim.ledger.tables import figures

COUNTED = 20_000  # claims: what can be compared is known from the newest of them
MOST = 200
PARTS = ("event", "category", "side", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measure: what happened to what of whose, in which unit; its claims and how many claim it."""

    event: str
    category: str
    side: str | None
    unit: str | None
    claims: int
    claimants: int


def find_measures(connection: Connection, wanted: Filter = NOTHING, *, most: int = MOST) -> tuple[Measured, ...]:
    """The measures of the newest figures that fit: those with most claimants first, then with most claims."""
    fitting = (
        *conditions(connection, wanted), of_kind(connection, [CLAIM]), figures.c.event.is_not(None),
        figures.c.category.is_not(None), or_(figures.c.low.is_not(None), figures.c.high.is_not(None)),
    )  # fmt: skip
    newest = (
        select(*(figures.c[name] for name in PARTS), figures.c.claimant)
        .where(*fitting)
        .order_by(number_of(wanted.text, connection.dialect.name).desc())
        .limit(COUNTED)
        .subquery()
    )
    parts = [newest.c[name] for name in PARTS]
    claimants = func.count(newest.c.claimant.distinct())
    query = select(*parts, func.count().label("claims"), claimants.label("claimants")).group_by(*parts)
    rows = connection.execute(query).all()
    found = (Measured(**row._mapping) for row in rows)
    return tuple(sorted(found, key=_order)[:most])


def _order(measured: Measured) -> tuple[int, int, str, str, str, str]:
    parts = (measured.event, measured.category, measured.side or "", measured.unit or "")
    return (-measured.claimants, -measured.claims, *parts)
