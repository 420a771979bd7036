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
    around = (anchor for anchor in anchors if abs(anchor.latitude - entry.latitude) < DEGREES)
    nearest = min((kilometres(entry, anchor) for anchor in around if anchor.number != entry.number), default=9999.0)
    return 2.5 if nearest <= NEAR else 1.5 if nearest <= TOGETHER else 0.5 if nearest <= AROUND else 0.0


def together(entry: Entry, companions: Iterable[Entry]) -> bool:
    """Whether one of the companions is near enough to be named in one breath."""
    return any(kilometres(entry, other) <= NEAR for other in companions if other.number != entry.number)
