"""The picture of what is compared as a page draws it: every mark knows its claim, nothing leads out of the page."""

from __future__ import annotations

import gzip
import json
from typing import Any

from counterclaim.plots.points import Drawn

AFAR = ("href",)  # of a mark: a click opens the claim within these pages instead


def chart_spec(drawn: Drawn, theme: str) -> dict[str, Any]:
    """The Vega-Lite specification of a picture, without title and caption, which stand on the page.

    Raises MeasureError where the figures are of several measures.
    """
    from counterclaim.plots.chart import bare_chart
    from counterclaim.plots.palette import THEMES

    spec: dict[str, Any] = _near(bare_chart(drawn, THEMES[theme]).to_dict())
    return spec


def packed(spec: dict[str, Any]) -> bytes:
    """The specification as JSON, compressed: its sentences stand in it several times."""
    return gzip.compress(json.dumps(spec, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def _near(node: Any) -> Any:
    """The specification without encodings that lead out of the page."""
    if isinstance(node, dict):
        return {name: _near(value) for name, value in node.items() if not (name in AFAR and isinstance(value, dict))}
    return [_near(value) for value in node] if isinstance(node, list) else node
