"""PolNeAR: who says what, as spans of source, cue and content.

It marks who speaks to the reader: of 10,000 attributions fewer than one in a hundred stands in the content of another.
What is said in what somebody says is a source of its own here, and left out of the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from counterclaim.attributing import find_attributions
from counterclaim.parsed import Attribution
from counterclaim.records import Mention, Source
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
        yield {"doc_id": row["doc_id"], "attributions": attributions_of(found, row["text"])}


def attributions_of(found: Sequence[Attribution], text: str) -> list[dict[str, Span | list[Span] | None]]:
    """The attributions as PolNeAR has them: one for each source and cue, none inside another."""
    outer = [one for one in found if not any(_is_inside(one, other) for other in found)]
    together = groupby(sorted(outer, key=_said_at), key=_said_at)
    return [_merged(list(group), text) for _, group in together]


def _is_inside(one: Attribution, other: Attribution) -> bool:
    """Whether the words that report the one are among those that the other one reports, and not the reverse."""
    cue, around = _cue_of(one), _cue_of(other)
    return _holds(other.content, cue) and not _holds(one.content, around)


def _holds(content: Mention, cue: Mention | None) -> bool:
    return cue is not None and content.start <= cue.start < content.end


def _cue_of(one: Attribution) -> Mention | None:
    return one.sources[-1].cue


def _source_of(one: Attribution) -> Source:
    """Who says it; for "the agency, citing the ministry, said" the agency."""
    return one.sources[-2] if "reporting.citing" in one.rules and len(one.sources) > 1 else one.sources[-1]


def _said_at(attribution: Attribution) -> tuple[int, int]:
    source = _source_of(attribution)
    return source.start, source.cue.start if source.cue else -1


def _merged(group: Sequence[Attribution], text: str) -> dict[str, Span | list[Span] | None]:
    source, contents = _source_of(group[0]), [a.content for a in group]
    relative = RELATIVE.match(text, source.end, source.cue.start) if source.cue else None
    return {
        "source": [source.start, relative.end(1) if relative else source.end],
        "cue": [source.cue.start, source.cue.end] if source.cue else None,
        "content_spans": [[content.start, content.end] for content in contents],
        "content": [min(content.start for content in contents), max(content.end for content in contents)],
    }
