"""Who claims in a ledger: every name with how many claims stand under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from counterclaim.ledger.bulk import among
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.tables import figures

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name under which claims stand: how many, and of which days they were published first and last."""

    claimant: str
    claims: int
    first: str | None
    last: str | None


def find_named(connection: Connection, words: str | None = None, *, most: int = MOST) -> tuple[Named, ...]:
    """The names with most claims, those that have the words in them; replaced versions are not counted."""
    name, published = figures.c.claimant, figures.c.published
    counted = select(
        name, func.count().label("claims"), func.min(published).label("first"), func.max(published).label("last")
    )
    if words:
        counted = counted.where(func.lower(name).contains(words.lower(), autoescape=True))
    # Drawer by drawer, as the index has them, and then the few that each drawer gives: nothing large is sorted.
    each = counted.where(figures.c.newest.is_(True)).group_by(figures.c.drawer, name).subquery().c
    claims = func.sum(each.claims).label("claims")
    named = select(each.claimant, claims, func.min(each.first).label("first"), func.max(each.last).label("last"))
    ordered = named.group_by(each.claimant).order_by(claims.desc(), each.claimant).limit(most)
    return tuple(Named(**{**row._mapping, "claims": int(row.claims)}) for row in connection.execute(ordered))


def find_persons(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of some names that are a speaker's own, who speaks for no body."""
    theirs = in_every_drawer(connection), among(connection, figures.c.claimant, names)
    own = *theirs, figures.c.speaker == figures.c.claimant
    return frozenset(connection.scalars(select(figures.c.claimant).where(*own).distinct()))
