"""The words of a language's calendar, and patterns written with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.rules import Rule, RuleSet

SLOT = re.compile(r"<([a-z ]+?)(\d?)>")
# What digits can stand for; every other class is a list of words in calendar.tsv.
DIGITS = {
    "year": r"(?:19|20)\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|[ap]m)",
    "mm": r"1[0-2]|0?[1-9]",
    "count": r"\d{1,4}",
    "clock": r"\d{1,2}(?:[:.]\d\d)?",
}
# Words that are also common nouns or verbs ("march", "may") count only as names: with a capital, or in capitals.
NAMES = frozenset({"month", "weekday", "short weekday", "holiday"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """For each class of words ("month", "unit"), what every word of it stands for."""

    classes: Mapping[str, Mapping[str, str]]

    def value(self, kind: str, word: str) -> str:
        """What a word stands for: ("month", "Feb.") gives "2"; digits stand for themselves."""
        key = word.lower().rstrip(".")
        return self.classes.get(kind, {}).get(key, key)

    def words(self, kind: str) -> tuple[str, ...]:
        """The words of a class, longest first."""
        return tuple(sorted(self.classes[kind], key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits, where it fits, and the words in its slots."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of rules joined into one expression: the text is read once."""

    rules: tuple[Rule, ...]  # one for each branch of the expression
    slots: tuple[tuple[str, ...], ...]
    expression: re.Pattern[str]

    def matches(self, text: str) -> Iterator[Match]:
        """Every place where a rule fits, left to right; of rules that fit in one place the first one counts."""
        for found in self.expression.finditer(text):
            branch = int(str(found.lastgroup)[1:])
            slots = {name: found[f"{name}__{branch}"] for name in self.slots[branch]}
            yield Match(self.rules[branch], found.start(), found.end(), {k: v for k, v in slots.items() if v})


@lru_cache(maxsize=4)
def calendar_of(rules: RuleSet) -> Calendar:
    """The calendar of the language of `rules`."""
    classes: dict[str, dict[str, str]] = {}
    for row in rules.table("calendar"):
        classes.setdefault(row["class"], {})[row["word"].lower()] = row["value"]
    return Calendar(classes)


@lru_cache(maxsize=8)
def grammar_of(rules: RuleSet, kind: str, key: str = "pattern") -> Grammar:
    """The rules of one kind that have `key`, as one expression.

    In a pattern a space stands for any white space, and <month> for the words of that class in the calendar.
    """
    branches = [(rule, pattern) for rule in rules.rules(kind) for pattern in rule.all(key)]
    calendar = calendar_of(rules)
    joined = "|".join(f"(?P<b{n}>{expand(pattern, calendar, n)})" for n, (_, pattern) in enumerate(branches))
    slots = tuple(tuple(map("".join, SLOT.findall(pattern))) for _, pattern in branches)
    return Grammar(
        tuple(rule for rule, _ in branches),
        tuple(tuple(name.replace(" ", "_") for name in names) for names in slots),
        re.compile(rf"(?<![\w-])(?:{joined})(?!\w)" if branches else r"(?!)", re.IGNORECASE),
    )


def expand(pattern: str, calendar: Calendar, number: int) -> str:
    """The expression that a pattern stands for; its slots become groups named after their class."""

    def slot(found: re.Match[str]) -> str:
        kind, ordinal = found[1], found[2]
        return f"(?P<{kind.replace(' ', '_')}{ordinal}__{number}>{choices(kind, calendar)})"

    parts = SLOT.split(pattern)
    spaced = [part.replace(" ", r"\s+") if i % 3 == 0 else part for i, part in enumerate(parts)]
    slots = iter(SLOT.finditer(pattern))
    return "".join(part if i % 3 == 0 else slot(next(slots)) for i, part in enumerate(spaced) if i % 3 != 2)


def choices(kind: str, calendar: Calendar) -> str:
    """An expression for any word of a class; names of days and months must be written as names."""
    if kind in DIGITS:
        return DIGITS[kind]
    words = [re.escape(word).replace(r"\ ", r"\s+") for word in calendar.words(kind)]
    if kind in NAMES:
        spelt = [form for word in calendar.words(kind) for form in _as_name(word)]
        return f"(?-i:{'|'.join(re.escape(form) for form in spelt)})" + (r"\b\.?" if "short" in kind else "")
    return "|".join(words)


def _as_name(word: str) -> tuple[str, str]:
    return " ".join(part[:1].upper() + part[1:] for part in word.split()), word.upper()
