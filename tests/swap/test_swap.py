"""Swapping the names of two sides swaps the claims and changes nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from counterclaim.reading import read_sources
from counterclaim.records import Article, ReferenceDate
from counterclaim.rules import load_rules
from tests.swap.swapping import PAIRS, Swapped, Table, read_table

READER = pipeline.Reader(load_rules("en"))
ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
SPEECHES = sorted((ROOT / "tests/quality/gold/articles").glob("zelenskyy_press*.json"))
LEFT_OUT = frozenset({"id", "geonames", "latitude", "longitude", "country", "candidates"})
ANCHORED = frozenset({"start", "end", "words", "why"})  # of a period: an anchor names a war, and the war has sides
ANCHORS = ("period.", "date.", "anchor.")
WHOSE = frozenset({"name", "org", "side", "by"})


PLAY = read_table(PAIRS / "russia-ukraine.tsv")  # whose parts the other pairs take in the articles
TABLES = sorted(PAIRS.glob("*.tsv"))
FILES = [*EXAMPLES, *SPEECHES]
CASES = [(table, FILES[number % len(FILES)]) for number, table in enumerate(TABLES)]
CASES += [(PAIRS / "russia-ukraine.tsv", file) for file in FILES]


def article_of(file: Path, table: Table) -> Article:
    """The article of a file with a pair of sides in the parts of Russia and Ukraine, on the pair's day."""
    [article] = [item for item in read_sources([str(file)]) if isinstance(item, Article)]
    if table.day:
        article = replace(article, reference_date=ReferenceDate(value=table.day, origin="given"))
    return article if table == PLAY else as_swapped(article, PLAY.cast(article.text, table))


def differences(articles: Sequence[Article], table: Table) -> list[list[tuple[Any, Any]]]:
    """For each article what differs between it and the article with the sides exchanged, claims and statements."""
    swapped = [table.swap(article.text) for article in articles]
    others = [as_swapped(article, text) for article, text in zip(articles, swapped, strict=True)]
    found = extract_each([*articles, *others])
    return [
        _differences(article.text, found[at], found[at + len(articles)], swapped[at], table)
        for at, article in enumerate(articles)
    ]


def _differences(
    text: str, found: Extraction, other: Extraction, swapped: Swapped, table: Table
) -> list[tuple[Any, Any]]:
    expected = comparable(found, Swapped(text, ()), text, lambda value: there_and_back(table, value))
    actual = comparable(other, swapped, text, table.swap_value)
    return [(one, another) for one, another in zip_longest(expected, actual) if one != another]


@pytest.mark.parametrize(("pair", "file"), CASES, ids=[f"{pair.stem}-{file.stem}" for pair, file in CASES])
def test_swapped_article_makes_swapped_claims(pair: Path, file: Path) -> None:
    """Every field of every claim and statement is the same with the sides exchanged back."""
    table = read_table(pair)

    assert [[]] == differences([article_of(file, table)], table)


@pytest.mark.long
@pytest.mark.parametrize("pair", TABLES, ids=lambda pair: pair.stem)
def test_every_article_with_every_pair(pair: Path) -> None:
    """The same for each pair in each article."""
    table = read_table(pair)
    different = differences([article_of(file, table) for file in FILES], table)

    assert [] == [file.stem for file, found in zip(FILES, different, strict=True) if found]


def test_there_are_pairs() -> None:
    """At least eight pairs of states are exchanged."""
    assert len(TABLES) >= 8


@pytest.mark.parametrize("pair", TABLES, ids=lambda pair: pair.stem)
def test_table_has_every_form_of_both_sides(pair: Path) -> None:
    """A table is derived from the registry: a form added there has its counterpart, if the other side has any."""
    table = read_table(pair)
    rows = {row["side"]: row for row in load_rules("en").table("sides")}
    columns = ("names", "adjectives", "people", "seats", "forces")
    both = [c for c in columns if "-" not in {rows[side][c] for side in table.sides}]
    forms = {f.lstrip("=") for side in table.sides for c in both for f in rows[side][c].split("|")}

    assert forms <= set(table.forms)


def extract(article: Article) -> Extraction:
    """What is read from one article."""
    [found] = extract_each([article])
    return found


def extract_each(articles: Sequence[Article]) -> list[Extraction]:
    """What is read from each article."""
    return [found for found in pipeline.extract_all(articles, READER) if isinstance(found, Extraction)]


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
        found = {"place"} if value.get("place") else set()  # then the reason is about its coordinates
        plain["unknown"] = {k: v for k, v in plain["unknown"].items() if k not in found and not k.startswith("period")}
    if "rules" in plain:
        plain["rules"] = [rule for rule in plain["rules"] if not rule.startswith(ANCHORS)]
    return plain


def test_swapping_twice_gives_the_names_back() -> None:
    """The counterpart of a counterpart is the name itself."""
    text = "Russian forces in Ukraine shelled Kyiv, Konashenkov said in Moscow."

    assert text == PLAY.swap(PLAY.swap(text).text).text


def test_offsets_lead_back() -> None:
    """A stretch of the new text is found again in the old one."""
    swapped = PLAY.swap("In Ukraine 12 Russian tanks were hit.")
    at = swapped.text.index("tanks")

    assert (swapped.back(at), swapped.back(at + 5, at_end=True)) == (22, 27)
