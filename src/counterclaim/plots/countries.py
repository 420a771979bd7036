"""What countries are called in a picture."""

from __future__ import annotations

from functools import cache

from counterclaim.rules import OURS, read_table

SIDES = OURS / "en" / "sides.tsv"


def country_name(code: str) -> str:
    """The name of the state with this code in the table of sides; the code where it has none."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    rows = (row for row in read_table(SIDES, SIDES.read_bytes()) if row["kind"] == "state")
    return {row["countries"]: row["side"] for row in rows}
