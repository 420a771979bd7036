"""The options that several commands share, and how a wrong one is refused."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy model, by its import name.")]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules added to ours; may be given more than once."),
]
LedgerPlace = Annotated[
    str,
    typer.Option("--ledger", metavar="PLACE", help="The ledger: a file, or the address of a PostgreSQL database."),
]
HERE = "counterclaim.db"
REFUSED = 1
WRONG_USAGE = 2


def complain(message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(" ".join(message.split()) + "\n")


def wrong_usage(message: str) -> NoReturn:
    """End with status 2 and one line that says what is wrong."""
    complain(message)
    raise typer.Exit(WRONG_USAGE)


@contextmanager
def usage_errors() -> Iterator[None]:
    """Within this block, rules that cannot be read and models that are not installed end with status 2."""
    from counterclaim.parsing import ModelError
    from counterclaim.rules import RuleError

    try:
        yield
    except (RuleError, ModelError) as error:
        wrong_usage(str(error))


@contextmanager
def ledger_errors() -> Iterator[None]:
    """Within this block, what is wrong with a ledger, or with what it was given, ends with status 1 and one line."""
    from counterclaim.ledger.errors import LedgerError, MisuseError

    try:
        yield
    except MisuseError as error:
        wrong_usage(str(error))
    except LedgerError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error


def now() -> str:
    """The time of the clock, as a ledger takes it down."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
