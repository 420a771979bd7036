"""The tables of who works on a ledger: accounts, sessions, tries to log in, the audit."""

from __future__ import annotations

from sqlalchemy import Connection

from counterclaim.ledger.people_tables import people


def change(connection: Connection) -> None:
    """Make them, empty."""
    people.create_all(connection)
