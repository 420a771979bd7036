"""The words of a language's calendar, and patterns written with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.caseless import Caseless, caseless
from counterclaim.rules import Rule, RuleSet

SLOT = re.compile(r"<([a-z ]+?)(\d?)>")
# What digits can stand for; every other class is a list of words in calendar.tsv.
DIGITS = {
    "year": r"(?:19|20)\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:<ordinal>)?(?![\w:%]|[.,]\d)",
    "mm": r"1[0-2]|0?[1-9]",
    "count": r"\d{1,4}",
    "two digits": r"\d\d",
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
class Branch:
    """One pattern of a rule, with its slots, as an expression whose groups bear the branch's number, its own last."""

    rule: Rule
    slots: tuple[str, ...]
    expression: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of rules joined into one expression: the text is read once."""

    branches: Mapping[int, Branch]
    expression: Caseless

    def matches(self, text: str) -> Iterator[Match]:
        """Every place where a rule fits, left to right; of rules that fit in one place the first one counts."""
        return map(self._read, self.expression.finditer(text))

    def first(self, text: str, starts: Iterable[int], core: int) -> Match | None:
        """The match that begins at the earliest of `starts` and reaches over `core`; None if there is none."""
        tries = (self.expression.exact.match(text, start) for start in starts)
        return next((self._read(found) for found in tries if found and found.end() > core), None)

    def _read(self, found: re.Match[str]) -> Match:
        number = int(str(found.lastgroup)[1:])
        branch = self.branches[number]
        slots = {name: found[f"{name}__{number}"] for name in branch.slots}
        return Match(branch.rule, found.start(), found.end(), {k: v for k, v in slots.items() if v})


@lru_cache(maxsize=4)
def calendar_of(rules: RuleSet) -> Calendar:
    """The calendar of the language of `rules`."""
    classes: dict[str, dict[str, str]] = {}
    for row in rules.table("calendar"):
        classes.setdefault(row["class"], {})[row["word"].lower()] = row["value"]
    return Calendar(classes)


@lru_cache(maxsize=8)
def branches_of(rules: RuleSet, kind: str, key: str) -> Mapping[int, Branch]:
    """The patterns that the rules of one kind have under `key`, numbered in the order of the files.

    In a pattern a space stands for any white space, and <month> for the words of that class in the calendar.
    """
    patterns = [(rule, pattern) for rule in rules.rules(kind) for pattern in rule.all(key)]
    return {n: _branch(n, rule, pattern, calendar_of(rules)) for n, (rule, pattern) in enumerate(patterns)}


def _branch(number: int, rule: Rule, pattern: str, calendar: Calendar) -> Branch:
    slots = tuple((kind + ordinal).replace(" ", "_") for kind, ordinal in SLOT.findall(pattern))
    return Branch(rule, slots, f"(?:{expand(pattern, calendar, number)})(?P<b{number}>)")


@lru_cache(maxsize=64)
def grammar_of(rules: RuleSet, kind: str, key: str = "pattern", numbers: frozenset[int] | None = None) -> Grammar:
    """The patterns of one kind of rule, or those of them with the given numbers, as one expression."""
    branches = {n: b for n, b in branches_of(rules, kind, key).items() if numbers is None or n in numbers}
    expressions = (branch.expression for branch in branches.values())
    return Grammar(branches, caseless(*expressions, before=r"(?<![\w-])", after=r"(?!\w)"))


def expand(pattern: str, calendar: Calendar, number: int) -> str:
    """The expression that a pattern stands for; its slots become groups named after their class."""

    def slot(found: re.Match[str]) -> str:
        kind, ordinal = found[1], found[2]
        return f"(?P<{kind.replace(' ', '_')}{ordinal}__{number}>{choices(kind, calendar)})"

    parts = SLOT.split(pattern)
    spaced = [part.replace(" ?", r"\s*").replace(" ", r"\s+") if i % 3 == 0 else part for i, part in enumerate(parts)]
    slots = iter(SLOT.finditer(pattern))
    return "".join(part if i % 3 == 0 else slot(next(slots)) for i, part in enumerate(spaced) if i % 3 != 2)


def choices(kind: str, calendar: Calendar) -> str:
    """An expression for any word of a class; names of days and months must be written as names."""
    if kind in DIGITS:
        return DIGITS[kind].replace("<ordinal>", "|".join(calendar.words("ordinal")))
    words = [re.escape(word).replace(r"\ ", r"\s+") for word in calendar.words(kind)]
    if kind in NAMES:
        spelt = [form for word in calendar.words(kind) for form in _as_name(word)]
        return f"(?-i:{'|'.join(re.escape(form) for form in spelt)})" + (r"\b\.?" if "short" in kind else "")
    return "|".join(words)


def _as_name(word: str) -> tuple[str, str]:
    return " ".join(part[:1].upper() + part[1:] for part in word.split()), word.upper()
