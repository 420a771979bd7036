"""Parts that are larger than their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.findings import PART_EXCEEDS_WHOLE, Alarm, said
from counterclaim.compare.inclusion import is_part
from counterclaim.compare.intervals import interval
from counterclaim.compare.series import CUMULATIVE, Measure, Series
from counterclaim.figures import Figure

FIRM = ("asserted", "estimated")


def find_parts_in_articles(figures: Sequence[Figure]) -> Iterator[Alarm]:
    """Each figure that its article calls a part of another, and that is larger than that other."""
    known = {(figure.article, figure.claim): figure for figure in figures}
    for part in figures:
        whole = known.get((part.article, part.part_of)) if part.part_of else None
        if whole and whole.event == part.event and exceeds(part, whole):
            yield _alarm(part, whole)


def find_parts_in_series(series: Sequence[Series]) -> Iterator[Alarm]:
    """Each total of a category that is larger than the same claimant's total, of the same day, that includes it."""
    wholes: dict[tuple[str, ...], list[Series]] = {}
    for line in series:
        if line.measure.basis == CUMULATIVE and line.measure.start:
            wholes.setdefault(_but_category(line.measure), []).append(line)
    for lines in wholes.values():
        for part in lines:
            for whole in lines:
                if is_part(part.measure.category, whole.measure.category):
                    yield from _between(part, whole)


def exceeds(part: Figure, whole: Figure) -> bool:
    """Whether the least that the part allows is more than the most that the whole allows."""
    one, other = interval(part), interval(whole)
    firm = part.modality in FIRM and whole.modality in FIRM
    return firm and one is not None and other is not None and other.is_below(one)


def _between(part: Series, whole: Series) -> Iterator[Alarm]:
    days = {point.day: point.figure for point in whole.points}
    for point in part.points:
        other = days.get(point.day)
        if other and point.figure.part_of is None and exceeds(point.figure, other):
            yield _alarm(point.figure, other)


def _alarm(part: Figure, whole: Figure) -> Alarm:
    more = interval(part), interval(whole)
    off = more[0].low - more[1].high if more[0] and more[1] and more[0].low and more[1].high is not None else None
    why = f"{said(part)} {part.category} is said to be a part of {said(whole)} {whole.category}"
    return Alarm(kind=PART_EXCEEDS_WHOLE, first=whole, second=part, off=off, why=why)


def _but_category(measure: Measure) -> tuple[str, ...]:
    return (
        measure.claimant, measure.event, measure.side, measure.scope, measure.place, measure.unit, measure.start,
    )  # fmt: skip
