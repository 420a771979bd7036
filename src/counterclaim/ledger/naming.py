"""Who claims in a ledger: every name with how many claims stand under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from counterclaim.ledger.bulk import among
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.tables import figures

MOST = 200
NAME = figures.c.claimant


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name under which claims stand: how many, and of which days they were published first and last."""

    claimant: str
    claims: int
    first: str | None
    last: str | None


def find_named(connection: Connection, words: str | None = None, *, most: int = MOST) -> tuple[Named, ...]:
    """The names with most claims, those that have the words in them; replaced versions are not counted."""
    counted = select(NAME, func.count().label("claims")).where(figures.c.newest.is_(True))
    if words:
        counted = counted.where(func.lower(NAME).contains(words.lower(), autoescape=True))
    # Drawer by drawer, as the index has them, and then what the drawers gave: the figures themselves are never sorted.
    each = counted.group_by(figures.c.drawer, NAME).subquery().c
    claims = func.sum(each.claims).label("claims")
    ordered = select(each.claimant, claims).group_by(each.claimant).order_by(claims.desc(), each.claimant).limit(most)
    found = {row.claimant: int(row.claims) for row in connection.execute(ordered)}
    days = _days(connection, found)
    return tuple(Named(claimant=name, claims=count, first=days[name][0], last=days[name][1])
                 for name, count in found.items())  # fmt: skip


def _days(connection: Connection, names: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Of which days the claims under each name were published first and last."""
    published = figures.c.published
    theirs = in_every_drawer(connection), among(connection, NAME, names), figures.c.newest.is_(True)
    days = select(NAME, func.min(published), func.max(published)).where(*theirs).group_by(NAME)
    return {name: (first, last) for name, first, last in connection.execute(days)}


def find_persons(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of some names that are a speaker's own, who speaks for no body."""
    theirs = in_every_drawer(connection), among(connection, figures.c.claimant, names)
    own = *theirs, figures.c.speaker == figures.c.claimant
    return frozenset(connection.scalars(select(figures.c.claimant).where(*own).distinct()))
