"""The fields that a reviewer may correct, and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from counterclaim.review.judgement import JudgementError
from counterclaim.vocabulary import ACTS, BASES, CATEGORIES, EVENTS, FORMS, MODALITIES, STATEMENT_EVENTS

Value = str | int | float | list[str] | None
PRECISIONS = ("point", "settlement", "district", "region", "country")
PERS = ("day", "week", "month")
NOTHING = ("", "null", "none", "unknown")


def _one_of(known: tuple[str, ...]) -> Callable[[str], Value]:
    def read(text: str) -> Value:
        if text not in known:
            raise ValueError(f"one of {', '.join(known)} expected")
        return text

    return read


def _whole(text: str) -> Value:
    digits = re.sub(r"(?<=\d)[ ,_\u00a0\u202f](?=\d{3})", "", text)
    if not digits.isascii() or not digits.isdigit():
        raise ValueError("a whole number of 0 or more expected, such as 1597")
    return int(digits)


def _day(text: str) -> Value:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("an ISO day expected, such as 2022-02-27")
    date.fromisoformat(text)
    return text


def _degrees(largest: float) -> Callable[[str], Value]:
    def read(text: str) -> Value:
        if not -largest <= float(text) <= largest:
            raise ValueError(f"degrees between -{largest:g} and {largest:g} expected")
        return float(text)

    return read


def _categories(text: str) -> Value:
    return [str(_one_of(CATEGORIES)(part.strip())) for part in text.split(",")]


CHOICES: Mapping[str, tuple[str, ...]] = {
    "event": (*EVENTS, *STATEMENT_EVENTS), "category": CATEGORIES, "form": FORMS, "unit": ("km2", "mi2", "ha", "t"),
    "modality": MODALITIES, "basis": BASES, "per": PERS, "precision": PRECISIONS, "act": ACTS,
    "relation": ("denies", "doubts", "revises"),
}  # fmt: skip
FIELDS: Mapping[str, Callable[[str], Value]] = {
    "event": _one_of(CHOICES["event"]),
    "category": _one_of(CATEGORIES),
    "also": _categories,
    "side": str,
    "actor": str,
    "low": _whole,
    "high": _whole,
    "form": _one_of(FORMS),
    "unit": _one_of(CHOICES["unit"]),
    "modality": _one_of(MODALITIES),
    "basis": _one_of(BASES),
    "per": _one_of(PERS),
    "start": _day,
    "end": _day,
    "place": str,
    "precision": _one_of(PRECISIONS),
    "geonames": _whole,
    "latitude": _degrees(90.0),
    "longitude": _degrees(180.0),
    "country": str,
    "claimant": str,
    "claimant_side": str,
    "speaker": str,
    "act": _one_of(ACTS),
    "part_of": str,
    "restates": str,
    "answers": str,
    "relation": _one_of(CHOICES["relation"]),
    "whose": str,
}
REQUIRED = frozenset({"claimant", "modality"})


def read_change(field: str, text: str) -> Value:
    """The value that a reviewer's words mean for a field; null for an empty one.

    Raises JudgementError for an unknown field and for words that are no value of it.

    >>> read_change("low", "1,597"), read_change("side", "")
    (1597, None)
    """
    if field not in FIELDS:
        raise JudgementError(f"unknown field {field!r}; fields that can be corrected: {', '.join(FIELDS)}")
    text = text.strip()
    if text.lower() in NOTHING and not (field == "form" and text):
        if field in REQUIRED:
            raise JudgementError(f"{field}: empty; a {field} cannot be unknown")
        return None
    try:
        return FIELDS[field](text)
    except ValueError as error:
        raise JudgementError(f"{field}: {text!r} found; {error}") from error


def read_changes(texts: Mapping[str, str]) -> dict[str, Value]:
    """The corrections that a reviewer's words mean, checked against one another."""
    changes = {field: read_change(field, text) for field, text in texts.items()}
    for first, last in (("low", "high"), ("start", "end")):
        one, other = changes.get(first), changes.get(last)
        if one is not None and other is not None and one > other:  # type: ignore[operator]
            raise JudgementError(f"{first} is {one} and {last} is {other}: {first} cannot be after {last}")
    return changes
