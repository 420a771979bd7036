"""A ledger's place - a path or the address of a PostgreSQL database - opened, made or brought up to date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, OperationalError

from counterclaim.ledger.errors import LedgerError, MisuseError, told
from counterclaim.ledger.migrations import MIGRATIONS, NEWEST
from counterclaim.ledger.tables import migrations

POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
WRITERS = 0x434C414D  # the advisory lock that who writes to a ledger in PostgreSQL holds
PASSWORD = re.compile(r":[^:@/]+@")
CONNECTIONS = 8  # kept open: each has its own cache of the file, which a new one would begin to fill anew
WAIT = 30.0  # seconds for another writer to finish
ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # with the log, a power cut may cost the last commits, and never the file
    "PRAGMA wal_autocheckpoint = 65536",  # pages, 256 MB: what several commits write is carried over once
    "PRAGMA cache_size = -98304",  # KB
    "PRAGMA secure_delete = OFF",  # some builds would write zeros over each page that the full text gives up
    "PRAGMA temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ledger is: the address for the database, and its name for messages, without a password."""

    url: URL
    name: str

    @property
    def file(self) -> Path | None:
        """The file of an SQLite ledger."""
        return Path(str(self.url.database)) if self.url.get_backend_name() == "sqlite" else None


def find_place(where: str | Path) -> Place:
    """The place that a path or an address names; LedgerError where it can be neither."""
    words = str(where)
    if "://" not in words:
        return Place(URL.create("sqlite", database=words), words)
    try:
        url = make_url(words)
    except (ArgumentError, ValueError) as error:
        raise MisuseError(f"{hidden(words)}: no address; give a path or postgresql://USER@HOST/DATABASE") from error
    if url.drivername not in POSTGRESQL:
        raise MisuseError(f"{hidden(words)}: no ledger can be at {url.drivername}://; give a path or postgresql://...")
    return Place(url.set(drivername="postgresql+psycopg"), url.render_as_string(hide_password=True))


def hidden(address: str) -> str:
    """An address without its password, for messages.

    >>> hidden("mysql://ann:secret@host/name")
    'mysql://ann:***@host/name'
    """
    return PASSWORD.sub(":***@", address)


def open_engine(
    place: Place, *, create: bool = True, wait: float = WAIT, tell: Callable[[str], None] | None = None
) -> Engine:
    """An engine for the ledger at a place, made on first use where `create` allows, its tables up to date.

    Each step that an older ledger is brought up to date by, which may take minutes, is told to `tell` before it begins.
    Raises LedgerError where there is none, where it cannot be opened, or where a newer version has written it.
    """
    _check_file(place, create=create)
    engine = _engine(place, wait)
    try:
        with told(place.name):
            _bring_up_to_date(engine, place.name, create=create, tell=tell)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def tidy(engine: Engine) -> None:
    """Let the database look again at how its tables are filled, after much was added: then it asks the right index.

    Where another program writes just now it is left undone: whoever adds next does it.
    """
    looks = ("PRAGMA analysis_limit = 1000", "PRAGMA optimize") if engine.dialect.name == "sqlite" else ("ANALYZE",)
    with suppress(OperationalError), engine.connect() as connection, connection.begin():
        for look in looks:
            connection.exec_driver_sql(look)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the ledger from first to last."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that alone may write: all that is written in this block is kept, or nothing."""
    with engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS})
            yield connection


def _check_file(place: Place, *, create: bool) -> None:
    file = place.file
    if file is None:
        return
    if file.is_dir():
        raise LedgerError(f"{file}: a folder; expected the file of a ledger")
    if not file.exists() and not create:
        raise LedgerError(f"{file}: no ledger there; counterclaim add makes one, --ledger names another")
    if not file.parent.is_dir():
        raise LedgerError(f"{file}: no such folder as {file.parent}; make it, or give another place")


def _engine(place: Place, wait: float) -> Engine:
    if place.file is None:
        waiting = f"-c lock_timeout={int(wait * 1000)}"
        told_to = {"options": waiting, "connect_timeout": 10}
        return create_engine(place.url, connect_args=told_to, pool_size=CONNECTIONS)
    # The driver begins no transaction by itself: BEGIN is ours, so that a writer locks at once and never halfway.
    arguments = {"timeout": wait, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(place.url, connect_args=arguments, pool_size=CONNECTIONS)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    for pragma in ON_CONNECT:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, name: str, *, create: bool, tell: Callable[[str], None] | None) -> None:
    with reading(engine) as connection:
        found = _schema(connection, name)
    if found == NEWEST:
        return
    if found is None and not create:
        raise LedgerError(f"{name}: no ledger there yet; counterclaim add makes one")
    with writing(engine) as connection:
        found = _schema(connection, name) or 0
        for number, change in MIGRATIONS[found:]:
            if found and tell:
                tell(f"{name}: a ledger of an older version is brought up to date, step {number} of {NEWEST}")
            change(connection)
            connection.execute(migrations.insert().values(number=number))


def _schema(connection: Connection, name: str) -> int | None:
    """The number of the newest migration that the ledger has seen; None where there is no table at all."""
    tables = inspect(connection).get_table_names()
    if "migrations" not in tables or "entries" not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise LedgerError(f"{name}: a database of another program (with the table {tables[0]}), no ledger")
        return None
    found = max(connection.scalars(select(migrations.c.number)), default=0)
    if found > NEWEST:
        raise LedgerError(
            f"{name}: written by a newer version (tables of version {found}, this one knows {NEWEST}); "
            "update counterclaim"
        )
    return found
