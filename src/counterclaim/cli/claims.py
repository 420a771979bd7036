"""`counterclaim claims`: what is claimed, as the ledger has it, found by fields and words."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Annotated

import typer

from counterclaim.cli.filters import Copies, Replaced, Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors
from counterclaim.cli.tables import Formatted, Row, TableFormat, show
from counterclaim.figures import Figure, act_of, days_of

COLUMNS = ("claimant", "act", "what", "figure", "days", "where", "wording")
FIELDS = tuple(field.name for field in fields(Figure))


class Order(StrEnum):
    """What claims are sorted by."""

    added = "added"
    published = "published"
    end = "end"
    claimant = "claimant"
    low = "low"


def claims(
    where: Where = None,
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
    sort: Annotated[Order, typer.Option(help="What claims are sorted by.")] = Order.added,
    ascending: Annotated[bool, typer.Option("--ascending", help="The first or smallest first.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="How many claims a page has.")] = 50,
    after: Annotated[
        str | None, typer.Option(metavar="MARK", help="The page after the mark that the last page ended with.")
    ] = None,
    copies: Copies = True,
    replaced: Replaced = False,
) -> None:
    """Show claims and statements: who says it, what, how many, when, where, in which words, with the link."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        wanted = read_filter(where, copies=copies, replaced=replaced)
        page = book.claims(wanted, sort=sort.value, descending=not ascending, limit=limit, after=after)
    show(map(claim_row, page.figures), COLUMNS, format, fields=FIELDS)
    if page.next:
        complain(f"more: --after {page.next}")


def claim_row(figure: Figure) -> Row:
    """A figure as a row: its own fields beside the columns that a table for people has."""
    firm = None if figure.modality in ("asserted", figure.act) else f"[{figure.modality}]"
    what = (figure.event, figure.category, f"of {figure.side}" if figure.side else None, firm)
    return {
        **{name: getattr(figure, name) for name in FIELDS},
        "act": act_of(figure),
        "figure": " ".join(filter(None, (figure.qualifier, figure.quantity, figure.unit))) or None,
        "what": " ".join(filter(None, what)),
        "days": days_of(figure) or None,
        "where": figure.place,
        "wording": [figure.evidence, figure.link, f"claim {figure.claim}"],
    }
