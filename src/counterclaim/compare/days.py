"""Days as ISO strings: how far apart they are, which lie between."""

from __future__ import annotations

import datetime
from functools import lru_cache


def days_between(first: str, second: str) -> int:
    """How many days the second day comes after the first; negative if before."""
    return (_day(second) - _day(first)).days


def days_after(first: str, last: str) -> list[str]:
    """The days after the first, up to and with the last."""
    start = _day(first)
    return [(start + datetime.timedelta(n)).isoformat() for n in range(1, days_between(first, last) + 1)]


def number_of(day: str) -> int:
    """The day as a number that grows by one each day."""
    return _day(day).toordinal()


@lru_cache(maxsize=4096)
def _day(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day[:10])
