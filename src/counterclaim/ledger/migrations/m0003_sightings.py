"""The table of known texts that were read again with something new to them."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from counterclaim.ledger.migrations.m0001_first import refuse_changes
from counterclaim.ledger.tables import sightings


def change(connection: Connection) -> None:
    """Make it, empty, where the first step has not made it already."""
    if not inspect(connection).has_table(sightings.name):
        sightings.create(connection)
        refuse_changes(connection, sightings.name)
