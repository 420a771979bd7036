"""PolNeAR: who says what, as spans of source, cue and content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from counterclaim.attributing import find_attributions
from counterclaim.parsed import Attribution
from counterclaim.segmenting import find_quotations
from scripts.benchmarks.readers import article_of, parsed, reader

Span = list[int]
# "Borges, who predicted": they take the pronoun for the source, we whom it stands for.
RELATIVE = re.compile(r"[^.;]{0,60}\b(who|which|that)\s(?:\w+\s){0,3}$")


def find(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The attributions of each text; contents of one source and one cue are one attribution."""
    for row in rows:
        document = parsed(article_of(row["doc_id"], row["text"]))
        found = find_attributions(document, find_quotations(document.article), reader().rules)
        together = groupby(sorted(found, key=_said_at), key=_said_at)
        yield {"doc_id": row["doc_id"], "attributions": [_merged(list(group), row["text"]) for _, group in together]}


def _said_at(attribution: Attribution) -> tuple[int, int]:
    source = attribution.sources[-1]
    return source.start, source.cue.start if source.cue else -1


def _merged(group: Sequence[Attribution], text: str) -> dict[str, Span | list[Span] | None]:
    source, contents = group[0].sources[-1], [a.content for a in group]
    relative = RELATIVE.match(text, source.end, source.cue.start) if source.cue else None
    return {
        "source": [source.start, relative.end(1) if relative else source.end],
        "cue": [source.cue.start, source.cue.end] if source.cue else None,
        "content_spans": [[content.start, content.end] for content in contents],
        "content": [min(content.start for content in contents), max(content.end for content in contents)],
    }
