"""Claims as W3C Web Annotations: each points at the words of its article by place and by quotation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from counterclaim.exports.columns import cells, columns
from counterclaim.exports.conventions import OURS
from counterclaim.exports.row import Row
from counterclaim.exports.sentences import sentence
from counterclaim.records import Claim

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of the text before and after the quotation


def render(rows: Iterable[Row], convention: str | None = OURS) -> Iterator[str]:
    """One JSON-LD document, an AnnotationPage with an annotation for each row, piece by piece."""
    yield f'{{"@context": "{CONTEXT}", "id": "urn:counterclaim:annotations", "type": "AnnotationPage", "items": ['
    joint = "\n"
    for row in rows:
        yield joint + json.dumps(annotation(row, convention), ensure_ascii=False)
        joint = ",\n"
    yield "\n]}\n"


def annotation(row: Row, convention: str | None = OURS) -> dict[str, Any]:
    """The annotation of one row; `start` and `end` count characters of the article's canonical text."""
    return {
        "id": f"urn:counterclaim:{row.figure.kind}:{row.figure.claim}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [_words(row), _fields(row, convention)],
        "target": {"source": address(row), "selector": _selectors(row)},
        "generator": _software(row),
    }


def _software(row: Row) -> dict[str, str]:
    return {"id": "urn:counterclaim:software", "type": "Software", "name": f"counterclaim {row.made_by.version}"}


def address(row: Row) -> str:
    """The address of the article; an article without one is named by its key, as a URN."""
    link = row.figure.link
    return link if link.startswith(("https://", "http://")) else f"urn:counterclaim:article:{quote(link, safe='')}"


def _words(row: Row) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": sentence(row),
    }


def _fields(row: Row, convention: str | None) -> dict[str, Any]:
    names = (column.name for column in columns())
    known = {name: value for name, value in zip(names, cells(row, convention), strict=True) if value is not None}
    return {
        "type": "TextualBody",
        "purpose": "classifying",
        "format": "application/json",
        "value": json.dumps(known, ensure_ascii=False),
    }


def _selectors(row: Row) -> list[dict[str, Any]]:
    record, text = row.record, row.article.text
    words = record.quantity if isinstance(record, Claim) else record.content
    return [
        {"type": "TextPositionSelector", "start": words.start, "end": words.end},
        {
            "type": "TextQuoteSelector",
            "exact": words.text,
            "prefix": text[max(0, words.start - AROUND) : words.start],
            "suffix": text[words.end : words.end + AROUND],
        },
    ]
