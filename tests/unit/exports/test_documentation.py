"""The tables of the exports stand in their documentation, line for line."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.exports.formats import FORMATS
from counterclaim.exports.tables import table

PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
CODED = ("name", "convention", "category", "event")
TABLES = {
    "columns": ("name", "datatype", "description"),
    "conventions": ("convention", "words", "low", "high"),
    "ucdp_deaths": ("category", "column", "why"),
    "acled_events": ("event", "target", "event_type", "sub_event_type"),
}


@pytest.mark.parametrize("name", TABLES)
def test_table_is_documented(name: str) -> None:
    """What the data says is what the page says, in the same order and nothing besides."""
    part = PAGE.split(f"<!-- {name}: ")[1].split("\n\n")[0].splitlines()[3:]
    lines = [[f"`{line[c]}`" if c in CODED else line[c] for c in TABLES[name]] for line in table(name)]

    assert [f"| {' | '.join(cells)} |" for cells in lines] == part


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_documented(name: str) -> None:
    """Each format has its line."""
    assert f"| `{name}` |" in PAGE
