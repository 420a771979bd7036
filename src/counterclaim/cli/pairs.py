"""Two figures in one row: each with its claimant, act, words and link."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.cli.tables import Cell, Row
from counterclaim.figures import Figure, act_of, days_of, who_said

SHOWN = ("claimant", "act", "modality", "figure", "low", "high", "form", "event", "category", "side", "start", "end",
         "place", "evidence", "link", "outlet", "published", "claim")  # fmt: skip
COLUMNS = ("finding", "who", "wording")
FIELDS = (*SHOWN, *(f"against_{name}" for name in SHOWN))


def pair_row(figure: Figure, against: Figure | None, *, finding: Iterable[str | None], **told: Cell) -> Row:
    """A figure and the one it is held against as one row; `told` are further cells, `finding` the same for people."""
    row: dict[str, Cell] = {**told, **_cells(figure, "")}
    if against:
        row |= _cells(against, "against_")
    both = (against, figure) if against else (figure,)
    told_to_people: Row = {
        "finding": [line for line in finding if line],
        "who": [line for one in both for line in who(one)],
        "wording": [line for one in both for line in wording(one)],
    }
    return {**row, **told_to_people}


def who(figure: Figure) -> tuple[str, ...]:
    """Who said which number how and for when, in lines for people."""
    when_and_where = " ".join(word for word in (days_of(figure), figure.place) if word)
    return f"{who_said(figure)}: {number(figure)}", when_and_where or "no day, no place"


def wording(figure: Figure) -> tuple[str, ...]:
    """The sentence and where it stands."""
    return figure.evidence, figure.link


def number(figure: Figure) -> str:
    """The number in the text's words with bound and unit, and what was counted."""
    words = (figure.qualifier, figure.quantity, figure.unit, figure.category, figure.event)
    return " ".join(word for word in words if word)


def _cells(figure: Figure, prefix: str) -> dict[str, Cell]:
    cells: dict[str, Cell] = {name: getattr(figure, name) for name in SHOWN if name not in ("act", "figure")}
    cells["act"] = act_of(figure)
    cells["figure"] = " ".join(filter(None, (figure.qualifier, figure.quantity, figure.unit))) or None
    return {prefix + name: cell for name, cell in cells.items()}
