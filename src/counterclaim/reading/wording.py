"""The words of pages and datelines by the part they play, from the tables page_words and calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from counterclaim.rules import load_rules

LANGUAGE = "en"  # the language whose pages are read


@lru_cache(maxsize=32)
def patterns(kind: str) -> tuple[str, ...]:
    """The expressions of a class ("stamp"), in the order of the table."""
    return tuple(row["pattern"] for row in load_rules(LANGUAGE).table("page_words") if row["class"] == kind)


def any_of(kind: str) -> str:
    """An expression for any word of a class."""
    return f"(?:{'|'.join(patterns(kind))})"


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """Each month's names and short forms in small letters, with its number."""
    return {row["word"].lower(): int(row["value"]) for row in _calendar("month")}


def month_of(name: str) -> int:
    """The number of a month; 0 for a word that names none."""
    return months().get(name.lower().rstrip("."), 0)


@lru_cache(maxsize=1)
def any_month() -> str:
    """An expression with one group for a month's name, whole or short, with or without a stop."""
    return f"({_longest_first(months())})\\b\\.?"


@lru_cache(maxsize=1)
def any_weekday() -> str:
    """An expression for the beginning of a weekday's name."""
    words = (row["word"] for kind in ("weekday", "short weekday") for row in _calendar(kind))
    return f"(?:{_longest_first(words)})"


def _calendar(kind: str) -> list[Mapping[str, str]]:
    return [row.columns for row in load_rules(LANGUAGE).table("calendar") if row["class"] == kind]


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
