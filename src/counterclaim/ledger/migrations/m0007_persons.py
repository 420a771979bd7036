"""An index of those who speak for no body, who are looked for among claimants."""

from __future__ import annotations

from sqlalchemy import Connection

from counterclaim.ledger.tables import figures

NAME = "figures_by_person"


def change(connection: Connection) -> None:
    """Make the index, where no earlier step has made all of them."""
    [index] = (one for one in figures.indexes if one.name == NAME)
    index.create(connection, checkfirst=True)
