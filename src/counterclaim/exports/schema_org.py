"""Claims as schema.org Claim in JSON-LD: one for each group of claims that say the same, with where it appeared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from counterclaim.exports.csvw import NOTE
from counterclaim.exports.row import Row
from counterclaim.exports.sentences import days, sentence
from counterclaim.exports.web_annotations import address
from counterclaim.figures import Figure

CONTEXT = "https://schema.org"


def render(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON-LD document; rows of one group that follow one another become one Claim."""
    yield f'{{"@context": "{CONTEXT}", "@graph": ['
    joint = "\n"
    for _, group in groupby(rows, key=lambda row: row.group):
        yield joint + json.dumps(claim(tuple(group)), ensure_ascii=False)
        joint = ",\n"
    yield "\n]}\n"


def claim(group: Sequence[Row]) -> dict[str, Any]:
    """The Claim that a group of rows makes; what is not known has no key."""
    first = min(group, key=_published)
    figure = first.figure
    return _known({
        "@type": "Claim",
        "@id": f"urn:counterclaim:{figure.kind}:{figure.claim}",
        "identifier": figure.claim,
        "name": sentence(first),
        "text": figure.evidence,
        "author": {"@type": "Person" if _is_person(figure) else "Organization", "name": figure.claimant},
        "abstract": f"{first.act}, {figure.modality}, {figure.status}",
        "keywords": [word for word in (figure.event, figure.category, *figure.also, figure.side) if word],
        "temporalCoverage": days(figure) if figure.start and figure.end else None,
        "spatialCoverage": _place(figure),
        "disambiguatingDescription": NOTE,
        "firstAppearance": _article(first) if first.figure.published else None,
        "appearance": [_article(row) for row in group],
    })  # fmt: skip


def _is_person(figure: Figure) -> bool:
    return figure.speaker is not None and figure.speaker == figure.claimant


def _published(row: Row) -> tuple[bool, str]:
    return (row.figure.published is None, row.figure.published or "")


def _place(figure: Figure) -> dict[str, Any] | None:
    if figure.place is None:
        return None
    where = {"@type": "GeoCoordinates", "latitude": figure.latitude, "longitude": figure.longitude}
    return _known({
        "@type": "Place",
        "name": figure.place,
        "address": figure.country,
        "geo": where if figure.latitude is not None and figure.longitude is not None else None,
        "sameAs": f"https://sws.geonames.org/{figure.geonames}/" if figure.geonames else None,
    })  # fmt: skip


def _article(row: Row) -> dict[str, Any]:
    figure = row.figure
    return _known({
        "@type": "NewsArticle",
        "@id": row.article.id,
        "url": address(row),
        "headline": figure.title,
        "datePublished": figure.published,
        "publisher": {"@type": "Organization", "name": figure.outlet} if figure.outlet else None,
        "abstract": f"{figure.chain} ({row.act}): {figure.evidence}",
    })  # fmt: skip


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [])}
