"""The indexes of the figures in drawers."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from counterclaim.ledger.current import rebuild
from counterclaim.ledger.tables import drawers


def change(connection: Connection) -> None:
    """Make all that is derived anew, where the first step has not made it so already."""
    if not inspect(connection).has_table(drawers.name):
        rebuild(connection)
