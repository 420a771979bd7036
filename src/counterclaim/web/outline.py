"""Coasts and lakes as the map draws them: the lines that a view holds, as paths of an SVG picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "outline.tsv"
HUNDREDTHS = 100
ROUND = 360.0  # degrees
WIDE, HIGH = 900, 560  # of the picture
FINEST = 1.5  # pixels between two points of a line
STEEPEST = 80.0  # degrees of latitude from which on the map is not stretched further
MOST = 200  # views whose lines are kept: some 20 kB each, the same whatever the ledger holds
NARROWEST, WIDEST = 0.5, 360.0  # degrees of longitude in a view
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed line: land or lakes, its points, and the box around it (west, south, east, north)."""

    kind: str
    points: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows: its middle, and how many degrees of longitude it is wide."""

    longitude: float
    latitude: float
    width: float

    @property
    def scale(self) -> float:
        """Pixels in a degree of longitude."""
        return WIDE / self.width

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is than one of longitude in the middle of the view."""
        return 1 / math.cos(math.radians(min(abs(self.latitude), STEEPEST)))

    @property
    def height(self) -> float:
        """Degrees of latitude from the lower to the upper edge."""
        return HIGH / (self.scale * self.stretch)

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a point of the earth is in the picture."""
        x = WIDE / 2 + (longitude - self.longitude) * self.scale
        return round(x, 1), round(HIGH / 2 - (latitude - self.latitude) * self.scale * self.stretch, 1)

    def shows(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a part of a box may be seen."""
        west, south, east, north = box
        wide, high = self.width / 2, self.height / 2
        return (
            east >= self.longitude - wide and west <= self.longitude + wide
            and north >= self.latitude - high and south <= self.latitude + high
        )  # fmt: skip

    def moved(self, *, right: float = 0.0, up: float = 0.0, width: float = 1.0) -> View:
        """The view moved by parts of itself, and made wider or narrower."""
        latitude = min(max(self.latitude + up * self.height, -85.0), 85.0)
        longitude = min(max(self.longitude + right * self.width, -180.0), 180.0)
        return View(round(longitude, 3), round(latitude, 3), _held(self.width * width))

    def __str__(self) -> str:
        return f"{self.longitude:g},{self.latitude:g},{self.width:g}"


def view_of(points: Iterable[Point]) -> View:
    """The view that holds all points (longitude, latitude), with room around them; the world where there are none."""
    known = tuple(points)
    if not known:
        return View(0.0, 20.0, WIDEST)
    west, east = min(x for x, _ in known), max(x for x, _ in known)
    south, north = min(y for _, y in known), max(y for _, y in known)
    middle = View((west + east) / 2, (south + north) / 2, WIDEST)
    high = (north - south) * middle.stretch * WIDE / HIGH
    return View(round(middle.longitude, 3), round(middle.latitude, 3), _held(max(east - west, high, 2.0) * 1.25))


def read_view(text: str) -> View | None:
    """The view that "longitude,latitude,width" names; None where it names none."""
    try:
        longitude, latitude, width = map(float, text.split(","))
    except ValueError:
        return None
    if not (abs(longitude) <= 180 and abs(latitude) <= 85 and width > 0):
        return None
    return View(longitude, latitude, _held(width))


@lru_cache(maxsize=MOST)
def paths(view: View) -> Mapping[str, str]:
    """For land and for lakes the lines that the view holds, as the `d` of a path."""
    found: dict[str, list[str]] = {"land": [], "lakes": []}
    for ring in rings():
        if view.shows(ring.box) and (line := _path(ring, view)):
            found[ring.kind].append(line)
    return {kind: "".join(lines) for kind, lines in found.items()}


@cache
def rings() -> tuple[Ring, ...]:
    """All coasts and lakes, from the table that ships with the package (Natural Earth, public domain)."""
    lines = (line.split("\t") for line in DATA.read_text("utf-8").splitlines()[1:])
    return tuple(ring for kind, numbers in lines for ring in _rings(kind, numbers))


def _rings(kind: str, numbers: str) -> Iterator[Ring]:
    """A line, and where it goes over the 180th degree once more from the other side."""
    values = [int(number) / HUNDREDTHS for number in numbers.split()]
    points = list(_unrolled(zip(values[::2], values[1::2], strict=True)))
    if abs(points[-1][0] - points[0][0]) > ROUND / 2:  # around the pole: down to it and back
        points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
    for shift in (0.0, -ROUND, ROUND):
        moved = tuple((x + shift, y) for x, y in points)
        west, east = min(x for x, _ in moved), max(x for x, _ in moved)
        if west < ROUND / 2 and east > -ROUND / 2:
            yield Ring(kind, moved, (west, min(y for _, y in moved), east, max(y for _, y in moved)))


def _unrolled(points: Iterable[Point]) -> Iterator[Point]:
    """The points with longitudes that go on beyond 180 degrees instead of jumping to the other side."""
    shift, last = 0.0, None
    for x, y in points:
        if last is not None and abs(x - last) > ROUND / 2:
            shift += ROUND if x < last else -ROUND
        last = x
        yield x + shift, y


def _path(ring: Ring, view: View) -> str:
    drawn = list(_thinned(_near(view.place(*point)) for point in ring.points))
    if len(drawn) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in drawn) + "Z"


def _near(point: Point) -> Point:
    """A point far outside the picture at its edge: lines there are not seen, and their points fall together."""
    x, y = point
    return min(max(x, -WIDE), 2.0 * WIDE), min(max(y, -HIGH), 2.0 * HIGH)


def _thinned(points: Iterable[Point]) -> Iterator[Point]:
    """The points that are far enough from the one before to be told apart."""
    last: Point | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= FINEST:
            yield point
            last = point


def _held(width: float) -> float:
    return round(min(max(width, NARROWEST), WIDEST), 3)
