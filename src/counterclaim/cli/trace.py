"""`counterclaim trace`: where a claim was first seen, who carried it, who revised or disputes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.options import HERE, REFUSED, LedgerPlace, complain, ledger_errors
from counterclaim.cli.pairs import COLUMNS, FIELDS, pair_row
from counterclaim.cli.tables import Formatted, Row, TableFormat, show

if TYPE_CHECKING:
    from counterclaim.compare.trace import Line, Trace

TOLD = ("kind", "seen")


def trace(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='What to trace, such as "498 killed".')],
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
) -> None:
    """Trace a claim: first seen, carriers, revisions, disputes, denials."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.trace(" ".join(words))
    if not found.lines:
        complain(f"{' '.join(words)}: no claim or statement of the ledger has these words")
        raise typer.Exit(REFUSED)
    show(rows_of(found), COLUMNS, format, fields=(*TOLD, *FIELDS))


def rows_of(found: Trace) -> Iterator[Row]:
    """A row for each first appearance and carrier, then revisions, disputes and denials."""
    for line in found.lines:
        yield from line_rows(line)
    for revision in found.revisions:
        seen = f"replaces the earlier figure, {'and says so' if revision.noted else 'without a note'}"
        yield pair_row(revision.after, revision.before, finding=("revision", seen), kind="revision", seen=seen)
    for clash in found.disputes:
        yield pair_row(clash.higher, clash.lower, finding=("dispute",), kind="dispute", seen=None)
    for denial in found.denials:
        yield pair_row(denial, None, finding=("denial", denial.published), kind="denial", seen=denial.published)


def line_rows(line: Line) -> Iterator[Row]:
    """The first article that has a claim, and those that carry it."""
    seen = f"{line.first.published or 'no date'}; {line.words}"
    yield pair_row(line.first, None, finding=("first seen", seen), kind="first seen", seen=seen)
    for carrier in line.carriers:
        kind, seen = "copy" if carrier.origin else "carrier", carrier.published or "no date"
        yield pair_row(carrier, None, finding=(kind, seen), kind=kind, seen=seen)
