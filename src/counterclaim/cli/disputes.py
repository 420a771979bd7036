"""`counterclaim disputes`: who contradicts whom, and denials beside what they deny."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.cli.compare import OURS, Convention, check, rounded, times
from counterclaim.cli.filters import Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors
from counterclaim.cli.pairs import COLUMNS, FIELDS, pair_row
from counterclaim.cli.tables import Formatted, Row, TableFormat, show

if TYPE_CHECKING:
    from counterclaim.compare.disputes import Disputes

TOLD = ("kind", "ratio", "days")


def disputes(
    where: Where = None,
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
    convention: Convention = OURS,
) -> None:
    """Show comparable figures that cannot both be right, widest first, and denials beside the claims they deny."""
    from counterclaim.ledger.book import Ledger

    check(convention)
    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.disputes(read_filter(where), convention=convention)
    show(rows_of(found), COLUMNS, format, fields=(*TOLD, *FIELDS))


def rows_of(disputes: Disputes) -> Iterator[Row]:
    """A row for each contradiction, then one for each denial and claim that it denies, where that was first read."""
    for clash in disputes.contradictions:
        kind, ratio, days = "contradiction", rounded(clash.ratio), clash.days
        finding = (kind, times(ratio), f"on {days} days" if days > 1 else None)
        yield pair_row(clash.higher, clash.lower, finding=finding, kind=kind, ratio=ratio, days=days)
    for found in disputes.denials:
        told = {(claim.claimant, claim.low, claim.high): claim for claim in reversed(found.denied)}
        for claim in reversed(told.values()):
            yield pair_row(found.denial, claim, finding=("denial",), kind="denial", ratio=None, days=None)
