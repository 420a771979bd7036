"""The steps that bring a ledger's tables from one version to the next, in order; a step is never changed later."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from counterclaim.ledger.migrations import (
    m0001_first,
    m0002_people,
    m0003_sightings,
    m0004_drawers,
    m0005_blocks,
    m0006_indexes,
    m0007_persons,
    m0008_names,
)

MIGRATIONS: tuple[tuple[int, Callable[[Connection], None]], ...] = (
    (1, m0001_first.change),
    (2, m0002_people.change),
    (3, m0003_sightings.change),
    (4, m0004_drawers.change),
    (5, m0005_blocks.change),
    (6, m0006_indexes.change),
    (7, m0007_persons.change),
    (8, m0008_names.change),
)
NEWEST = MIGRATIONS[-1][0]
