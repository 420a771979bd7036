"""Names of claimants without the capital that the beginning of a sentence gave them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from counterclaim.ledger.current import rebuild
from counterclaim.ledger.tables import figures


def change(connection: Connection) -> None:
    """Make all that is derived anew, where there is any."""
    if connection.scalar(select(figures.c.number).limit(1)) is not None:
        rebuild(connection)
