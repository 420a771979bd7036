"""Vague words as numbers, each time by a convention with a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.exports.row import Row
from counterclaim.exports.tables import cell, table

OURS = "ours"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest and the largest number a claim allows; `convention` names who says so where the words are vague."""

    low: int | None
    high: int | None
    convention: str | None = None


def names() -> tuple[str, ...]:
    """The conventions there are: ours, and those of the table."""
    return (OURS, *dict.fromkeys(line["convention"] for line in table("conventions")))


def bounds(row: Row, convention: str | None = OURS) -> Bounds:
    """The bounds of a row's figure; without a convention vague words have none.

    "dozens" -> ours: 24 or more; acled: 12 or more
    """
    figure = row.figure
    if figure.form != "vague":
        return Bounds(figure.low, figure.high)
    if convention is None:
        return Bounds(None, None)
    if convention == OURS:
        return Bounds(figure.low, figure.high, row.claim.quantity.convention if row.claim else None)
    low, high = _numbers(convention).get(_plain(figure.quantity or ""), (None, None))
    return Bounds(low, high, convention)


@cache
def _numbers(convention: str) -> dict[str, tuple[int | None, int | None]]:
    lines = [line for line in table("conventions") if line["convention"] == convention]
    if not lines:
        raise ValueError(f"convention {convention!r}: unknown; known conventions: {', '.join(names())}")
    return {line["words"]: (_whole(cell(line, "low")), _whole(cell(line, "high"))) for line in lines}


def _whole(text: str | None) -> int | None:
    return None if text is None else int(text)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split()).removesuffix(" of") if words else ""
