"""What a rule's words mean as days: the readings that rules in dates.yaml name."""

from __future__ import annotations

import calendar as month_lengths
from collections.abc import Callable
from datetime import date

from counterclaim.resolving.day_words import (
    DAY,
    UNANCHORED,
    Days,
    Words,
    full_year,
    month_of,
    nearest,
    single,
    unknown,
    valid,
)

STARTS, ENDS = ("start",), ("end",)  # values of the class "stretch"

Reading = Callable[[Words], Days]


def read_iso(words: Words) -> Days:
    """2022-02-27, or the parts of a numeric date whose order is known."""
    year, month, day = (words.number(slot) or 0 for slot in ("year", "mm", "day"))
    return single(valid(year, month, day), "no such day")


def read_slashed(words: Words) -> Days:
    """2/27/2022: the month first, as in the United States, unless only the other order is a date."""
    first, second = words.number("count") or 0, words.number("count2") or 0
    return _numeric(words, first, second)


def read_dotted(words: Words) -> Days:
    """27.02.2022, 27-02-2022: the day first."""
    first = words.number("count") or words.number("two_digits") or 0
    second = words.number("count2") or words.number("count3") or words.number("two_digits2") or 0
    return _numeric(words, second, first)


def _numeric(words: Words, month: int, day: int) -> Days:
    """Of the two orders the usual one, unless only the other is a date or is the day of reference itself."""
    short = words.number("two_digits3")
    year = words.number("year") or (full_year(short) if short is not None else 0)
    usual, other = valid(year, month, day), valid(year, day, month)
    return single(other if other and other == words.today else usual or other, "no such day")


def read_day(words: Words) -> Days:
    """Feb. 27, 27 February 2022, April 27-29, April 27 to May 3; the nearest such day where no year is given."""
    month, day, year = words.number("month") or 0, words.number("day") or 0, words.number("year")
    year = year or (full_year(short) if (short := words.number("count")) else None)
    if year is None and words.today is None:
        return unknown("day", "no year, and " + UNANCHORED)
    first = valid(year, month, day) if year else nearest(month, day, words.today or date.max, ahead=words.ahead)
    if first is None:
        return unknown("day", "no such day")
    if (until := words.number("day2")) is None:
        return single(first)
    last = valid(first.year, words.number("month2") or month, until)
    if last and last < first:  # December 27 to January 3, or a range that runs over today
        first, last = valid(first.year - 1, month, day) or first, last
    return Days(first, last, "days") if last else single(first)


def read_month(words: Words) -> Days:
    """March 2011, in March: a whole month; of a stretch ("early March") only an end that it names."""
    month, year, today = words.number("month") or 1, words.number("year"), words.today
    if year is None and today is None:
        return unknown("month", "no year, and " + UNANCHORED)
    if year is None and today is not None:
        near = nearest(month, 1, today, ahead=words.ahead) or today
        this_month = (near.year, near.month) == (today.year, today.month)
        year = near.year - 1 if this_month and words.value("past") else near.year
    return _stretch(words, month_of(year or 1, month))


def read_year(words: Words) -> Days:
    """2014: from its first day to its last; of a stretch ("mid-2014") only an end that it names."""
    year = words.number("year") or 1
    return _stretch(words, Days(date(year, 1, 1), date(year, 12, 31), "year"))


def read_decade(words: Words) -> Days:
    """The 1970s: a time of which no day is told."""
    return unknown("decade", "only a decade is named")


def _stretch(words: Words, whole: Days) -> Days:
    """The first day of "the start of 2014", the last of "the end of 2014", neither of "early 2014"."""
    stretch = words.value("stretch")
    if stretch is None:
        return whole
    first, last = whole.first if stretch in STARTS else None, whole.last if stretch in ENDS else None
    return Days(first, last, whole.unit, f"only a stretch of a {whole.unit} is named")


def read_weekday(words: Words) -> Days:
    """Thursday: the latest one up to today; last Thursday: the one before today; next Thursday: the one after."""
    if words.today is None:
        return unknown("day", UNANCHORED)
    days = [_weekday(words, slot) for slot in ("weekday", "weekday2") if words.slots.get(slot)]
    first, last = days[0], days[-1]
    return Days(first - 7 * DAY if first > last else first, last, "day")


def _weekday(words: Words, slot: str) -> date:
    today, wanted = words.today or date.max, int(words.value(slot) or 0)
    if words.value("ahead"):
        return today + ((wanted - today.weekday() - 1) % 7 + 1) * DAY
    if words.ahead:
        return today + (wanted - today.weekday()) % 7 * DAY
    back = (today.weekday() - wanted) % 7
    return today - (back or (7 if words.value("past") else 0)) * DAY


def read_offset(words: Words) -> Days:
    """Today, yesterday, last night, this morning."""
    return single(words.today + int(words.value("offset") or 0) * DAY if words.today else None)


def read_ago(words: Words) -> Days:
    """Two days ago: stays open, the text rounds."""
    return unknown(words.value("unit") or "day", "counted back by round numbers")


def read_unit(words: Words) -> Days:
    """This week (up to today), last week (Monday to Sunday), this year; last month and late last year stay open."""
    unit, today = words.value("unit") or "day", words.today
    if today is None:
        return unknown(unit, UNANCHORED)
    if words.value("ahead"):
        return unknown(unit, "lies ahead")
    monday = today - today.weekday() * DAY
    past = bool(words.value("past"))
    spans = {
        ("week", True): (monday - 7 * DAY, monday - DAY),
        ("week", False): (monday, today),
        ("month", False): (today.replace(day=1), today),
        ("year", True): (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        ("year", False): (date(today.year, 1, 1), today),
        ("day", False): (today, today),
    }
    found = spans.get((unit, past))
    return _stretch(words, Days(*found, unit)) if found else unknown(unit, f"which days of the {unit} is not said")


def read_window(words: Words) -> Days:
    """The last 24 hours, the past week, the last three years: from that long before today to today."""
    unit, today, count = words.value("unit") or "day", words.today, words.number("number") or words.number("count") or 1
    if words.value("number") == "0":
        return unknown(unit, "how many is not said")
    if today is None:
        return unknown(unit, UNANCHORED)
    return Days(go_back(today, unit, count), today, unit)


def go_back(today: date, unit: str, count: int) -> date:
    """The day that many units before today; hours count by the days they touch."""
    days = {"minute": 0, "hour": -(-count // 24), "day": count, "week": 7 * count, "fortnight": 14 * count}
    if unit in days:
        return today - days[unit] * DAY
    months = today.year * 12 + today.month - 1 - count * {"month": 1, "year": 12, "decade": 120}.get(unit, 1200)
    year, month = divmod(months, 12)
    return date(max(year, 1), month + 1, min(today.day, month_lengths.monthrange(max(year, 1), month + 1)[1]))


def read_overnight(words: Words) -> Days:
    """Overnight: the evening before and the day itself."""
    today = words.today
    return Days(today - DAY, today, "day") if today else unknown("day", UNANCHORED)


def read_weekend(words: Words) -> Days:
    """The weekend: the latest Saturday up to today, and the Sunday after it unless that lies ahead."""
    today = words.today
    if today is None:
        return unknown("week", UNANCHORED)
    saturday = today - ((today.weekday() - 5) % 7) * DAY
    if words.value("past") and today.weekday() > 4:
        saturday -= 7 * DAY
    return Days(saturday, min(saturday + DAY, today), "day")


def read_holiday(words: Words) -> Days:
    """Christmas Day: the latest one up to today."""
    month, day = map(int, (words.value("holiday") or "1-1").split("-"))
    year, today = words.number("year"), words.today
    if year:
        return single(valid(year, month, day))
    return single(nearest(month, day, today, ahead=words.ahead) if today else None)


def read_open(words: Words) -> Days:
    """Three weeks, recent days: a length or a stretch whose days nothing fixes."""
    return unknown(words.value("unit") or "day", "a length of time, its days are not said")


def read_rate(words: Words) -> Days:
    """A day, daily, per month: how often."""
    return unknown(words.value("unit") or words.value("rate") or "day", "a rate")


def read_same(words: Words) -> Days:
    """That day: the day told last, found by the caller."""
    return unknown("day", "the day referred to is not found")


def read_neighbour(words: Words) -> Days:
    """A day earlier, two days after: counted from the day told last, by the caller; weeks are not told to the day."""
    if words.value("near_unit") == "week":
        return unknown("week", "counted in weeks, not to the day")
    return unknown("day", "the day to count from is not found")


READINGS: dict[str, Reading] = {
    "iso": read_iso,
    "slashed": read_slashed,
    "dotted": read_dotted,
    "day": read_day,
    "month": read_month,
    "year": read_year,
    "decade": read_decade,
    "weekday": read_weekday,
    "offset": read_offset,
    "ago": read_ago,
    "unit": read_unit,
    "window": read_window,
    "overnight": read_overnight,
    "weekend": read_weekend,
    "holiday": read_holiday,
    "open": read_open,
    "rate": read_rate,
    "same": read_same,
    "neighbour": read_neighbour,
}
