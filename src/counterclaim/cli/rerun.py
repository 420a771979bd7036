"""`counterclaim rerun`: kept articles read again by the rules of today."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from counterclaim.cli.history import COLUMNS, FIELDS, change_row
from counterclaim.cli.options import HERE, LedgerPlace, Model, Rules, complain, ledger_errors, now, usage_errors
from counterclaim.cli.tables import Formatted, TableFormat, show


def rerun(
    ledger: LedgerPlace = HERE,
    diff: Annotated[bool, typer.Option("--diff", help="Show every claim that came, went or reads otherwise.")] = False,
    dry: Annotated[bool, typer.Option("--dry", help="Keep nothing; only tell what would change.")] = False,
    format: Formatted = TableFormat.table,
    model: Model = None,
    rules: Rules = None,
) -> None:
    """Read all kept articles again: a new extraction beside the old one, with what people judged where it fits."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), usage_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = list(book.rerun(now=now(), keep=not dry, model=model, rules=tuple(rules or ())))
        lost = book.lost_judgements()
    if diff:
        show(map(change_row, found), COLUMNS, format, fields=FIELDS)
    kinds = [change.kind for change in found]
    if not diff or format is TableFormat.table:
        counts = ", ".join(f"{kinds.count(kind)} claims {kind}" for kind in ("added", "removed", "changed"))
        sys.stdout.write(f"{book.name}: {counts}\n")
    for one in lost:
        judged = one.judgement
        complain(f"{one.key}: {judged.verdict} of claim {judged.claim} by {judged.person} was not followed: {one.why}")
