"""The steps that bring a ledger's tables from one version to the next, in order; a step is never changed later."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from counterclaim.ledger.migrations import m0001_first, m0002_people

MIGRATIONS: tuple[tuple[int, Callable[[Connection], None]], ...] = (
    (1, m0001_first.change),
    (2, m0002_people.change),
)
NEWEST = MIGRATIONS[-1][0]
