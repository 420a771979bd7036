"""AQUAINT and TimeBank: dates in news with their TIMEX3 values, counted from the day of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from counterclaim.resolving.dates import DateMention, find_dates
from scripts.benchmarks.readers import reader

NO_DATES = frozenset({"duration", "rate"})  # durations and sets have types of their own there
UNKNOWN = "PX"


def find(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The dates of each text."""
    for row in rows:
        today = date.fromisoformat(row["dct"][:10])
        found = (mention for mention in find_dates(row["text"], today, reader().rules) if mention.kind not in NO_DATES)
        timexes = [{"start": m.start, "end": m.end, "value": value_of(m, today)} for m in found]
        yield {"doc_id": row["doc_id"], "timexes": timexes}


def value_of(mention: DateMention, today: date) -> str:
    """The TIMEX3 value: a day, a week, a month or a year, as finely as the words tell."""
    if mention.unit in ("week", "month", "year") and mention.kind != "window":
        first = date.fromisoformat(mention.first) if mention.first else _last(mention, today)
        return _as_finely(first, mention.unit)
    return mention.first or UNKNOWN


def _last(mention: DateMention, today: date) -> date:
    """The day in the month before: our own reading of "last month" leaves its days open."""
    past = mention.text.lower().startswith(("last", "past", "the last", "the past"))
    return today.replace(day=1) - timedelta(days=1) if past else today


def _as_finely(day: date, unit: str) -> str:
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return day.isoformat()[: {"month": 7, "year": 4}[unit]]
