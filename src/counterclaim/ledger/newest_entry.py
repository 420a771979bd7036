"""The number of a ledger's newest entry, asked for with every page: while it stays, nothing in the ledger changes."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

NEWEST = "SELECT max(seq) FROM entries"
NEWEST_CHANGE = (
    "SELECT seq FROM entries WHERE NOT EXISTS (SELECT 1 FROM judgements WHERE judgements.entry = entries.seq AND "
    "(verdict IN ('accept', 'reject', 'unsure') OR round IS NOT NULL)) ORDER BY seq DESC LIMIT 1"
)


def newest_entry(engine: Engine) -> int:
    """The number of the newest entry, 0 in an empty ledger."""
    return _ask(engine, NEWEST)


def newest_change(engine: Engine) -> int:
    """The number of the newest entry that is no mere verdict: what figures say is the same while this is."""
    return _ask(engine, NEWEST_CHANGE)


def _ask(engine: Engine, question: str) -> int:
    """The number that answers a question; the driver is asked without a transaction's ceremony."""
    try:
        with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(question)
            row = cursor.fetchone()
    except engine.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(question, None, error) from error
    return int(row[0] or 0) if row else 0
