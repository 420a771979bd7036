"""How near places lie to one another."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from counterclaim.gazetteer.index import Entry

NEAR, TOGETHER, AROUND = 60.0, 120.0, 400.0  # kilometres: one list of villages, one front, one part of a country
DEGREES = 4  # of latitude: more than AROUND


def kilometres(a: Entry, b: Entry) -> float:
    """The distance between two places along the ground."""
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def nearness(entry: Entry, anchors: Iterable[Entry]) -> float:
    """How much the nearest of other places speaks for one: 2.5 for a neighbour, 0 for none in that part."""
    latitude, number, nearest = entry.latitude, entry.number, 9999.0
    for anchor in anchors:
        if abs(anchor.latitude - latitude) < DEGREES and anchor.number != number:
            nearest = min(nearest, kilometres(entry, anchor))
            if nearest <= NEAR:
                return 2.5
    return 1.5 if nearest <= TOGETHER else 0.5 if nearest <= AROUND else 0.0


def together(entry: Entry, companions: Iterable[Entry]) -> bool:
    """Whether one of the companions is near enough to be named in one breath."""
    around = (other for other in companions if abs(other.latitude - entry.latitude) < DEGREES)
    return any(kilometres(entry, other) <= NEAR for other in around if other.number != entry.number)
