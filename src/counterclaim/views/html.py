"""Claims as one self-contained HTML page: each article's text with its claims in place, and a card beside each."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined

from counterclaim.extraction import Extraction
from counterclaim.grades import grade
from counterclaim.records import Statement
from counterclaim.views import words
from counterclaim.views.marks import Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class Page:
    """What the template needs of one article."""

    number: int
    extraction: Extraction
    paragraphs: tuple[Paragraph, ...]
    said: tuple[Statement, ...]
    link: str | None


def render(extractions: Iterable[Extraction]) -> Iterator[str]:
    """The page in pieces, article by article; all text of articles is escaped, nothing is loaded from elsewhere."""
    style = _resource("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pages = (_page(number, extraction) for number, extraction in enumerate(extractions, 1))
    yield from _environment().from_string(_resource("page.html")).generate(
        style=style, policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        pages=pages, words=words, grade=grade,
    )  # fmt: skip


def _page(number: int, extraction: Extraction) -> Page:
    said = words.without_figure(extraction.statements)
    url = extraction.article.url or ""
    link = url if url.startswith(("https://", "http://")) else None
    return Page(number, extraction, tuple(paragraphs(extraction, said)), said, link)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _resource(name: str) -> Any:
    return (files("counterclaim.views") / "templates" / name).read_text("utf-8")
