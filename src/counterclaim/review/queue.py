"""The order in which claims wait for a person: by doubt, by importance, or as they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from counterclaim.figures import Figure
from counterclaim.review.judgement import UNREVIEWED

Key = Callable[[Figure], tuple[float, ...]]


def _doubt(figure: Figure) -> tuple[float, ...]:
    """The least sure first; what the text leaves open (side, period) counts for doubt, too."""
    return (figure.confidence if figure.confidence is not None else 0.0, -_open(figure))


def _importance(figure: Figure) -> tuple[float, ...]:
    """The largest figures first; denied ones before others of their size, for they are what is disputed."""
    return (-(figure.high or figure.low or 0), 0.0 if figure.modality == "denied" else 1.0)


def _open(figure: Figure) -> int:
    return sum(value is None for value in (figure.side, figure.start, figure.end, figure.place))


ORDERS: Mapping[str, Key] = {"doubt": _doubt, "importance": _importance, "arrival": lambda _: ()}


def queue(figures: Iterable[Figure], order: str = "doubt") -> tuple[Figure, ...]:
    """The claims that nobody has judged, in the order asked for (one of ORDERS); equals stay as they came."""
    return tuple(sorted((figure for figure in figures if figure.status == UNREVIEWED), key=ORDERS[order]))
