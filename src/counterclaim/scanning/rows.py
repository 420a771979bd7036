"""The rows of the data set: articles, claims, refusals and copies, each with its place in the archive."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.extraction import Extraction
from counterclaim.reading import Refusal
from counterclaim.records import Article
from counterclaim.rows import claim_row
from counterclaim.scanning.sketches import sketch
from counterclaim.scanning.stored import Stored, Unreadable
from counterclaim.serialise import to_dicts

Row = Mapping[str, Any]


def article_row(extraction: Extraction, stored: Stored) -> Row:
    """An article in which something is said: its text, and everything extracted as one line of the format."""
    article = extraction.article
    return {
        "article": article.id,
        "key": article.key,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "language": article.language,
        "path": stored.path,
        "position": stored.position,
        "claims": len(extraction.claims),
        "statements": len(extraction.statements),
        "text": article.text,
        "sketch": sketch(article.text),
        "extraction": json.dumps(_without_text(to_dicts(extraction)), ensure_ascii=False),
    }


def _without_text(line: dict[str, Any]) -> dict[str, Any]:
    """The format's object with the article's text left out: it stands in a column of its own."""
    return {**line, "article": {**line["article"], "text": ""}}


def with_text(line: dict[str, Any], text: str) -> dict[str, Any]:
    """The format's object as it was, with the text of its column."""
    return {**line, "article": {**line["article"], "text": text}}


def claim_rows_of(extraction: Extraction, stored: Stored) -> Iterator[Row]:
    """One row for each claim, as in the CSV, with its place in the archive."""
    for claim in extraction.claims:
        yield {**claim_row(extraction.article, claim), "path": stored.path, "position": stored.position}


def copy_row(article: Article, stored: Stored, origin: Article) -> Row:
    """An article whose whole text stood in the same range before."""
    return {
        "article": article.id,
        "key": article.key,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "sha256": article.origin.sha256 if article.origin else None,
        "retrieved": stored.retrieved,
        "path": stored.path,
        "position": stored.position,
        "origin": origin.id,
        "origin_key": origin.key,
    }


def refused_row(item: Unreadable) -> Row:
    """A stretch of the archive that cannot be read."""
    return {
        "path": item.path, "position": item.position, "url": item.url, "found": item.found,
        "expected": item.expected, "advice": item.advice,
    }  # fmt: skip


def refusal_row(item: Refusal, stored: Stored) -> Row:
    """A record that can be read but is no article."""
    return {
        "path": stored.path, "position": stored.position, "url": stored.url, "found": item.found,
        "expected": item.expected, "advice": item.advice,
    }  # fmt: skip
