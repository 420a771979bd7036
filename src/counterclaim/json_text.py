"""Records as JSON text in the shape of the public format, every span checked on the way: one pass over an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from counterclaim.extraction import Extraction
from counterclaim.records import Article
from counterclaim.serialise import PLACES, in_order, to_dicts

Encode = Callable[[Any], str]


def without_text(article: Article) -> dict[str, Any]:
    """An article's fields in the order of the format, less its text, for an encoder."""
    values, names = in_order(Article)
    return {name: value for name, value in zip(names, values(article), strict=True) if name != "text"}


def encoder(extraction: Extraction) -> Encode:
    """What writes one record of an extraction, or a tuple of them, without blanks: the same for the same record.

    It raises ValueError for a span whose words do not stand at its place, and names the first one of the extraction.
    """
    writers = _Writers(extraction)

    def encode(value: Any) -> str:
        return writers[value.__class__](value)

    return encode


class _Writers(dict[type, Encode]):
    """For each class what writes a value of it; for a class of records made when the first one comes.

    Half the time of the standard library's encoder, which must be handed each record as a dict of its own.
    """

    def __init__(self, extraction: Extraction) -> None:
        super().__init__(LEAVES)
        self._extraction = extraction
        self[tuple] = self[list] = self._list
        self[dict] = self._object

    def __missing__(self, kind: type) -> Encode:
        values, template, is_span = _shape(kind)
        text = self._extraction.article.text

        def write(record: Any) -> str:
            if is_span and not _stands(record, text):
                to_dicts(self._extraction)  # tells which one is the first
                raise ValueError(f"{record}: other words stand there")
            return template % tuple([self[value.__class__](value) for value in values(record)])

        self[kind] = write
        return write

    def _list(self, values: Iterable[Any]) -> str:
        return f"[{','.join([self[value.__class__](value) for value in values])}]"

    def _object(self, fields: Mapping[str, Any]) -> str:
        pairs = [f"{encode_basestring(name)}:{self[value.__class__](value)}" for name, value in fields.items()]
        return f"{{{','.join(pairs)}}}"


LEAVES: Mapping[type, Encode] = {
    str: encode_basestring,
    int: int.__repr__,
    float: lambda value: float.__repr__(round(value, PLACES) + 0.0),
    bool: lambda value: "true" if value else "false",
    type(None): lambda value: "null",
}


def _stands(span: Any, text: str) -> bool:
    start, end = span.start, span.end
    if start is None or end is None:
        return start is end
    words = text[start:end]
    return bool(0 <= start <= end <= len(text) and words == getattr(span, "text", words))


@cache
def _shape(record: Any) -> tuple[Callable[[Any], tuple[Any, ...]], str, bool]:
    """What gives a record's values, the text that they are put into, and whether it is a stretch of the article."""
    values, names = in_order(record)
    template = ",".join(f"{encode_basestring(name)}:%s" for name in names)
    return values, f"{{{template}}}", "start" in names and "basis" not in names
