"""Sentences and quotations: the pieces of an article that every later stage points at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of an article. `paragraph` counts paragraphs; `part` is the kind of part it stands in."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words without their marks. `open` is true where the paragraph ends before the quotation closes."""

    start: int
    end: int
    open: bool = False
