"""One HTML page with the picture, for light and dark screens, and its figures as a table; it loads nothing."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from counterclaim.figures import act_of
from counterclaim.plots.points import Drawn
from counterclaim.plots.words import days, number, title


def page(drawn: Drawn, *, light: str, dark: str) -> str:
    """The page with the pictures as they were made; text of articles is escaped, scripts and loads are forbidden."""
    style = _resource("plot.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return template.from_string(_resource("plot.html")).render(
        style=style, light=light, dark=dark, points=drawn.points, days=days, number=number, acted=act_of,
        title=title([point.figure for point in drawn.points]),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def _resource(name: str) -> str:
    return (files("counterclaim.plots") / "templates" / name).read_text("utf-8")
