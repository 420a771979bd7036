"""`counterclaim export`: claims out of a ledger, in the formats of others."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.filters import Copies, Replaced, Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors, now, wrong_usage


class ExportFormat(StrEnum):
    """The formats of an export."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    annotations = "annotations"
    schema_org = "schema-org"
    ucdp = "ucdp"
    acled = "acled"
    wikitext = "wikitext"
    bundle = "bundle"


class Convention(StrEnum):
    """Who says what vague words mean as numbers."""

    ours = "ours"
    acled = "acled"
    ucdp = "ucdp"


class Best(StrEnum):
    """What fills UCDP's column `best`."""

    none = "none"
    exact = "exact"
    low = "low"


class Texts(StrEnum):
    """What of the articles goes into an evidence bundle."""

    quotes = "quotes"
    full = "full"


def export(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file or bundle to write.")],
    where: Where = None,
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="The format.")] = ExportFormat.csv,
    ledger: LedgerPlace = HERE,
    convention: Annotated[
        Convention | None,
        typer.Option(help="Whose numbers vague words get; without it ours, or none for ucdp and acled."),
    ] = None,
    best: Annotated[Best, typer.Option(help="For ucdp: the rule that fills the column best.")] = Best.none,
    texts: Annotated[Texts, typer.Option(help="For bundle: quotations and digests, or whole texts.")] = Texts.quotes,
    copies: Copies = True,
    replaced: Replaced = False,
) -> None:
    """Write claims as a file in another format; each number goes with claimant, act and link."""
    from counterclaim.exports.formats import Wishes
    from counterclaim.exports.formats import export as write
    from counterclaim.ledger.book import Ledger

    chosen = convention.value if convention else None
    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        wanted = read_filter(where, copies=copies, replaced=replaced)
        wishes = Wishes(
            convention=chosen, best=best.value, texts=texts.value, now=now(), entries=book.entries()
        )  # fmt: skip
        try:
            written = write(book.rows(wanted), format.value, output, wishes)
        except FileExistsError as error:
            wrong_usage(str(error))
        except OSError as error:
            wrong_usage(f"{output}: cannot be written: {error.strerror or error}; give another place with -o")
    for place in written:
        sys.stdout.write(f"{place}\n")
    if len(written) > 1 and format in (ExportFormat.ucdp, ExportFormat.acled):
        complain(f"{written[1]}: what the shape has no place for, each row with the reason")
