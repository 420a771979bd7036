"""Records to plain dicts of the public format and back, with every span checked on the way."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.records import (
    FORMAT,
    Answer,
    Article,
    Caveat,
    Claim,
    Place,
    Quantity,
    ReferenceDate,
    Skipped,
    Source,
    Statement,
    Target,
)  # fmt: skip

Json = Any  # str, int, float, bool, None, or lists and dicts of them

RENAMED: dict[type, dict[str, str]] = {ReferenceDate: {"origin": "from"}}
RULE = frozenset({"rule"})  # stands in the claim's `rules`
LEFT_OUT: dict[type, frozenset[str]] = {Quantity: RULE, Caveat: RULE, Skipped: RULE}
ORDER: dict[type, tuple[str, ...]] = {
    Quantity: ("low", "high", "form", "unit", "convention", "text", "start", "end", "qualifier"),
    Place: (
        "name", "relation", "precision", "geonames", "latitude", "longitude", "country", "candidates",
        "text", "start", "end",
    ),
    Target: ("category", "also", "side", "text", "start", "end"),
    Source: ("name", "org", "side", "text", "start", "end", "stands_for", "cue", "act"),
    Caveat: ("kind", "by", "text", "start", "end"),
    Answer: ("id", "relation", "whose"),
    Statement: ("id", "sources", "content", "act", "modality", "event", "target", "place", "claims"),
    Claim: (
        "id", "event", "trigger", "quantity", "target", "actor", "sources", "modality", "caveats", "part_of",
        "restates", "answers", "period", "place", "evidence", "context", "confidence", "rules", "unknown",
    ),
}  # fmt: skip
LEAVES = frozenset({str, int, bool, type(None)})
FLAT = LEAVES | {float}
PLACES = 6  # digits kept of a float: a coordinate to 0.1 m, a probability to a millionth


def to_dicts(extraction: Extraction) -> dict[str, Json]:
    """An extraction as one JSON object of the public format; ValueError names the first span that is wrong."""
    document = {
        "format": FORMAT,
        "article": _plain(extraction.article),
        "statements": _plain(extraction.statements),
        "claims": _plain(extraction.claims),
        "skipped": _plain(extraction.skipped),
        "made_by": _plain(extraction.made_by),
    }
    verify_spans(document)
    return document


def from_dicts(document: Mapping[str, Json]) -> Extraction:
    """The extraction that a JSON object of the public format holds.

    Raises ValueError for another format, an unknown or missing field, a value of the wrong type,
    or a span whose words do not stand at its place; the message names the field.
    """
    if document.get("format") != FORMAT:
        raise ValueError(f"format: found {document.get('format')!r}, expected {FORMAT!r}")
    keys = {"format", "article", "statements", "claims", "skipped", "made_by"}
    _same_keys("the object", document.keys(), keys)
    extraction = Extraction(
        article=_record(Article, document["article"], "article"),
        statements=_value(tuple[Statement, ...], document["statements"], "statements"),
        claims=_value(tuple[Claim, ...], document["claims"], "claims"),
        skipped=_value(tuple[Skipped, ...], document["skipped"], "skipped"),
        made_by=_record(MadeBy, document["made_by"], "made_by"),
    )
    verify_spans(document)
    return extraction


def to_plain(record: Any) -> Json:
    """One record as the public format has it; its spans are not checked, for the article is not at hand."""
    return _plain(record)


def from_plain(record: type[Any], value: Json, where: str) -> Any:
    """The record of a kind that a JSON object holds; ValueError names the field that is wrong, after `where`."""
    return _record(record, value, where)


def verify_spans(document: Mapping[str, Json]) -> None:
    """None if the words of every span stand at its place in the article; else ValueError names the first wrong one."""
    wrong = _first_wrong(document, document["article"]["text"])
    if wrong:
        raise ValueError(f"{wrong[0].lstrip('.')}: {wrong[1]}")


def _first_wrong(node: Json, text: str) -> tuple[str, str] | None:
    """Where the first wrong span stands, and what is wrong with it. This runs often: the way is told only then."""
    if node.__class__ is list:
        for index, value in enumerate(node):
            if value.__class__ not in FLAT and (found := _first_wrong(value, text)):
                return f"[{index}]{found[0]}", found[1]
        return None
    if "start" in node and "basis" not in node and (message := _mismatch(node, text)):  # a period's start is a day
        return "", message
    for key, value in node.items():
        if value.__class__ not in FLAT and (found := _first_wrong(value, text)):
            return f".{key}{found[0]}", found[1]
    return None


def _mismatch(node: Mapping[str, Json], text: str) -> str | None:
    start, end = node["start"], node["end"]
    if start is None and end is None:
        return None
    if start is None or end is None or not 0 <= start <= end <= len(text):
        return f"{start}-{end} is no stretch of the article's {len(text)} characters"
    if "text" in node and text[start:end] != node["text"]:
        return f"{start}-{end} is {text[start:end]!r} in the article, not {node['text']!r}"
    return None


@cache
def _layout(record: Any) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a record in the order of the format, each with its name there and its type."""
    names = ORDER.get(record) or tuple(f.name for f in fields(record) if f.name not in LEFT_OUT.get(record, ()))
    renamed, hints = RENAMED.get(record, {}), get_type_hints(record)
    return tuple((name, renamed.get(name, name), hints[name]) for name in names)


def _plain(value: Any) -> Json:
    kind = value.__class__
    if kind in LEAVES:
        return value
    if kind is float:
        return round(value, PLACES) + 0.0
    if kind is tuple or kind is list:
        return [item if item.__class__ in LEAVES else _plain(item) for item in value]
    if kind is dict:
        return {key: _plain(item) for key, item in value.items()}
    values, names = in_order(kind)
    plain = dict(zip(names, values(value), strict=True))
    for name in _more_than_leaves(kind):
        if plain[name] is not None:
            plain[name] = _plain(plain[name])
    return plain


@cache
def _more_than_leaves(record: Any) -> tuple[str, ...]:
    """The names of a record's fields that may hold more than one plain word or number."""
    return tuple(name for _, name, hint in _layout(record) if not _is_leaf(hint))


def _is_leaf(hint: Any) -> bool:
    choices = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return LEAVES.issuperset(choices)


@cache
def in_order(record: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """What gives a record's values in the order of the format, and their names there."""
    layout = _layout(record)
    return attrgetter(*(inside for inside, _, _ in layout)), tuple(outside for _, outside, _ in layout)


def _record(record: Any, value: Json, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"{where}: {type(value).__name__} found, an object expected")
    layout = _layout(record)
    _same_keys(where, value.keys(), {outside for _, outside, _ in layout})
    return record(**{inside: _value(hint, value[outside], f"{where}.{outside}") for inside, outside, hint in layout})


def _same_keys(where: str, found: Any, expected: set[str]) -> None:
    unknown, missing = sorted(set(found) - expected), sorted(expected - set(found))
    if unknown:
        raise ValueError(f"{where}: unknown field {unknown[0]!r}; known fields: {', '.join(sorted(expected))}")
    if missing:
        raise ValueError(f"{where}: field {missing[0]!r} is missing")


def _value(hint: Any, value: Json, where: str) -> Any:
    """The value as the type hint wants it: a record, a tuple of them, a mapping, or a plain value."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        [wanted] = [item for item in inner if item is not type(None)]
        return None if value is None else _value(wanted, value, where)
    if origin is tuple:
        _expect(isinstance(value, Sequence) and not isinstance(value, str), where, value, "a list")
        return tuple(_value(inner[0], item, f"{where}[{index}]") for index, item in enumerate(value))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        _expect(isinstance(value, Mapping), where, value, "an object")
        return dict(value)
    if is_dataclass(hint):
        return _record(hint, value, where) if isinstance(hint, type) else value
    numbers = (int, float) if hint is float else (hint,)
    _expect(isinstance(value, numbers) and not isinstance(value, bool), where, value, hint.__name__)
    return float(value) if hint is float else value


def _expect(holds: bool, where: str, value: Json, wanted: str) -> None:
    if not holds:
        raise ValueError(f"{where}: {type(value).__name__} found, {wanted} expected")
