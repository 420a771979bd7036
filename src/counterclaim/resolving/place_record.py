"""The record of a place: the article's words beside the gazetteer's entry or its candidates."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.gazetteer.index import Entry
from counterclaim.gazetteer.locate import Located
from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.records import Place


def place_of(mention: PlaceMention, located: Located) -> Place:
    """The record of a mention that means what `located` says."""
    entry = located.entry
    relation = mention.direction if mention.relation == "direction" else mention.relation
    return Place(
        name=entry.name if entry else None,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        relation=(relation or "in").removeprefix("to the ").removesuffix(" of"),
        precision=_precision(mention, entry),
        geonames=entry.geonames if entry else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        country=entry.country if entry else None,
        candidates=tuple(map(_candidate, located.candidates)),
    )


def _precision(mention: PlaceMention, entry: Entry | None) -> str | None:
    kind = entry.kind if entry else mention.kind
    return {"sea": "region", "continent": "region"}.get(kind, kind) if kind else None


def _candidate(entry: Entry) -> Mapping[str, object]:
    return {
        "name": entry.name,
        "geonames": entry.geonames,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "country": entry.country,
    }
