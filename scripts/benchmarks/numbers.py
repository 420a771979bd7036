"""Recognizers-Text: numbers and ranges with their exact spans and values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from counterclaim.finding.numerals import find_numerals
from counterclaim.finding.quantities import find_quantities
from counterclaim.finding.quantity_atoms import read_atoms, read_pieces
from counterclaim.finding.quantity_bounds import Bounded, put_bounds
from counterclaim.finding.quantity_lexicon import lexicon
from counterclaim.finding.quantity_non_counts import non_count
from counterclaim.finding.quantity_patterns import lower_same_length
from counterclaim.records import Quantity
from scripts.benchmarks.readers import reader

BOUNDED = ("range", "at_least", "at_most")
NO_NUMBERS = ("not_count.identifier", "not_count.fraction")

Item = dict[str, Any]


def find_plain(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The numbers of each text, whatever they count."""
    rules = reader().rules
    for row in rows:
        items = [_item(q.start, q.end, q.low) for q in find_quantities(row["text"], rules) if _dozen(q)]
        taken = [(item["start"], item["end"]) for item in items]
        for numeral in find_numerals(row["text"], rules):
            if not any(start < numeral.end and numeral.start < end for start, end in taken):
                items.append(_item(numeral.start, numeral.end, float(numeral.value)))
        yield {"id": row["id"], "items": items}


def _dozen(quantity: Quantity) -> bool:
    return quantity.form == "vague" and quantity.high is not None


def _item(start: int, end: int, value: float | None) -> Item:
    return {"start": start, "end": end, "value": float(value or 0)}


def find_ranges(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The ranges and bounded numbers of each text, whatever they count, with the words that bound them."""
    for row in rows:
        yield {"id": row["id"], "items": [_range(item) for item in _bounded(row["text"])]}


def _bounded(text: str) -> Iterator[Bounded]:
    rules, lower = reader().rules, lower_same_length(text)
    words = lexicon(rules)
    pieces = read_pieces(lower, words, rules)
    for item in put_bounds(lower, pieces, read_atoms(lower, pieces, words), words):
        bounded = item.form in BOUNDED or (item.bound and item.form == "exact")
        if bounded and non_count(text, lower, item, rules) not in NO_NUMBERS:
            yield item


def _range(item: Bounded) -> Item:
    """Low and high with their span; "about" before a range is no part of it."""
    atom, bound = item.atom, item.bound
    alone = item.form == "range" or bound is None
    start = atom.start if alone or bound is None else min(atom.start, bound.start)
    end = atom.end if alone or bound is None else max(atom.end, bound.end)
    low, high = (None if item.form == "at_most" else atom.low), (None if item.form == "at_least" else atom.high)
    return {"start": start, "end": end, "low": low, "high": high}
