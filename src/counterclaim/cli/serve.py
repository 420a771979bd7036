"""`counterclaim serve`: the ledger in a browser."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from counterclaim.cli.options import HERE, LedgerPlace


def serve(
    ledger: LedgerPlace = HERE,
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = 8321,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="The address to listen at; with --team only.")
    ] = "127.0.0.1",
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Whose judgements they are.")] = None,
) -> None:
    """Show the ledger in a browser, on this machine alone."""
    import uvicorn

    from counterclaim.web.app import create_app
    from counterclaim.web.settings import Settings

    typer.echo(f"http://{host}:{port}/")
    settings = Settings(ledger=ledger, person=person or getpass.getuser())
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning")
