"""A whole scan: the plan, the tasks that are left, their progress, and the summary of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counterclaim.scanning.counting import Tally, total
from counterclaim.scanning.parts import clear_unfinished, done
from counterclaim.scanning.ranges import Plan, Range
from counterclaim.scanning.work import Settings, do_range
from counterclaim.scanning.workers import Workers, WorkersError

AHEAD = 2  # tasks waiting for each worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a scan is: bytes of its archives, and the counts so far."""

    size: int
    finished: int
    tally: Tally


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of a scan: the counts of the tasks done, and the ranges that could not be read, with the reason."""

    tally: Tally
    failed: dict[int, str] = field(default_factory=dict)


def run(plan: Plan, settings: Settings, crew: Workers, *, told: Callable[[Progress], None] = lambda _: None) -> Outcome:
    """Do the tasks of a plan that are not done yet.

    Raises OSError where the data set cannot be written, and WorkersError where the workers are gone; what was done
    until then stays done.
    """
    out = Path(settings.out)
    reports = done(out)
    clear_unfinished(out, list(reports))
    progress = _Running(plan, reports, told)
    progress.tell()
    for item, report, reason in _results(_left(plan, reports), settings, crew):
        if report is not None:
            progress.add(item, report)
        else:
            progress.failed[item.number] = reason
        progress.tell()
    return Outcome(tally=progress.tally, failed=progress.failed)


def _left(plan: Plan, reports: dict[int, dict[str, Any]]) -> list[Range]:
    return [item for item in plan.ranges if item.number not in reports]


class _Running:
    """The counts of a scan as they grow."""

    def __init__(self, plan: Plan, reports: dict[int, dict[str, Any]], told: Callable[[Progress], None]) -> None:
        self.tally = total(Tally.from_dict(report) for report in reports.values())
        self.failed: dict[int, str] = {}
        self._size, self._told = plan.size, told
        self._finished = sum(item.size for item in plan.ranges if item.number in reports)

    def add(self, item: Range, report: dict[str, Any]) -> None:
        """One more task is done."""
        self.tally.add(Tally.from_dict(report))
        self._finished += item.size

    def tell(self) -> None:
        """Say how far the scan is."""
        self._told(Progress(size=self._size, finished=self._finished, tally=self.tally))


Result = tuple[Range, dict[str, Any] | None, str]


def _results(left: Sequence[Range], settings: Settings, crew: Workers) -> Iterator[Result]:
    """The report of each task as it comes in; where a task failed, null and the reason."""
    waiting = list(reversed(left))
    running: dict[Future[Any], Range] = {}
    while waiting or running:
        while waiting and len(running) < crew.size * AHEAD:
            item = waiting.pop()
            running[crew.submit(do_range, item, settings)] = item
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        suspects: list[Range] = []
        for future in finished:
            item = running.pop(future)
            if _took_its_worker_down(future, crew):
                suspects.append(item)
            else:
                yield _result(item, future, crew)
        if suspects:
            suspects += running.values()
            running.clear()
            crew.renew()
            yield from _one_by_one(sorted(suspects, key=lambda item: item.number), settings, crew)


def _one_by_one(suspects: Sequence[Range], settings: Settings, crew: Workers) -> Iterator[Result]:
    """The tasks that ran when a worker died, each alone, so that only the one to blame is given up."""
    for item in suspects:
        future = crew.submit(do_range, item, settings)
        wait([future])
        if _took_its_worker_down(future, crew):
            crew.renew()
            yield item, None, "its worker died, twice: too little memory?"
        else:
            yield _result(item, future, crew)


def _took_its_worker_down(future: Future[Any], crew: Workers) -> bool:
    return isinstance(_error(future, crew), BrokenProcessPool)


def _result(item: Range, future: Future[Any], crew: Workers) -> Result:
    error = _error(future, crew)
    return (item, future.result(), "") if error is None else (item, None, _reason(error))


def _error(future: Future[Any], crew: Workers) -> BaseException | None:
    """What went wrong in a task; raises where the whole scan must stop."""
    try:
        error = future.exception()
    except CancelledError as cancelled:
        raise WorkersError(crew.lost() or "the scan was cancelled; run the same command again to go on") from cancelled
    if error is not None and crew.lost():
        raise WorkersError(crew.lost()) from error
    if isinstance(error, OSError):
        raise error
    return error


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
