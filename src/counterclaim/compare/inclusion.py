"""Which categories and events are part of which: a child is a person, someone killed is a casualty."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from counterclaim.rules import read_table

TABLE = Path(__file__).with_name("inclusion.tsv")


def is_part(one: str | None, other: str | None) -> bool:
    """Whether everything that `one` counts is counted by `other` as well, and not the other way round."""
    return (one, other) in _pairs()


def related(one: str | None, other: str | None) -> bool:
    """Whether one of the two is part of the other."""
    return is_part(one, other) or is_part(other, one)


@cache
def _pairs() -> frozenset[tuple[str | None, str | None]]:
    return frozenset((row["part"], row["whole"]) for row in read_table(TABLE, TABLE.read_bytes()))
