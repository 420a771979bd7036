"""Every two claimants of a measure side by side: they contradict each other, agree, or cannot be compared, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.compare.comparability import compare_figures
from counterclaim.compare.contradictions import contradiction
from counterclaim.compare.days import days_between, number_of
from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import OURS, interval
from counterclaim.figures import CLAIM, Figure

CONTRADICTS, AGREES, NOT_COMPARABLE = VERDICTS = ("contradicts", "agrees", "not_comparable")
TRIED = 40  # of the latest days of one claimant, for which the nearest day of the other is looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Two claimants' figures that are nearest to being comparable, the verdict on them, and the reasons if none."""

    one: Figure
    other: Figure
    verdict: str
    reasons: tuple[str, ...] = ()
    ratio: float | None = None


def find_standings(figures: Iterable[Figure], *, convention: str = OURS) -> tuple[Standing, ...]:
    """One standing for every two claimants that count the same or a part of it: contradictions first, widest first.

    Held together are the two figures that the fewest reasons speak against, and of those the latest.
    """
    events: dict[str, dict[tuple[str, str], list[Figure]]] = {}
    for figure in figures:
        if figure.kind == CLAIM and figure.event and interval(figure):
            lines = events.setdefault(figure.event, {})
            lines.setdefault((figure.claimant, figure.category or ""), []).append(figure)
    found = [
        _standing(lines[one], lines[other], convention)
        for lines in events.values()
        for one, other in combinations(sorted(lines), 2)
        if one[0] != other[0] and (one[1] == other[1] or related(one[1], other[1]))
    ]
    return tuple(sorted(found, key=_order))


def _standing(ones: Sequence[Figure], others: Sequence[Figure], convention: str) -> Standing:
    one, other = min(_nearest(ones, others), key=_distance)
    reasons = compare_figures(one, other).reasons
    if reasons:
        return Standing(one=one, other=other, verdict=NOT_COMPARABLE, reasons=reasons)
    clash = contradiction(one, other, convention=convention)
    verdict = CONTRADICTS if clash else AGREES
    return Standing(one=one, other=other, verdict=verdict, ratio=clash.ratio if clash else None)


def _nearest(ones: Sequence[Figure], others: Sequence[Figure]) -> Iterable[tuple[Figure, Figure]]:
    """For the latest days of the claimant with fewer figures, the figures of the other that are nearest in time."""
    if len(ones) > len(others):
        yield from ((one, other) for other, one in _nearest(others, ones))
        return
    dated = sorted(others, key=_day)
    days = [_day(figure) for figure in dated]
    for one in sorted(ones, key=_day)[-TRIED:]:
        at = bisect_left(days, _day(one))
        yield from ((one, other) for other in dated[max(0, at - 1) : at + 4])


def _distance(pair: tuple[Figure, Figure]) -> tuple[int, int, int, str, str]:
    one, other = pair
    apart = abs(days_between(one.end, other.end)) if one.end and other.end else 10**6
    reasons = len(compare_figures(one, other).reasons)
    return reasons, apart, -number_of(max(_day(one), _day(other))), one.claim, other.claim


def _day(figure: Figure) -> str:
    return figure.end or figure.published or "0001-01-01"


def _order(standing: Standing) -> tuple[int, float, int, str, str, str]:
    return (
        VERDICTS.index(standing.verdict), -(standing.ratio or 0), len(standing.reasons), standing.one.event or "",
        standing.one.claimant, standing.other.claimant,
    )  # fmt: skip
