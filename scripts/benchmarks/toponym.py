"""TR-News: places and their coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from counterclaim.gazetteer import Entry
from counterclaim.gazetteer.locate import locate
from counterclaim.gazetteer.recognise import recognise
from counterclaim.gazetteer.wording import wording
from counterclaim.segmenting import split_sentences
from scripts.benchmarks.readers import article_of, reader

Toponym = dict[str, Any]


def find(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The places of each text; this benchmark takes "Turkish" for Turkey."""
    for row in rows:
        found = [*_places(row["doc_id"], row["text"])]
        found += _adjectives(row["text"], [(place["start"], place["end"]) for place in found])
        yield {"doc_id": row["doc_id"], "toponyms": found}


def _places(name: str, text: str) -> Iterator[Toponym]:
    gazetteer, rules = reader().gazetteer, reader().rules
    sentences = split_sentences(article_of(name, text))
    mentions = [m for s in sentences for m in recognise(s.text, gazetteer, rules, offset=s.start)]
    for mention, located in zip(mentions, locate(text, mentions, gazetteer, rules), strict=True):
        yield _toponym(mention.start, mention.end, located.entry)


def _toponym(start: int, end: int, entry: Entry | None) -> Toponym:
    if entry is None:
        return {"start": start, "end": end, "lat": None, "lon": None, "geonameid": None}
    return {"start": start, "end": end, "lat": entry.latitude, "lon": entry.longitude, "geonameid": entry.geonames}


def _adjectives(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Toponym]:
    countries = wording(reader().rules).countries
    for match in _demonyms().finditer(text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        if free and match[0][0].isupper() and match[0] != "Us" and not match[0].endswith("s"):
            entry = reader().gazetteer.country(countries[match[0].lower()])
            if entry is not None:
                yield _toponym(match.start(), match.end(), entry)


@lru_cache(maxsize=1)
def _demonyms() -> re.Pattern[str]:
    names = sorted(wording(reader().rules).countries, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
