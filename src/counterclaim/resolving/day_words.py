"""Days, and the words of a rule that tell them: what all readings share."""

from __future__ import annotations

import calendar as month_lengths
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.resolving.calendar import Calendar

UNANCHORED = "no reference date to count from"
DAY = timedelta(days=1)
NEXT = 2 * DAY  # a report is dated where it was filed: what it tells can lie a day or two ahead


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, or None with the reason; `unit` is how finely the words tell."""

    first: date | None
    last: date | None
    unit: str = "day"
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words in a rule's slots, with the day to count from and whether the clause looks ahead."""

    slots: Mapping[str, str]
    calendar: Calendar
    today: date | None
    ahead: bool = False

    def value(self, slot: str) -> str | None:
        """What the word in a slot stands for; None where the slot is empty."""
        word = self.slots.get(slot)
        return self.calendar.value(slot.rstrip("2345").replace("_", " "), word) if word else None

    def number(self, slot: str) -> int | None:
        """The number in a slot: "27th" gives 27."""
        value = self.value(slot)
        digits = "".join(c for c in value if c.isdigit()) if value else ""
        return int(digits) if digits else None


def unknown(unit: str, why: str) -> Days:
    """No days, with the reason."""
    return Days(None, None, unit, why)


def single(day: date | None, why: str = UNANCHORED) -> Days:
    """One day, or the reason for none."""
    return Days(day, day, "day", None if day else why)


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    length = month_lengths.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return date(year, month, day) if 1 <= day <= length else None


def month_of(year: int, month: int) -> Days:
    """A whole month."""
    return Days(date(year, month, 1), date(year, month, month_lengths.monthrange(year, month)[1]), "month")


def nearest(month: int, day: int, today: date, *, ahead: bool = False) -> date | None:
    """The day of that name on or before today or right after it; on or after it where the words look ahead."""
    step = 1 if ahead else -1
    for year in range(today.year, today.year + 5 * step, step):
        found = valid(year, month, day)
        if found and (found >= today if ahead else found <= today + NEXT):
            return found
    return None


def full_year(number: int) -> int:
    """A year of four digits: 89 gives 1989, 22 gives 2022."""
    return number if number > 99 else number + (1900 if number > 50 else 2000)
