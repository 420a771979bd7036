"""Datelines and captions: where an article was filed, and the day its "today" counts from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from counterclaim.reading.dates import day_of, iso_day
from counterclaim.reading.wording import any_month, any_of, any_weekday, month_of
from counterclaim.records import Part, ReferenceDate

WORD = r"[A-ZÀ-Þ][\w.'’-]*"
AGENCY = r"\([A-Z][^()\n]{1,40}\)"
DASH = r"\s*(?:--?|–|—|―|\ufffd)"
TAGS = r"(?:\s*\[[A-Z][^\]]{0,80}\])*"
NUMERIC = r"\d{4}-\d\d-\d\d|\d\d?[.-]\d\d?[.-]\d{4}"
ZONE = r"(?:UTC|GMT|BST|CET|CEST|MSK|[ECMP][SD]?T)\b"
AGENCIES = r"[A-Z]{2,6}(?:(?: and |/| ?, ?)[A-Z]{2,6})?"
ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
DOTTED = re.compile(r"\b(\d\d?)[.-](\d\d?)[.-](\d{4})\b")
LONGEST_STAMP = 80
NEAR = 31  # days between a dateline without a year and the publication, at most
FAR = 400  # days from which a dateline with a year is about something else


@dataclass(frozen=True, slots=True)
class Spellings:
    """How datelines, stamps and the dates in them are written; each spelling with its groups of day, month, year."""

    wire: re.Pattern[str]
    stamp: re.Pattern[str]
    yearless: re.Pattern[str]
    dates: tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...]


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """The spellings in the words of the language that is read."""
    return Spellings(
        re.compile(_wire()), re.compile(_stamp()), re.compile(rf"{_day()}(?!,?\s+\d{{2,4}}\b)"), _dates_of()
    )


def _day() -> str:
    month, ordinal = f"(?i:{any_month()[1:]}", f"(?i:{any_of('ordinal')})?"
    return rf"(?:\d{{1,2}}{ordinal}\s+{month}|{month}\s+\d{{1,2}}{ordinal})(?!\d)"


def _wire() -> str:
    """ "KYIV, Feb 27 (Reuters) - ", "(AP) - ", "KYIV - "."""
    particles = rf"(?: {any_of('particle')}){{1,2}} {WORD}"
    name = rf"{WORD}(?:(?: |/)(?:{WORD}|\([A-Z]\w+\))|{particles}){{0,4}}"
    place = rf"{name}(?:, {name}){{0,2}}"
    return (
        rf"(?:{place}[,:]? \(?{_day()}(?:,?\s+\d{{2,4}})?,?\)?\s*(?:{AGENCY})?{DASH}{TAGS}\s+"
        rf"|(?:{place},? )?{AGENCY}(?:{DASH}{TAGS}\s+|\s*$)"
        rf"|[A-ZÀ-Þ][A-ZÀ-Þ .'/-]{{2,40}}(?:, [A-Z][\w. ]{{2,30}})?\s+(?:--?|–|—|\ufffd)\s+(?=\S.{{0,15}}[a-z]))"
    )


def _stamp() -> str:
    """ "Published: 2 May 2016 10:30 GMT", "Reuters Sunday 9 Oct 2016", but not "On Sunday 9 Oct 2016"."""
    month, weekday, at = f"(?i:{any_month()[1:]}", rf"(?i:{any_weekday()})[a-zA-Z]*", any_of("clock_link")
    named = rf"(?!{any_of('no_name')}\b)[A-Z]\w+(?:(?:,| and)? [A-Z]\w+)? "
    time = (
        rf"(?:,?\s+(?:{at} )?\d\d?:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s+{ZONE})?"
        rf"|\s+{at} \d{{4}}|\s+\d{{4}} {ZONE}|\s+\d{{6}}\b)"
    )
    updated = rf"(?:\s*\({any_of('updated')}[^()]*\)|\))?"
    return (
        rf"(?:{AGENCIES},? |{named}(?={weekday},? \d))?(?:(?i:{any_of('stamp')}):?\s+)?(?:{weekday},?\s+)?"
        rf"(?:{_day()},?\s+\d{{4}}|{month} \d\d\d{{4}}|{NUMERIC})(?!\d){time}?{updated}[.,:]?"
        r"(?:\s*(?=[A-Z\"“])|\s+(?=[0-9'‘•])|\s*$)"
    )


def _dates_of() -> tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...]:
    month, ordinal = any_month(), any_of("ordinal")
    day_first = rf"\b(\d{{1,2}}){ordinal}?\s+{month}(?:,?\s+(\d{{4}}|\d\d)\b)?"
    month_first = rf"\b{month}\s+(\d{{1,2}}){ordinal}?\b(?!:)(?:,?\s+(\d{{4}}|\d\d)\b)?"
    glued = rf"\b{month}\s+(\d\d)(\d{{4}})\b"  # "Jun 062016"
    return (
        (ISO, (3, 2, 1)),
        (re.compile(glued, re.I), (2, 1, 3)),
        (re.compile(day_first, re.I), (1, 2, 3)),
        (re.compile(month_first, re.I), (2, 1, 3)),
        (DOTTED, (1, 2, 3)),
    )


def dateline_end(paragraph: str) -> int:
    """How many characters of a paragraph are its dateline: "KYIV, Feb 27 (Reuters) - "; 0 where there is none."""
    head = paragraph[:200]
    found = spellings().wire.match(head) or spellings().stamp.match(head)
    return found.end() if found else 0


def is_stamp(paragraph: str) -> bool:
    """Whether a paragraph is a date of publication and nothing else."""
    found = spellings().stamp.match(paragraph) if len(paragraph) < LONGEST_STAMP else None
    return found is not None and found.end() == len(paragraph)


def names_a_day(text: str) -> bool:
    """Whether a date stands in a few words."""
    return any(pattern.search(text) for pattern, _ in spellings().dates)


def reference_date(
    text: str, parts: Sequence[Part], *, given: str | None, published: str | None, addressed: str | None = None
) -> ReferenceDate | None:
    """The day that "today" counts from: given, else the dateline's, else published, else a caption's.

    A dateline outranks `published`, which may be a day later. One without a year is completed by `published` or by
    the day that the address names (`addressed`); if neither is near, they are about another day, and none is known.
    """
    if given and (day := day_of(given)):
        return ReferenceDate(value=day, origin="given")
    days = [day for day in map(day_of, (published, addressed)) if day]
    datelines = [part for part in parts if part.kind == "dateline"]
    for near in (*days, *([] if days else [None])):
        if found := _first(text, datelines, "dateline", near):
            return found
    if any(spellings().yearless.search(text, part.start, part.end) for part in datelines):
        return None
    if published and days:
        return ReferenceDate(value=days[0], origin="published")
    return _first(text, [part for part in parts if part.kind == "caption"], "caption", None)


def _first(text: str, parts: Sequence[Part], origin: str, near: str | None) -> ReferenceDate | None:
    for part in parts:
        for value, start, end in _dates(text, part, near):
            return ReferenceDate(value=value, origin=origin, text=text[start:end], start=start, end=end)
    return None


def _dates(text: str, part: Part, near: str | None) -> Iterator[tuple[str, int, int]]:
    for pattern, order in spellings().dates:
        for found in pattern.finditer(text, part.start, part.end):
            if pattern is DOTTED:
                if value := _numeric(found, near):
                    yield value, found.start(), found.end()
                continue
            day, month, year = (found[group] for group in order)
            number = int(month) if month.isdigit() else month_of(month)
            value = _with_year(int(day), number, year, near)
            if value:
                yield value, found.start(), found.end()


def _numeric(found: re.Match[str], near: str | None) -> str | None:
    """The day of "10-07-2016": day first with dots; with dashes whichever is nearer to the publication."""
    one, two, year = map(int, found.groups())
    first, second = iso_day(year, two, one), iso_day(year, one, two)
    if "." in found[0] or first is None or second is None or first == second:
        return first or second
    return min(first, second, key=lambda day: _days(day, near)) if near else None


def _with_year(day: int, month: int, year: str | None, near: str | None) -> str | None:
    if year:
        # Two digits are a year of a wire archive; "99" and "07" both lie in the past.
        number = int(year) if len(year) == 4 else 1900 + int(year) + (100 if int(year) < 50 else 0)
        value = iso_day(number, month, day)
        return None if value and near and _days(value, near) > FAR else value
    if near is None:
        return None
    published = date.fromisoformat(near)
    days = (iso_day(published.year + shift, month, day) for shift in (-1, 0, 1))
    close = [d for d in days if d and _days(d, near) <= NEAR]
    return min(close, key=lambda d: _days(d, near), default=None)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
