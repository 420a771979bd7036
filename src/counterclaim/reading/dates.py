"""Publication dates in the spellings of pages, feeds and data sets, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from counterclaim.reading.wording import any_month, any_of, month_of, patterns

ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ]\s*(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?![\d:]))?",
    re.ASCII,
)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?$", re.ASCII)
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", re.ASCII)
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b", re.ASCII)
CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d?))?(?:\.\d+)?\s*([ap])?\.?(?:m\b)?", re.I | re.ASCII)
ZONE = re.compile(
    r"(?:(?<=\s)|(?<=\d))([+-]\d\d):?(\d\d)\b|\b(Z|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|MSK)\b"
)
RANGE = re.compile(r"^\d{4}(?:-\d\d){0,2}\s*(?:/|\s[-–]\s)\s*\d{4}")
IN_ADDRESS = re.compile(
    r"/(?:[^/?#]*[-/])?((?:19|20)\d\d)[-/](0?[1-9]|1[0-2]|[a-z]{3})[-/](\d\d?)(?=[-/]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)/",
    re.I,
)
# "ET", "CT", "MT" leave open whether summer time holds: no offset is better than a guess.
OFFSETS = {
    "Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00",
    "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00",
    "CET": "+01:00", "CEST": "+02:00", "MSK": "+03:00",
}  # fmt: skip
LONGEST = 80


def read_date(raw: object) -> str | None:
    """A date or time as ISO 8601: a bare date stays one, an offset is kept; None where no day is named.

    "26-FEB-1987 15:18:21.45" -> "1987-02-26T15:18:21"; "2018" and ranges -> None. Slashes are month first unless
    the first number cannot be a month; dots are day first.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _epoch(raw)
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    if not text or len(text) > LONGEST or RANGE.match(text):
        return None
    found = ISO.match(text) or COMPACT.match(text)
    return _from_iso(found) if found else _from_words(text)


def date_in_address(url: str | None) -> str | None:
    """The day that an address names: "/2022/03/02/", "/20220302/", "-2022-03-02", "/2022/mar/02/"."""
    found = IN_ADDRESS.search(url or "")
    if found is None:
        return None
    year, month, day = [group for group in found.groups() if group]
    return iso_day(int(year), int(month) if month.isdigit() else month_of(month), int(day))


def day_of(value: str | None) -> str | None:
    """The day of an ISO date or time."""
    return value[:10] if value else None


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO, or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _epoch(value: float) -> str | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 1e8 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _from_iso(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    iso = iso_day(int(year), int(month), int(day))
    if iso is None or hour is None or int(hour) > 23:
        return iso
    return iso + _clock(hour, minute, second) + _offset(zone)


def _clock(hour: str, minute: str, second: str | None) -> str:
    return f"T{int(hour):02d}:{minute}" + (f":{int(second):02d}" if second else "")


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in OFFSETS:
        return OFFSETS[zone]
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _from_words(text: str) -> str | None:
    iso = _day(text)
    clock = CLOCK.search(text)
    if iso is None or clock is None:
        return iso
    hour, minute, second, half = clock.groups()
    if half is None and not {*patterns("afternoon")}.isdisjoint(text[clock.end() :].upper().split()):
        half = "p"
    number = int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
    if number > 23 or int(minute) > 59:
        return iso
    zone = ZONE.search(text, clock.end())
    return iso + _clock(str(number), minute, second) + _offset(zone and (zone[3] or f"{zone[1]}{zone[2]}"))


@lru_cache(maxsize=1)
def _with_months() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates with a month's name: the day before it, and behind it."""
    ordinal, month, link = any_of("ordinal"), any_month(), any_of("month_link")
    day_first = rf"\b(\d{{1,2}}){ordinal}?[\s-]+(?:{link}\s+)?{month},?[\s-]+(\d{{4}})\b"
    month_first = rf"\b{month}\s+(\d{{1,2}}){ordinal}?,?\s+(\d{{4}})\b"
    return re.compile(day_first, re.I | re.ASCII), re.compile(month_first, re.I | re.ASCII)


def _day(text: str) -> str | None:
    day_first, month_first = _with_months()
    if found := day_first.search(text):
        return iso_day(int(found[3]), month_of(found[2]), int(found[1]))
    if found := month_first.search(text):
        return iso_day(int(found[3]), month_of(found[1]), int(found[2]))
    if found := DOTTED.search(text):
        return iso_day(int(found[3]), int(found[2]), int(found[1]))
    if found := SLASHED.search(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return iso_day(year, second, first) if first > 12 else iso_day(year, first, second)
    return None
