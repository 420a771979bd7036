"""Every two claimants of a measure side by side: they contradict each other, agree, or cannot be compared, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.compare.comparability import compare_figures
from counterclaim.compare.contradictions import contradiction, likely_pairs
from counterclaim.compare.days import number_of
from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import OURS, interval
from counterclaim.compare.series import place_of
from counterclaim.compare.words import is_named, is_own_voice
from counterclaim.figures import CLAIM, Figure

CONTRADICTS, AGREES, NOT_COMPARABLE = VERDICTS = ("contradicts", "agrees", "not_comparable")
Line = tuple[str, str, str]
WEEK = 7


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

    Held together are the latest figures that can be compared; where there are none, but both speak of one thing (totals
    of one side, one place in one week), the latest of one with that of the other which is nearest in time.
    """
    known = [figure for figure in figures if figure.kind == CLAIM and figure.event and interval(figure)]
    found: dict[tuple[Line, Line], Standing] = {}
    for one, other in likely_pairs(known):
        lines = line_of(one), line_of(other)
        pair, key = ((one, other), lines) if lines[0] <= lines[1] else ((other, one), (lines[1], lines[0]))
        if key not in found:
            standing = _standing(*pair, convention)
            if standing.verdict != NOT_COMPARABLE:
                found[key] = standing
    for key, pair in _others(known):
        if key not in found:
            found[key] = _standing(*pair, convention)
    return tuple(sorted(found.values(), key=_order))


def line_of(figure: Figure) -> Line:
    """What a claimant's figures are put together by: event, claimant, category."""
    return figure.event or "", figure.claimant, figure.category or ""


def _standing(one: Figure, other: Figure, convention: str) -> Standing:
    reasons = compare_figures(one, other).reasons
    if reasons:
        return Standing(one=one, other=other, verdict=NOT_COMPARABLE, reasons=reasons)
    clash = contradiction(one, other, convention=convention)
    verdict = CONTRADICTS if clash else AGREES
    return Standing(one=one, other=other, verdict=verdict, ratio=clash.ratio if clash else None)


def _others(known: Sequence[Figure]) -> Iterable[tuple[tuple[Line, Line], tuple[Figure, Figure]]]:
    """Every two lines of different claimants that speak of one thing, with the figures of both nearest in time."""
    for lines in _things(known).values():
        for one, other in combinations(sorted(lines), 2):
            if one[1] != other[1] and (one[2] == other[2] or related(one[2], other[2])):
                short, long = (one, other) if len(lines[one]) <= len(lines[other]) else (other, one)
                last = lines[short][-1]
                near = min(bisect_left(lines[long], _day(last), key=_day), len(lines[long]) - 1)
                pair = last, lines[long][near]
                yield (one, other), (pair if short == one else (pair[1], pair[0]))


def _things(known: Sequence[Figure]) -> dict[tuple[object, ...], dict[Line, list[Figure]]]:
    """What may be spoken of by several: all totals of one event and side, or what happened in one place in one week.

    The outlet's own voice and nobody in particular are left out.
    """
    things: dict[tuple[object, ...], dict[Line, list[Figure]]] = {}
    for figure in sorted(known, key=_day):
        if is_own_voice(figure) or not is_named(figure.claimant):
            continue
        happened = figure.basis != "cumulative"
        where = (place_of(figure), _week(figure)) if happened else (figure.side, "all")
        things.setdefault((figure.event, *where), {}).setdefault(line_of(figure), []).append(figure)
    return things


def _week(figure: Figure) -> int | None:
    return number_of(_day(figure)) // WEEK if _day(figure) else None


def _day(figure: Figure) -> str:
    return figure.end or figure.published or ""


def _order(standing: Standing) -> tuple[int, float, int, str, str, str]:
    return (
        VERDICTS.index(standing.verdict), -(standing.ratio or 0), len(standing.reasons), standing.one.event or "",
        standing.one.claimant, standing.other.claimant,
    )  # fmt: skip
