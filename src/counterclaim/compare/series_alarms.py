"""Totals that fall, and daily figures that do not make up the difference of two totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.compare.days import days_after
from counterclaim.compare.findings import DAILY_MISMATCH, FALL, Alarm, NotComparable, said
from counterclaim.compare.intervals import Interval
from counterclaim.compare.series import CUMULATIVE, Measure, Point, Series, Step, measure_of, steps
from counterclaim.figures import Figure

DAY = "1"


def find_falls(series: Sequence[Series], revisions: Iterable[Figure] = ()) -> Iterator[Alarm]:
    """Each running total that is lower than the one before it, whatever of both is taken.

    With it the claimant's own corrections of that day, or of the day before.
    """
    corrections: dict[Measure, list[Figure]] = {}
    for revision in revisions:
        corrections.setdefault(measure_of(revision), []).append(revision)
    for line in series:
        for step in _steps(line):
            if step.change is not None and step.change.high is not None and step.change.high < 0:
                yield _fall(step, corrections.get(_daily(line.measure), ()))


def _fall(step: Step, corrections: Sequence[Figure]) -> Alarm:
    before, after = step.previous.figure, step.point.figure
    beside = tuple(one for one in corrections if one.end and step.previous.day <= one.end <= step.point.day)
    noted = "".join(f"; {one.claimant} corrected it by {one.quantity} ({one.end})" for one in beside)
    fell = f"the running total fell from {said(before)} ({step.previous.day}) to {said(after)} ({step.point.day})"
    off = step.change.high if step.change else None
    return Alarm(kind=FALL, first=before, second=after, others=beside, off=off, why=fell + noted)


def find_daily_mismatches(series: Sequence[Series]) -> Iterator[Alarm | NotComparable]:
    """Each daily figure that does not make up the difference between the totals around it.

    An alarm where there is a daily figure for every day between them; where one is missing, no alarm but the reason.
    """
    daily = {line.measure: {point.day: point for point in line.points} for line in series if is_daily(line.measure)}
    for line in series:
        figures = daily.get(_daily(line.measure), {})
        for step in _steps(line):
            if step.change is not None and step.point.day in figures:
                yield from _mismatch(step, figures)


def _mismatch(step: Step, daily: Mapping[str, Point]) -> Iterator[Alarm | NotComparable]:
    days = days_after(step.previous.day, step.point.day)
    known = [daily[day] for day in days if day in daily]
    added = _sum(known)
    if step.change is None or step.change.overlaps(added):
        return
    first, second, last = step.previous.figure, step.point.figure, known[-1].figure
    missing = len(days) - len(known)
    if missing:
        reason = f"no daily figure for {missing} {'day' if missing == 1 else 'days'} between"
        yield NotComparable(first=first, second=second, others=(last,), reasons=(reason,))
        return
    yield Alarm(
        kind=DAILY_MISMATCH, first=first, second=second, others=tuple(point.figure for point in known),
        off=_off(step.change, added),
        why=f"from {said(first)} ({step.previous.day}) to {said(second)} ({step.point.day}) it is {step.change}, "
        f"the daily figure says {added}",
    )  # fmt: skip


def _steps(line: Series) -> Sequence[Step]:
    return steps(line) if line.measure.basis == CUMULATIVE else ()


def is_daily(measure: Measure) -> bool:
    """Whether a series counts day by day."""
    return measure.basis == "period" and measure.per == DAY


def _daily(total: Measure) -> Measure:
    """The daily series that belongs to a running total."""
    return replace(total, basis="period", per=DAY, start="", counted_in="")


def _sum(points: Sequence[Point]) -> Interval:
    lows, highs = [point.allowed.low for point in points], [point.allowed.high for point in points]
    low = None if None in lows else sum(low for low in lows if low is not None)
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Interval(low, high)


def _off(change: Interval, added: Interval) -> int | None:
    """The difference of the totals less the daily figures, at its nearest to nothing."""
    if change.is_below(added):
        return None if change.high is None or added.low is None else change.high - added.low
    return None if change.low is None or added.high is None else change.low - added.high
