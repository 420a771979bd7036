"""Claims of different claimants about the same thing whose numbers cannot both be right, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.compare.comparability import are_comparable, compare_figures
from counterclaim.compare.findings import NotComparable
from counterclaim.compare.intervals import OURS, interval, ratio
from counterclaim.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claimants, one measure, no number that both allow.

    `lower` and `higher` are their claims; `ratio` is how many times the nearest allowed numbers are apart, None where
    the lower is 0. `days` counts the days on which the two contradict each other so; the claims are of the last one.
    """

    lower: Figure
    higher: Figure
    ratio: float | None
    days: int = 1

    @property
    def claimants(self) -> tuple[str, str]:
        """Both claimants, in alphabetical order."""
        return _names(self.lower, self.higher)


def find_contradictions(figures: Iterable[Figure], *, convention: str = OURS) -> tuple[Contradiction, ...]:
    """Every contradiction, one for each pair of claimants and measure, widest first.

    Time grows with the figures, not with their pairs: only figures of one measure, place and day are held together.
    """
    found: dict[tuple[object, ...], list[Contradiction]] = {}
    for one, other in likely_pairs(figures):
        clash = contradiction(one, other, convention=convention)
        if clash:
            found.setdefault((clash.claimants, _subject(one)), []).append(clash)
    return tuple(sorted(map(_summed, found.values()), key=_order))


def contradiction(one: Figure, other: Figure, *, convention: str = OURS) -> Contradiction | None:
    """The contradiction of two figures: other claimants, comparable, and no number allowed by both; else None."""
    if one.claimant == other.claimant:
        return None
    found = apart(one, other, convention=convention)
    return found if found and are_comparable(one, other) else None


def apart(one: Figure, other: Figure, *, convention: str = OURS) -> Contradiction | None:
    """The contradiction of two figures that are known to be comparable; None where both allow some number."""
    this, that = interval(one, convention), interval(other, convention)
    if this is None or that is None or this.overlaps(that):
        return None
    lower, higher = (one, other) if this.is_below(that) else (other, one)
    return Contradiction(lower=lower, higher=higher, ratio=ratio(this, that))


def not_comparable(one: Figure, other: Figure) -> NotComparable | None:
    """Why two figures cannot be held against each other; None where they can."""
    reasons = compare_figures(one, other).reasons
    return NotComparable(first=one, second=other, reasons=reasons) if reasons else None


def likely_pairs(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that may be comparable: equal measure, place and days, the latest first.

    What one claimant says twice is taken once.
    """
    blocks: dict[tuple[object, ...], dict[tuple[object, ...], Figure]] = {}
    for figure in figures:
        if figure.end and figure.start and interval(figure):
            block = blocks.setdefault((*_subject(figure), figure.start, figure.end), {})
            block.setdefault((figure.claimant, figure.low, figure.high, figure.form, figure.side), figure)
    for key in sorted(blocks, key=lambda key: str(key[-1]), reverse=True):
        pairs = combinations(blocks[key].values(), 2)
        yield from ((one, other) for one, other in pairs if one.claimant != other.claimant)


def _subject(figure: Figure) -> tuple[object, ...]:
    total = figure.basis == "cumulative"
    return (figure.event, figure.category, total, figure.unit, figure.scope, _place(figure))


def _place(figure: Figure) -> object:
    return figure.geonames or figure.place or figure.country


def _summed(clashes: Sequence[Contradiction]) -> Contradiction:
    """The last of several contradictions of two claimants on one measure, with the number of days."""
    last = max(clashes, key=lambda clash: (_day(clash), clash.ratio or 0, clash.lower.claim, clash.higher.claim))
    days = len({_day(clash) for clash in clashes})
    return Contradiction(lower=last.lower, higher=last.higher, ratio=last.ratio, days=days)


def _day(clash: Contradiction) -> str:
    return max(clash.lower.end or "", clash.higher.end or "")


def _order(clash: Contradiction) -> tuple[float, str, str, str]:
    widest = float("-inf") if clash.ratio is None else -clash.ratio
    return widest, clash.lower.event or "", *clash.claimants


def _names(one: Figure, other: Figure) -> tuple[str, str]:
    first, second = sorted((one.claimant, other.claimant))
    return first, second
