"""`counterclaim user`: who may log in where a ledger is served to a team."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from counterclaim.cli.options import HERE, LedgerPlace, ledger_errors, now

user = typer.Typer(no_args_is_help=True, help="Say who may log in where a ledger is served to a team.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with.")]
WHERE = "command line"


@user.command()
def add(
    name: Name,
    ledger: LedgerPlace = HERE,
    role: Annotated[str, typer.Option(metavar="ROLE", help="coder, or admin.")] = "coder",
) -> None:
    """Make an account; the password is asked for, or read as one line from standard input."""
    from counterclaim.ledger.people import People
    from counterclaim.web.accounts import check_name, hash_password

    with ledger_errors():
        check_name(name)
        kept = hash_password(_password())
        with People(ledger) as people:
            people.add(name, role=role, password=kept, now=now())
            people.note(WHERE, f"made the account {name} ({role})", address="", now=now())
    typer.echo(f"{name}: {role}")


@user.command("list")
def list_(ledger: LedgerPlace = HERE) -> None:
    """List the accounts."""
    from counterclaim.ledger.people import People

    with ledger_errors(), People(ledger, create=False) as people:
        for account in people.accounts():
            typer.echo(f"{account.name}\t{account.role}\t{'disabled' if account.disabled else 'active'}")


@user.command()
def disable(name: Name, ledger: LedgerPlace = HERE) -> None:
    """Let an account in no more, and end its sessions; its judgements stay."""
    from counterclaim.ledger.people import People

    with ledger_errors(), People(ledger, create=False) as people:
        people.disable(name)
        people.note(WHERE, f"disabled the account {name}", address="", now=now())
    typer.echo(f"{name}: disabled")


@user.command()
def password(name: Name, ledger: LedgerPlace = HERE) -> None:
    """Give an account another password; one that was disabled may log in again."""
    from counterclaim.ledger.people import People
    from counterclaim.web.accounts import hash_password

    with ledger_errors():
        kept = hash_password(_password())
        with People(ledger, create=False) as people:
            people.set_password(name, kept)
            people.note(WHERE, f"set the password of {name}", address="", now=now())
    typer.echo(f"{name}: active")


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
