"""States and armed groups, and one group and another, in sentences that either can stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.reading import read_text
from counterclaim.records import Article
from tests.swap.swapping import Table, read_table
from tests.swap.test_swap import differences

TABLES = sorted((Path(__file__).parent / "groups").glob("*.tsv"))
DISPATCHES = (
    "{One} said that its fighters had killed 12 {other} fighters near the town and captured three.",
    "{Other} denied that 40 of its fighters had died in clashes with {one}.",
    "At least eight people were killed in fighting between {one} and {other}, residents said. Another 14 were hurt.",
    "{One} accused {other} of firing 20 rockets at the airport. {Other} said that it had lost two vehicles.",
    '"We destroyed three {other} tanks," a commander of {one} told reporters.',
    "A spokesman for {one} said 300 {other} fighters had surrendered in the north.",
)


def dispatches(table: Table) -> list[str]:
    """Each dispatch with each form of the two, one against the other."""
    forms = [pair for pairs in table.rows.values() for pair in pairs]
    return [
        text.format(one=one, other=other, One=one[0].upper() + one[1:], Other=other[0].upper() + other[1:])
        for one, other in forms
        for text in DISPATCHES
    ]


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_swapped_dispatch_makes_swapped_claims(file: Path) -> None:
    """Every field of every claim and statement is the same with the two exchanged back."""
    table = read_table(file)
    articles = [item for item in map(read_text, dispatches(table)) if isinstance(item, Article)]

    different = differences(articles, table)

    assert [] == [article.text for article, found in zip(articles, different, strict=True) if found]


def test_there_are_states_with_groups_and_groups_with_groups() -> None:
    """Both kinds of pairs are tried."""
    assert {"israel-hamas", "sudan-rapid_support_forces", "hamas-fatah"} <= {file.stem for file in TABLES}
