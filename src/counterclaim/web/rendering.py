"""Pages from templates: everything from articles is escaped, links lead only to http and https."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from counterclaim import __version__
from counterclaim.views import words
from counterclaim.web import figure_words

Content = Mapping[str, Any]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with their filters."""
    found = Environment(
        loader=PackageLoader("counterclaim.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    found.filters["outside"] = outside
    found.filters["path"] = lambda text: quote(str(text), safe="")
    found.filters["query"] = lambda fields: urlencode(fields, doseq=True)
    found.filters["figure"] = lambda number: f"{number:,}"
    found.filters["plain"] = words.plain
    found.globals.update(version=__version__, words=words, told=figure_words)
    return found


def load_templates() -> None:
    """Read all templates, so that nobody who asks for a page waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)


def outside(link: str | None) -> str | None:
    """A link that may be followed; null for anything but http and https."""
    return link if link and link.lower().startswith(("http://", "https://")) else None


def render(request: Request, template: str, content: Content, *, status: int = 200) -> HTMLResponse:
    """A whole page, or for htmx the part of it that the template names."""
    settings = request.app.state.settings
    known = {
        "here": request.url.path, "query": request.query_params, "settings": settings,
        "person": getattr(request.state, "person", settings.person), "token": getattr(request.state, "token", ""),
        "admin": getattr(request.state, "role", "") == "admin",
    }  # fmt: skip
    return HTMLResponse(environment().get_template(template).render({**known, **content}), status)
