"""`counterclaim serve`: the ledger in a browser."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from counterclaim.cli.options import HERE, LedgerPlace, ledger_errors, wrong_usage

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    ledger: LedgerPlace = HERE,
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = 8321,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen at; with --team only.")
    ] = "127.0.0.1",
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Whose judgements they are.")] = None,
    team: Annotated[bool, typer.Option("--team", help="Everybody logs in; see counterclaim user.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name under which a team reaches the server; may be given more than once."),
    ] = None,
    no_https: Annotated[
        bool, typer.Option("--no-https", help="A team's logins travel unencrypted: in a trusted network only.")
    ] = False,
) -> None:
    """Show the ledger in a browser, on this machine alone or, with logins, to a team."""
    import uvicorn

    from counterclaim.web.app import create_app
    from counterclaim.web.settings import LOCAL_HOSTS, Settings

    _check(host, person, name or [], team=team, no_https=no_https)
    if team:
        _check_accounts(ledger)
    settings = Settings(
        ledger=ledger, person=person or getpass.getuser(), team=team, secure=not no_https,
        hosts=(*LOCAL_HOSTS, host, *(known.lower() for known in name or [])),
    )  # fmt: skip
    typer.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False)


def _check(host: str, person: str | None, names: list[str], *, team: bool, no_https: bool) -> None:
    """Refuse what would show the ledger to others without a login, and what has no meaning."""
    if not team and host not in LOOPBACK:
        wrong_usage(f"--host {host}: others could read and change the ledger; expected 127.0.0.1, or add --team")
    if not team and (names or no_https):
        wrong_usage("--name and --no-https: only with --team, where others reach the server")
    if team and person is not None:
        wrong_usage(f"--person {person}: with --team everybody logs in; leave it out")


def _check_accounts(ledger: str) -> None:
    from counterclaim.ledger.people import People

    with ledger_errors(), People(ledger) as people:
        if not any(account.role == "admin" and not account.disabled for account in people.accounts()):
            wrong_usage(f"{people.name}: nobody could log in; first counterclaim user add NAME --role admin")
