"""Swapping the names of two sides swaps the claims and changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from counterclaim.reading import read_sources
from counterclaim.records import Article
from counterclaim.rules import load_rules
from tests.swap.swapping import Swapped, Table, read_table

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
SPEECHES = sorted((ROOT / "tests/quality/gold/articles").glob("zelenskyy_press*.json"))
LEFT_OUT = frozenset({"id", "confidence", "geonames", "latitude", "longitude", "country", "candidates", "precision"})
ANCHORED = frozenset({"start", "end", "words", "why"})  # of a period: an anchor names a war, and the war has sides
WHOSE = frozenset({"name", "org", "side", "by"})


@pytest.fixture(scope="module")
def table() -> Table:
    return read_table("russia_ukraine")


@pytest.mark.parametrize("file", [*EXAMPLES, *SPEECHES], ids=lambda file: file.stem)
def test_swapped_article_makes_swapped_claims(file: Path, table: Table) -> None:
    """Every field of every claim and statement is the same with the sides exchanged back."""
    [article] = [item for item in read_sources([str(file)]) if isinstance(item, Article)]
    swapped = table.swap(article.text)

    unchanged = Swapped(article.text, ())
    expected = comparable(extract(article), unchanged, article.text, lambda value: there_and_back(table, value))
    actual = comparable(extract(as_swapped(article, swapped)), swapped, article.text, table.swap_value)

    assert expected == actual


def test_table_has_every_form_of_both_sides(table: Table) -> None:
    """The table is derived from the registry: a form added there has its counterpart here."""
    rows = {row["side"]: row for row in load_rules("en").table("sides")}
    columns = ("names", "adjectives", "people", "seats", "forces")
    forms = {f.lstrip("=") for side in ("Russia", "Ukraine") for c in columns for f in rows[side][c].split("|")} - {"-"}

    assert forms <= set(table.forms)


def extract(article: Article) -> Extraction:
    """What is read from one article."""
    [found] = pipeline.extract_all([article], pipeline.Reader(load_rules("en")))
    assert isinstance(found, Extraction)
    return found


def as_swapped(article: Article, swapped: Swapped) -> Article:
    """The article with the other text; its parts move along."""
    parts = tuple(replace(p, start=_forward(swapped, p.start), end=_forward(swapped, p.end)) for p in article.parts)
    reference = article.reference_date
    if reference is not None and reference.start is not None and reference.end is not None:
        start, end = _forward(swapped, reference.start), _forward(swapped, reference.end)
        reference = replace(reference, start=start, end=end)
    return replace(article, text=swapped.text, parts=parts, reference_date=reference)


def _forward(swapped: Swapped, offset: int) -> int:
    shift = 0
    for start, end, new_start, new_end in swapped.pieces:
        if end <= offset:
            shift = new_end - end
        elif start < offset:
            return new_start
    return offset + shift


def there_and_back(table: Table, value: str) -> str:
    """A value in the spelling that swapping back gives: "Kiev" and "Kyiv" have one counterpart."""
    return table.swap_value(table.swap_value(value))


def comparable(found: Extraction, swapped: Swapped, text: str, rename: Callable[[str], str]) -> list[Any]:
    """Claims and statements as plain values, with offsets and sides of the old text."""
    whole = found.to_dicts()
    order = {item["id"]: i for i, item in enumerate(whole["claims"])}
    items = [item for kind in ("claims", "statements") for item in whole[kind]]
    return [_plain(item, swapped, text, rename, order) for item in items]


def _plain(value: Any, swapped: Swapped, text: str, rename: Callable[[str], str], order: dict[str, int]) -> Any:
    if isinstance(value, list):
        return [_plain(item, swapped, text, rename, order) for item in value]
    if not isinstance(value, dict):
        return order.get(value, value) if isinstance(value, str) else value
    plain = {key: _plain(item, swapped, text, rename, order) for key, item in value.items() if key not in LEFT_OUT}
    if "basis" in plain:
        plain = {key: item for key, item in plain.items() if key not in ANCHORED}
    if isinstance(value.get("start"), int):
        start, end = swapped.back(value["start"]), swapped.back(value["end"], at_end=True)
        plain |= {"start": start, "end": end, "text": text[start:end]}
    plain |= {key: rename(plain[key]) for key in WHOSE & plain.keys() if isinstance(plain[key], str)}
    if "unknown" in plain:
        plain["unknown"] = {k: v for k, v in plain["unknown"].items() if k != "place" and not k.startswith("period")}
    if "rules" in plain:
        plain["rules"] = [
            rule for rule in plain["rules"] if not rule.startswith(("period.", "place.", "date.", "anchor.", "tie."))
        ]
    return plain


def test_swapping_twice_gives_the_names_back(table: Table) -> None:
    """The counterpart of a counterpart is the name itself."""
    text = "Russian forces in Ukraine shelled Kyiv, Konashenkov said in Moscow."

    assert text == table.swap(table.swap(text).text).text


def test_offsets_lead_back(table: Table) -> None:
    """A stretch of the new text is found again in the old one."""
    swapped = table.swap("In Ukraine 12 Russian tanks were hit.")
    at = swapped.text.index("tanks")

    assert (swapped.back(at), swapped.back(at + 5, at_end=True)) == (22, 27)
