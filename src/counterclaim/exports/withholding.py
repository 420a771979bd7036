"""An article's record without its text: the words that claims rest on stay, the rest is there as a digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from counterclaim.serialise import Json

WITHHELD = {"text", "lead"}  # of the article: what its publisher owns


def without_text(document: Mapping[str, Json]) -> dict[str, Json]:
    """The record of an article with `text_sha256` and `text_length` in place of text and lead."""
    article = document["article"]
    kept = {name: value for name, value in article.items() if name not in WITHHELD}
    text = article["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {**document, "article": {**kept, "text_sha256": digest, "text_length": len(text)}, "skipped": []}


def first_disagreement(document: Mapping[str, Json]) -> str | None:
    """Where two quotations of one article disagree on a character, or one lies outside of it; None if none does."""
    known: dict[int, str] = {}
    length = document["article"]["text_length"]
    for where, span in spans({"claims": document["claims"], "statements": document["statements"]}):
        start, end, text = span["start"], span["end"], span["text"]
        if not 0 <= start <= end <= length or end - start != len(text):
            return f"{where}: {start}-{end} is no place of {len(text)} characters in an article of {length}"
        for at, character in enumerate(text, start):
            if known.setdefault(at, character) != character:
                return f"{where}: {text!r} does not stand at {start}-{end}, by the other quotations"
    return None


def spans(node: Json, where: str = "") -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Every stretch with text, start and end, with the way to it, the longest of a record first."""
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from spans(value, f"{where}[{index}]")
    elif isinstance(node, dict):
        if isinstance(node.get("start"), int) and isinstance(node.get("text"), str):
            yield where, node
        for key, value in node.items():
            yield from spans(value, f"{where}.{key}" if where else key)
