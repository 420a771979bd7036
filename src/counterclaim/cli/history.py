"""`counterclaim history`: how the claims of an article changed from version to version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.options import HERE, REFUSED, LedgerPlace, complain, ledger_errors
from counterclaim.cli.tables import Formatted, Row, TableFormat, show
from counterclaim.figures import act_of, who_said

if TYPE_CHECKING:
    from counterclaim.ledger.history import Change

COLUMNS = ("at", "change", "who", "what", "wording")
FIELDS = (
    "at", "kind", "change", "noted", "fields", "claimant", "act", "before", "after", "before_low", "before_high",
    "after_low", "after_high", "evidence_before", "evidence_after", "link", "key", "claim_before", "claim_after",
)  # fmt: skip


def history(
    key: Annotated[str, typer.Argument(metavar="URL", help="The article's address, or the name it was kept under.")],
    ledger: LedgerPlace = HERE,
    format: Formatted = TableFormat.table,
) -> None:
    """Show claim by claim what changed in an article from one version to the next, and whether the text says so."""
    from counterclaim.ledger.book import Ledger

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        found = book.history(key)
    if found is None:
        complain(f"{book.name}: no article {key}; counterclaim claims shows the links of those that are there")
        raise typer.Exit(REFUSED)
    show(map(change_row, found), COLUMNS, format, fields=FIELDS)


def change_row(change: Change) -> Row:
    """A change as a row: when, what became of what, who says it, in which words."""
    before, after = change.before, change.after
    figure = after or before
    return {
        "at": change.at,
        "kind": change.kind,
        "change": change.words,
        "noted": change.noted,
        "fields": change.fields,
        "what": " ".join(filter(None, (figure.event, figure.category, figure.side))) if figure else None,
        "wording": [
            text for text in (before and before.evidence, after and after.evidence, figure and figure.link) if text
        ],
        **({name: getattr(figure, name) if figure else None for name in ("claimant", "link")}),
        "act": act_of(figure) if figure else None,
        "who": who_said(figure) if figure else None,
        "key": change.key,
        **_side("before", before),
        **_side("after", after),
    }


def _side(name: str, figure: object) -> dict[str, str | int | None]:
    fields = {name: "quantity", f"{name}_low": "low", f"{name}_high": "high", f"evidence_{name}": "evidence",
              f"claim_{name}": "claim"}  # fmt: skip
    return {field: getattr(figure, attribute, None) for field, attribute in fields.items()}
