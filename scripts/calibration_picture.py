"""Draws what was promised beside what came true: a point for each bin of claims, and the line where both are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import vl_convert

SIZE = 340  # pixels
PAPER, INK, SOFT, RULE = "#fbfaf7", "#1d1d1f", "#5b5b60", "#e3e0d8"
SHAPES, COLOURS = ["circle", "square"], ["#332288", "#c0556a"]
LEGEND = {"orient": "bottom", "title": None}


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about equal promise: the mean of it, the share that was right, how many, and where they come from."""

    promised: float
    right: float
    count: int
    part: str


def draw(bins: Sequence[Bin], file: Path) -> None:
    """Write the picture as SVG."""
    file.write_text(vl_convert.vegalite_to_svg(chart(bins)), "utf-8")


def chart(bins: Sequence[Bin]) -> dict[str, Any]:
    """The diagram as Vega-Lite: both axes from the lowest value to 1, the marks of each part of their own shape."""
    least = max(0.0, min(min(b.promised, b.right) for b in bins) - 0.02)
    scale = {"domain": [least, 1.0], "nice": False, "zero": False}
    rows = [{"promised": b.promised, "right": b.right, "part": b.part} for b in bins]
    return {
        "width": SIZE,
        "height": SIZE,
        "background": PAPER,
        "title": {
            "text": "Promised and come true", "subtitle": "bins of equal count; equal on the dashed line",
            "anchor": "start", "color": INK, "subtitleColor": SOFT,
        },
        "config": {
            "view": {"stroke": None},
            "axis": {"labelColor": INK, "titleColor": INK, "gridColor": RULE, "titleFontWeight": "normal"},
        },
        "layer": [
            {
                "data": {"values": [{"x": least, "y": least}, {"x": 1.0, "y": 1.0}]},
                "mark": {"type": "line", "color": SOFT, "strokeDash": [4, 4]},
                "encoding": {name: {"field": name, "type": "quantitative", "scale": scale} for name in "xy"},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "point", "size": 70, "strokeWidth": 2, "opacity": 0.9},
                "encoding": {
                    "x": _axis("promised", "promised: mean confidence of the bin", scale),
                    "y": _axis("right", "came true: share of claims that are right", scale),
                    "shape": {"field": "part", "type": "nominal", "scale": {"range": SHAPES}, "legend": LEGEND},
                    "color": {"field": "part", "type": "nominal", "scale": {"range": COLOURS}, "legend": LEGEND},
                },
            },
        ],
    }  # fmt: skip


def _axis(field: str, title: str, scale: dict[str, Any]) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": title, "scale": scale}
