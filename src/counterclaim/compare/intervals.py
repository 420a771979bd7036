"""What a figure allows: the whole numbers between two bounds, either of them open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, floor
from pathlib import Path

from counterclaim.figures import Figure
from counterclaim.rules import read_table

OURS = "counterclaim-1"
CONVENTIONS = Path(__file__).with_name("conventions.tsv")
STRICT = Path(__file__).with_name("strict_bounds.tsv")


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the greatest number allowed, inclusive; None is open."""

    low: int | None
    high: int | None

    def __str__(self) -> str:
        if self.low == self.high and self.low is not None:
            return f"{self.low:,}"
        return f"{'…' if self.low is None else f'{self.low:,}'}–{'…' if self.high is None else f'{self.high:,}'}"

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is allowed by both."""
        return not self.is_below(other) and not other.is_below(self)

    def is_below(self, other: Interval) -> bool:
        """Whether every number that this one allows is smaller than every number of the other."""
        return self.high is not None and other.low is not None and self.high < other.low


def interval(figure: Figure, convention: str = OURS) -> Interval | None:
    """What a figure allows: approximate values with the tolerance of the convention, strict bounds strictly.

    None for what is vague or has no number: such a figure contradicts nothing by number.
    """
    if figure.form in (None, "vague") or (figure.low is None and figure.high is None):
        return None
    low, high = figure.low, figure.high
    if figure.form == "approx":
        share = tolerance(convention)
        low = None if low is None else ceil(low * (1 - share))
        high = None if high is None else floor(high * (1 + share))
    elif figure.form in ("at_least", "at_most") and is_strict(figure.qualifier):
        low = None if low is None else low + 1
        high = None if high is None else high - 1
    return Interval(low, high)


def ratio(one: Interval, other: Interval) -> float | None:
    """How many times the nearest numbers of two intervals apart from each other; None if they overlap or one is 0."""
    lower, upper = (one, other) if one.is_below(other) else (other, one)
    if not lower.is_below(upper) or lower.high is None or upper.low is None or lower.high <= 0:
        return None
    return upper.low / lower.high


def is_strict(qualifier: str | None) -> bool:
    """Whether the words of a bound leave out the number itself: "more than 100" is not 100, "at least 100" may be."""
    return qualifier is not None and " ".join(qualifier.lower().split()) in _strict_words()


def tolerance(convention: str) -> float:
    """The share by which an approximate value may be off, by a named convention.

    Raises ValueError for a name that is in no table.
    """
    known = _tolerances()
    if convention not in known:
        raise ValueError(f"convention {convention!r}; expected one of {', '.join(known)}")
    return known[convention]


@cache
def _tolerances() -> dict[str, float]:
    rows = read_table(CONVENTIONS, CONVENTIONS.read_bytes())
    return {row["convention"]: float(row["tolerance"]) for row in rows if row["form"] == "approx"}


@cache
def _strict_words() -> frozenset[str]:
    return frozenset(row["words"] for row in read_table(STRICT, STRICT.read_bytes()))
