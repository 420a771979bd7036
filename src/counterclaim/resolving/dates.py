"""Dates as the text gives them, and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from counterclaim.resolving.calendar import Calendar, Match, branches_of, calendar_of, grammar_of
from counterclaim.resolving.day_words import DAY, Words
from counterclaim.resolving.readings import READINGS
from counterclaim.rules import RuleSet

WORD = re.compile(r"[^\W\d_]+|\d+")
TWO_DIGITS = tuple(f"{n:02}" for n in range(100))
YEARS = tuple(map(str, range(1900, 2100)))
DIGIT_BEFORE, DIGIT_AFTER = re.compile(r"\d[a-z]{0,2}\s\Z"), re.compile(r"\s\d")
CLAUSE_END = re.compile(r"[.;:,!?]\s")
STEPS = {"earlier": -1, "same": 0, "since": 0, "later": 1}  # kinds of dates that are counted from the day told last
LEAD = 6  # words that can stand before the core of a date ("in the last couple of hours")
CORES = (
    "month", "weekday", "unit", "holiday", "offset", "rate", "part of day", "season", "night", "overnight", "weekend",
    "day or night", "then", "since then", "near unit", "decade",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that tell when: their place, and the days they mean or why that stays open.

    `kind` is absolute, relative, deictic, window, duration, rate, or earlier, same, later, since (the day told last);
    `unit` is how finely the words tell (day, month; days for a range of days); `first` and `last` are ISO dates,
    inclusive. `possessive`: the date belongs to what is named next ("Tuesday's attack"). `step` counts the days from
    the day told last, negative for earlier ones. `governs`: the date is that of the clause that follows ("a day after
    gunmen shot 20 dead").
    """

    text: str
    start: int
    end: int
    kind: str
    unit: str
    first: str | None
    last: str | None
    why: str | None
    rule: str
    possessive: bool = False
    step: int | None = None
    governs: bool = False

    @property
    def spans(self) -> bool:
        """Whether the words themselves give two ends ("April 27-29")."""
        return self.unit == "days"

    @property
    def near_days(self) -> bool:
        """Whether the words tell one day, or the two that one night lies in ("the night of April 27 to 28")."""
        if not self.spans or self.first is None or self.last is None:
            return self.unit == "day"
        return date.fromisoformat(self.last) - date.fromisoformat(self.first) <= DAY


def find_dates(text: str, reference: date | None, rules: RuleSet, *, offset: int = 0) -> tuple[DateMention, ...]:
    """The dates of a text, left to right, counted from the reference day; `offset` is added to their places.

    "on Thursday" with Sunday, 27 February 2022 -> 2022-02-24 to 2022-02-24
    """
    calendar = calendar_of(rules)
    matches = _matches(with_capitals(text, calendar), rules)
    return tuple(_mention(text, match, reference, calendar, offset) for match in matches)


def with_capitals(text: str, calendar: Calendar) -> str:
    """A text without capitals with those of its weekdays, and of its months beside a digit ("march 15")."""
    if any(letter.isupper() for letter in text):
        return text
    weekdays, months = calendar.classes.get("weekday", {}), calendar.classes.get("month", {})

    def spelt(found: re.Match[str]) -> str:
        start, end = found.span()
        beside = DIGIT_BEFORE.search(text, max(0, start - 6), start) or DIGIT_AFTER.match(text, end)
        return found[0].capitalize() if found[0] in weekdays or (found[0] in months and beside) else found[0]

    return WORD.sub(spelt, text)


def _matches(text: str, rules: RuleSet) -> Iterator[Match]:
    """The rules that fit, tried only at the few words before each word that dates are made around."""
    cores = cores_of(rules)
    if cores.keys().isdisjoint(WORD.findall(text.lower())):
        return
    tokens, done = list(WORD.finditer(text)), 0
    for n, token in enumerate(tokens):
        numbers = cores.get(token[0].lower())
        if numbers is None or token.start() < done:
            continue
        starts = (earlier.start() for earlier in tokens[max(0, n - LEAD) : n + 1] if earlier.start() >= done)
        match = grammar_of(rules, "dates", numbers=numbers).first(text, starts, token.start())
        if match:
            done = match.end
            yield match


def _mention(text: str, match: Match, reference: date | None, calendar: Calendar, offset: int) -> DateMention:
    ahead = looks_ahead(text, match.start, calendar)
    words = Words(match.slots, calendar, reference, ahead)
    days = READINGS[match.rule.one("reading") or ""](words)
    return DateMention(
        text=text[match.start : match.end],
        start=match.start + offset,
        end=match.end + offset,
        kind=match.rule.one("kind") or "absolute",
        unit=days.unit,
        first=days.first.isoformat() if days.first else None,
        last=days.last.isoformat() if days.last else None,
        why=days.why,
        rule=match.rule.id,
        possessive=_is_possessive(text[match.start : match.end].lower(), calendar),
        step=_step(match.rule.one("kind") or "", words, days.unit),
        governs=bool(match.rule.all("governs")),
    )


def _step(kind: str, words: Words, unit: str) -> int | None:
    """The days between a date that is counted from another one and that one; None for other kinds and for weeks."""
    if kind not in STEPS or unit != "day":
        return None
    return STEPS[kind] * (words.number("number") or words.number("count") or 1)


def _is_possessive(words: str, calendar: Calendar) -> bool:
    endings = tuple(calendar.classes.get("possessive", {}))
    if not words.endswith(endings):
        return False
    days = (*calendar.classes.get("weekday", {}), *calendar.classes.get("offset", {}))
    return words.endswith(tuple(day + ending for ending in endings for day in days))


def looks_ahead(text: str, start: int, calendar: Calendar) -> bool:
    """Whether the clause before `start` speaks of what is to come ("will meet on Thursday")."""
    clause = CLAUSE_END.split(text[max(0, start - 60) : start])[-1].lower()
    ahead = calendar.classes.get("ahead", {})
    return not ahead.keys().isdisjoint(WORD.findall(clause)) or any(" " in word and word in clause for word in ahead)


@lru_cache(maxsize=4)
def cores_of(rules: RuleSet) -> Mapping[str, frozenset[int]]:
    """The words that dates are made around (of a phrase its longest word), and the patterns that each occurs in."""
    found: dict[str, frozenset[int]] = {}
    for kind in CORES:
        numbers = _with_slot(kind, rules)
        for phrase in calendar_of(rules).classes.get(kind, {}):
            word = max(WORD.findall(phrase), key=len)
            found[word] = found.get(word, frozenset()) | numbers
    short, of_year = dict.fromkeys(TWO_DIGITS, _with_slot("two digits", rules)), _with_slot("year", rules)
    return found | short | {year: of_year | found.get(year, frozenset()) for year in YEARS}


def _with_slot(kind: str, rules: RuleSet) -> frozenset[int]:
    slot = kind.replace(" ", "_")
    branches = branches_of(rules, "dates", "pattern")
    return frozenset(n for n, branch in branches.items() if any(s.rstrip("23") == slot for s in branch.slots))
