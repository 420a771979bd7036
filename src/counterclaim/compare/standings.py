"""Every two claimants of a measure side by side: they contradict each other, agree, or cannot be compared, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count, islice
from operator import or_

from counterclaim.compare.comparability import are_comparable, compare_figures
from counterclaim.compare.contradictions import apart, likely_pairs
from counterclaim.compare.days import number_of
from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import OURS, interval
from counterclaim.compare.series import place_of
from counterclaim.compare.words import is_named, is_own_voice
from counterclaim.figures import CLAIM, Figure

CONTRADICTS, AGREES, NOT_COMPARABLE = VERDICTS = ("contradicts", "agrees", "not_comparable")
Line = tuple[str, str, str]
Pair = tuple[Line, Line]
Things = Mapping[tuple[object, ...], Mapping[Line, Sequence[Figure]]]
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Two claimants' figures that are nearest to being comparable, the verdict on them, and the reasons if none."""

    one: Figure
    other: Figure
    verdict: str
    reasons: tuple[str, ...] = ()
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Standings in order, and how many pairs of claimants were not looked at that could not be compared, either."""

    standings: tuple[Standing, ...]
    unseen: int = 0


def find_standings(figures: Iterable[Figure], *, convention: str = OURS) -> tuple[Standing, ...]:
    """One standing for every two claimants that count the same or a part of it: contradictions first, widest first.

    Held together are the latest figures that can be compared; where there are none, but both speak of one thing (totals
    of one side, one place in one week), the latest of one with that of the other which is nearest in time.
    """
    return hold_together(figures, convention=convention).standings


def hold_together(figures: Iterable[Figure], *, convention: str = OURS, most: int | None = None) -> Held:
    """The standings of `find_standings`, but `most` of those that only speak of one thing: who spoke at about one time.

    Of hundreds of claimants nearly every two cannot be compared, and to say why takes as long as all the rest.
    """
    known = [figure for figure in figures if figure.kind == CLAIM and figure.event and interval(figure)]
    found = _comparable(known, convention)
    things = _things(known)
    others = ((key, pair) for key, pair in _others(things) if key not in found)
    for key, pair in islice(others, most):
        found[key] = _standing(*pair, convention)
    return Held(tuple(sorted(found.values(), key=_order)), 0 if most is None else _unseen(things, found))


def _comparable(known: Sequence[Figure], convention: str) -> dict[Pair, Standing]:
    """The standings of those who can be compared."""
    found: dict[Pair, Standing] = {}
    for one, other in likely_pairs(known):
        lines = line_of(one), line_of(other)
        pair, key = ((one, other), lines) if lines[0] <= lines[1] else ((other, one), (lines[1], lines[0]))
        if key not in found and are_comparable(*pair):
            found[key] = _verdict(*pair, convention)
    return found


def line_of(figure: Figure) -> Line:
    """What a claimant's figures are put together by: event, claimant, category."""
    return figure.event or "", figure.claimant, figure.category or ""


def _standing(one: Figure, other: Figure, convention: str) -> Standing:
    reasons = compare_figures(one, other).reasons
    if reasons:
        return Standing(one=one, other=other, verdict=NOT_COMPARABLE, reasons=reasons)
    return _verdict(one, other, convention)


def _verdict(one: Figure, other: Figure, convention: str) -> Standing:
    """The standing of two figures that can be compared."""
    clash = apart(one, other, convention=convention)
    verdict = CONTRADICTS if clash else AGREES
    return Standing(one=one, other=other, verdict=verdict, ratio=clash.ratio if clash else None)


def _others(things: Things) -> Iterator[tuple[Pair, tuple[Figure, Figure]]]:
    """Every two lines of different claimants that speak of one thing, with the figures of both nearest in time.

    Those that follow each other by their last days come first, then those with one between them, and so on.
    """
    ordered = [(lines, sorted(lines, key=lambda line: (_day(lines[line][-1]), line))) for lines in things.values()]
    for steps in count(1):
        ordered = [(lines, order) for lines, order in ordered if len(order) > steps]
        if not ordered:
            return
        for lines, order in ordered:
            for two in zip(order, order[steps:], strict=False):
                one, other = sorted(two)
                if _may_disagree(one, other):
                    yield (one, other), _nearest(lines[one], lines[other])


def _may_disagree(one: Line, other: Line) -> bool:
    """Whether two lines are of different claimants, and of one category or of a part and its whole."""
    return one[1] != other[1] and (one[2] == other[2] or related(one[2], other[2]))


def _nearest(one: Sequence[Figure], other: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The latest figure of the shorter of two lines, and that of the other which is nearest to it."""
    if len(one) > len(other):
        second, first = _nearest(other, one)
        return first, second
    last = one[-1]
    return last, other[min(bisect_left(other, _day(last), key=_day), len(other) - 1)]


def _unseen(things: Things, seen: Iterable[Pair]) -> int:
    """How many of the pairs that `_others` gives were not seen; counted as sets of bits, since there are so many."""
    bits: dict[Line, int] = {}
    others: dict[Line, int] = {}
    for lines in things.values():
        of_category: dict[str, int] = defaultdict(int)
        of_claimant: dict[str, int] = defaultdict(int)
        for line in lines:
            bit = bits.setdefault(line, 1 << len(bits))
            of_category[line[2]] |= bit
            of_claimant[line[1]] |= bit
        for line in lines:
            near = (some for name, some in of_category.items() if name == line[2] or related(name, line[2]))
            others[line] = others.get(line, 0) | reduce(or_, near) & ~of_claimant[line[1]]
    every = sum(theirs.bit_count() for theirs in others.values()) // 2
    return every - sum(1 for one, other in seen if others.get(one, 0) & bits.get(other, 0))


def _things(known: Sequence[Figure]) -> Things:
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
