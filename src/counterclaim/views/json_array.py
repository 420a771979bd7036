"""The public format as one JSON array, indented for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from counterclaim.extraction import Extraction


def render(extractions: Iterable[Extraction]) -> Iterator[str]:
    """A JSON array with one object for each article, written as the articles come."""
    before = "[\n"
    for extraction in extractions:
        yield before + dumps(extraction.to_dicts(), ensure_ascii=False, allow_nan=False, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
