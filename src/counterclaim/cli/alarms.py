"""`counterclaim alarms`: what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.filters import Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors
from counterclaim.cli.pairs import COLUMNS, FIELDS, pair_row
from counterclaim.cli.tables import Formatted, Row, TableFormat, show

if TYPE_CHECKING:
    from counterclaim.compare.alarms import Alarms

TOLD = ("kind", "why", "off", "edit")


def alarms(
    where: Where = None,
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
    not_comparable: Annotated[
        bool,
        typer.Option("--not-comparable", help="Also what looks like an alarm and cannot be compared, with the reason."),
    ] = False,
) -> None:
    """Show totals that fall, days and parts that do not add up, figures changed in copies, denials of nothing known."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.alarms(read_filter(where))
    show(rows_of(found, not_comparable=not_comparable), COLUMNS, format, fields=(*TOLD, *FIELDS))
    if found.not_comparable and not not_comparable:
        complain(f"{len(found.not_comparable)} more cannot be compared: --not-comparable shows them and why")


def rows_of(found: Alarms, *, not_comparable: bool) -> Iterator[Row]:
    """A row for each alarm, and for each pair that cannot be compared."""
    for alarm in found.alarms:
        told = (alarm.kind, alarm.why, None if alarm.off is None else f"off by {alarm.off}")
        yield pair_row(
            alarm.second, alarm.first, finding=told, kind=alarm.kind, why=alarm.why, off=alarm.off, edit=alarm.edit
        )  # fmt: skip
    for pair in found.not_comparable if not_comparable else ():
        kind, why = "not_comparable", "; ".join(pair.reasons)
        yield pair_row(pair.second, pair.first, finding=(kind, why), kind=kind, why=why, off=None, edit=None)
