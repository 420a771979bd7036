"""The public format as JSON Lines: one object a line, one line an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from counterclaim.extraction import Extraction


def render(extractions: Iterable[Extraction]) -> Iterator[str]:
    """One line for each article, fields in a fixed order, characters as they are."""
    for extraction in extractions:
        yield json.dumps(extraction.to_dicts(), ensure_ascii=False, allow_nan=False) + "\n"
