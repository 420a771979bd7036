"""What goes wrong with a ledger, in one line that says where, what was found, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError

# What the two databases say, and what it means to who asked.
MEANINGS = (
    ("database is locked", "another program is writing to it; try again when it has finished"),
    ("database table is locked", "another program is writing to it; try again when it has finished"),
    ("lock timeout", "another program is writing to it; try again when it has finished"),
    (
        "file is not a database",
        "the file is no SQLite database; give the path of a ledger, or of a file yet to be made",
    ),
    ("malformed", "the file is damaged; restore it from a copy, or start a new ledger from the articles"),
    ("disk i/o error", "the disk could not be read or written; check it, then try again"),
    ("database or disk is full", "no room is left; free some and add the same again: nothing is kept by half or twice"),
    ("no space left", "no room is left; free some and add the same again: nothing is kept by half or twice"),
    ("readonly", "it may not be written to; change its rights, or give another place"),
    ("unable to open database file", "it cannot be opened; check that the folder exists and may be written to"),
    ("append-only", "what a ledger keeps is never changed; nothing was done"),
    ("password authentication failed", "the user or the password is wrong; check the address"),
    ("resolve host", "no such server; check the address"),
    ("does not exist", "something named there does not exist; check the address and the database"),
    ("connection", "no connection to the server; check the address, and that the server runs"),
)


class LedgerError(Exception):
    """A ledger cannot be opened, read or written; the ledger is as it was before."""


class MisuseError(LedgerError):
    """What was asked cannot be: an unknown field, a day that is none, an address that can be no ledger's."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Within this block, what a database reports becomes a LedgerError in one line."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{where}: {meaning(str(error.orig))}") from error
    except NoSuchModuleError as error:
        raise MisuseError(f"{where}: no ledger can be there; give a path or postgresql://...") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"{where}: {_one_line(str(error))}") from error


def meaning(message: str) -> str:
    """What a database's message means for who keeps the ledger; the message itself where that is not known."""
    lowered = message.lower()
    found = next((text for words, text in MEANINGS if words in lowered), None)
    return f"{found} ({_one_line(message)})" if found else _one_line(message)


def _one_line(message: str) -> str:
    return " ".join(message.split())[:300]
