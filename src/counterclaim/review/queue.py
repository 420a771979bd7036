"""The order in which claims wait for a person: by doubt, by importance, or as they came."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import nsmallest

from counterclaim.figures import CLAIM, Figure
from counterclaim.review.judgement import UNREVIEWED

Key = Callable[[Figure], tuple[float, ...]]
MOST = 500  # claims of a queue held at once


def _doubt(figure: Figure) -> tuple[float, ...]:
    """The least sure first; what the text leaves open (side, period) counts for doubt, too."""
    return (figure.confidence if figure.confidence is not None else 0.0, -_open(figure))


def _importance(figure: Figure) -> tuple[float, ...]:
    """The largest figures first; denied ones before others of their size, for they are what is disputed."""
    return (-(figure.high or figure.low or 0), 0.0 if figure.modality == "denied" else 1.0)


def _open(figure: Figure) -> int:
    return sum(value is None for value in (figure.side, figure.start, figure.end, figure.place))


ORDERS: Mapping[str, Key] = {"doubt": _doubt, "importance": _importance, "arrival": lambda _: ()}


def queue(
    figures: Iterable[Figure], order: str = "doubt", *, coded: Collection[str] | None = None, most: int = MOST
) -> tuple[Figure, ...]:
    """The first claims that wait, in the order asked for (one of ORDERS); equals stay as they came.

    Those that nobody has judged wait; in a blind round, all but those in `coded`, which the coder has done.
    """
    waiting = (figure for figure in figures if figure.kind == CLAIM and _waits(figure, coded))
    return tuple(nsmallest(most, waiting, key=ORDERS[order]))


def _waits(figure: Figure, coded: Collection[str] | None) -> bool:
    return figure.status == UNREVIEWED if coded is None else figure.claim not in coded
