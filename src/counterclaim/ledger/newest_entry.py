"""The number of a ledger's newest entry, asked for with every page: while it stays, nothing in the ledger changes."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

ASKED = "SELECT max(seq) FROM entries"


def newest_entry(engine: Engine) -> int:
    """The number of the newest entry, 0 in an empty ledger; the driver is asked without a transaction's ceremony."""
    try:
        with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(ASKED)
            row = cursor.fetchone()
    except engine.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(ASKED, None, error) from error
    return int(row[0] or 0) if row else 0
