"""`counterclaim series`: each claimant's figures for one measure, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.cli.filters import Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors
from counterclaim.cli.tables import Formatted, Row, TableFormat, show

if TYPE_CHECKING:
    from counterclaim.compare.series import Point, Series, Step

COLUMNS = ("measure", "day", "said", "change", "wording")
FIELDS = (
    "claimant", "measure", "basis", "since", "day", "act", "figure", "low", "high", "form", "change", "change_low",
    "change_high", "days", "why", "said_by", "evidence", "link", "outlet", "published", "claim",
)  # fmt: skip


def series(
    where: Where = None,
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
) -> None:
    """Show running totals and daily figures as series: the change from day to day, and gaps as gaps."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.series(read_filter(where))
    show((row for line in found for row in rows_of(line)), COLUMNS, format, fields=FIELDS)


def rows_of(line: Series) -> Iterator[Row]:
    """A row for each point of a series, with the change since the one before."""
    from counterclaim.compare.series import CUMULATIVE, steps

    before: tuple[Step | None, ...] = (None, *steps(line)) if line.measure.basis == CUMULATIVE else ()
    for number, point in enumerate(line.points):
        yield row_of(line, point, before[number] if before else None)


def row_of(line: Series, point: Point, step: Step | None) -> Row:
    """One point as a row: the first figure published for the day, and how many articles say it."""
    from counterclaim.compare.findings import said
    from counterclaim.figures import act_of, who_said

    figure = point.figure
    change = step.change if step else None
    return {
        "claimant": figure.claimant, "measure": line.measure.words, "basis": line.measure.basis,
        "since": line.measure.start or None, "day": point.day, "act": act_of(figure),
        "figure": " ".join(filter(None, (figure.qualifier, figure.quantity, figure.unit))), "low": figure.low,
        "high": figure.high, "form": figure.form, "change": in_words(step),
        "change_low": change.low if change else None, "change_high": change.high if change else None,
        "days": step.days if step else None, "why": step.why if step else None,
        "said_by": len({one.article for one in point.figures}), "evidence": figure.evidence, "link": figure.link,
        "outlet": figure.outlet, "published": figure.published, "claim": figure.claim,
        "said": f"{who_said(figure)}: {said(figure)}", "wording": [figure.evidence, figure.link],
    }  # fmt: skip


def in_words(step: Step | None) -> str | None:
    """The change of a step, over how many days if over more than one; why it is not known."""
    if step is None:
        return None
    if step.change is None:
        return step.why
    return f"{step.change} in {step.days} days" if step.days > 1 else str(step.change)
