"""Dates as the text gives them, and the days they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from counterclaim.resolving.calendar import Calendar, Match, calendar_of, grammar_of
from counterclaim.resolving.readings import READINGS, Words
from counterclaim.rules import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that tell when: their place, and the days they mean or why that stays open.

    `kind` is absolute, relative, window, duration, rate, or earlier, same, later (than the day told last); `unit` is
    how finely the words tell (day, month; days for a range of days);
    `first` and `last` are ISO dates, inclusive.
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

    @property
    def spans(self) -> bool:
        """Whether the words themselves give two ends ("April 27-29")."""
        return self.unit == "days"


def find_dates(text: str, reference: date | None, rules: RuleSet, *, offset: int = 0) -> tuple[DateMention, ...]:
    """The dates of a text, left to right, counted from the reference day; `offset` is added to their places.

    "on Thursday" with Sunday, 27 February 2022 -> 2022-02-24 to 2022-02-24
    """
    if not gate_of(rules).search(text):
        return ()
    calendar = calendar_of(rules)
    found = grammar_of(rules, "dates").matches(text)
    return tuple(_mention(text, match, reference, calendar, offset) for match in found)


def _mention(text: str, match: Match, reference: date | None, calendar: Calendar, offset: int) -> DateMention:
    ahead = looks_ahead(text, match.start, calendar)
    days = READINGS[match.rule.one("reading") or ""](Words(match.slots, calendar, reference, ahead))
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
    )


def looks_ahead(text: str, start: int, calendar: Calendar) -> bool:
    """Whether the clause before `start` speaks of what is to come ("will meet on Thursday")."""
    clause = re.split(r"[.;:,!?]\s", text[max(0, start - 60) : start])[-1].lower()
    return any(re.search(rf"\b{re.escape(word)}\b", clause) for word in calendar.classes.get("ahead", ()))


@lru_cache(maxsize=4)
def gate_of(rules: RuleSet) -> re.Pattern[str]:
    """An expression that every text with a date has a match for: a word of the calendar, or a year or day in digits."""
    calendar = calendar_of(rules)
    kinds = ("month", "weekday", "unit", "holiday", "offset", "rate", "part of day", "season")
    words = sorted({word for kind in kinds for word in calendar.classes.get(kind, ())})
    signs = r"\bovernight|\bweekend|\b(?:19|20)\d\d\b|\d[./-]\d"
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|{signs}", re.IGNORECASE)
