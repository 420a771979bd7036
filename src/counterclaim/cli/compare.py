"""`counterclaim compare`: every two claimants of a measure side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.filters import Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors, wrong_usage
from counterclaim.cli.pairs import COLUMNS, FIELDS, pair_row
from counterclaim.cli.tables import Formatted, Row, TableFormat, show

if TYPE_CHECKING:
    from counterclaim.compare.standings import Standing

TOLD = ("verdict", "ratio", "why")
OURS = "counterclaim-1"
Convention = Annotated[
    str, typer.Option(metavar="NAME", help="How far off an approximate value may be: counterclaim-1 (10 %) or exact.")
]


def compare(
    where: Where = None,
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
    convention: Convention = OURS,
) -> None:
    """Hold claimants against each other: who contradicts whom and by how much, and what cannot be compared, and why."""
    from counterclaim.ledger.book import Ledger

    check(convention)
    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        standings = book.compare(read_filter(where), convention=convention)
    show(map(row_of, standings), COLUMNS, format, fields=(*TOLD, *FIELDS))


def row_of(found: Standing) -> Row:
    """Two claimants' figures with the verdict on them."""
    why = "; ".join(found.reasons) or None
    ratio = rounded(found.ratio)
    told = (found.verdict, times(ratio), why)
    return pair_row(found.other, found.one, finding=told, verdict=found.verdict, ratio=ratio, why=why)


def check(convention: str) -> None:
    """End with status 2 for a convention that is in no table."""
    from counterclaim.compare.intervals import tolerance

    try:
        tolerance(convention)
    except ValueError as error:
        wrong_usage(f"--{error}")


def times(ratio: float | None) -> str | None:
    """A ratio in words: "3.1 times"."""
    return None if ratio is None else f"{ratio} times"


def rounded(ratio: float | None) -> float | None:
    """A ratio to two places; three where it is nearly one."""
    return None if ratio is None else round(ratio, 2 if ratio >= 1.1 else 4)
