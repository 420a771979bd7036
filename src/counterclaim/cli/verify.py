"""`counterclaim verify`: whether a ledger, or a bundle of evidence from one, is what it was."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.options import HERE, REFUSED, LedgerPlace, complain, ledger_errors


def verify(
    bundle: Annotated[
        Path | None,
        typer.Argument(metavar="[BUNDLE]", help="A bundle of evidence, folder or .zip, instead of a ledger."),
    ] = None,
    ledger: LedgerPlace = HERE,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A hash noted down earlier, which must stand in the chain.")
    ] = None,
) -> None:
    """Check the chain, every row, the bytes and every span; name the first bad row and end with status 1."""
    if bundle:
        verify_bundle(bundle)
        return
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.verify(head=head)
    if found.problem:
        complain(f"{book.name}: {found.problem}")
        raise typer.Exit(REFUSED)
    sys.stdout.write(
        f"{book.name}: {found.entries} entries, {found.rows} rows and {found.figures} figures are as they were\n"
        f"head {found.head}\n"
    )


def verify_bundle(bundle: Path) -> None:
    """Check a bundle without any ledger or network."""
    from counterclaim.exports import bundle_check

    try:
        found = bundle_check.verify_bundle(bundle, entry_hash=entry_hash)
    except bundle_check.BundleError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error
    sys.stdout.write(f"{bundle}: {found} as they were\n")


def entry_hash(entry: Mapping[str, object]) -> str:
    """The hash that an entry of the chain must carry."""
    from counterclaim.ledger.chain import Entry, hash_of

    return hash_of(Entry(**entry))  # type: ignore[arg-type]  # the bundle's check has seen to the fields
