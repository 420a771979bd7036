"""Records as JSON text in the shape of the public format, every span checked on the way: one pass over an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_type_hints

import orjson

from counterclaim.extraction import Extraction
from counterclaim.records import Article
from counterclaim.serialise import in_order, to_dicts, to_plain

Encode = Callable[[Any], str]
Shape = tuple[Callable[[Any], tuple[Any, ...]], tuple[str, ...], bool, tuple[str, ...]]
BY_US = orjson.OPT_PASSTHROUGH_DATACLASS  # left to it, records would have the fields and the order of their classes


def without_text(article: Article) -> dict[str, Any]:
    """An article's fields in the order of the format, less its text, for an encoder."""
    values, names = in_order(Article)
    return {name: value for name, value in zip(names, values(article), strict=True) if name != "text"}


def encoder(extraction: Extraction) -> Encode:
    """What writes one record of an extraction, or a tuple of them, without blanks: the same for the same record.

    It raises ValueError for a span whose words do not stand at its place, and names the first one of the extraction.
    """
    text = extraction.article.text

    def fields_of(record: Any) -> dict[str, Any]:
        values, names, is_span, uneven = _shape(record.__class__)
        if is_span and not _stands(record, text):
            to_dicts(extraction)  # tells which one is the first
            raise ValueError(f"{record}: other words stand there")
        plain = dict(zip(names, values(record), strict=True))
        for name in uneven:
            plain[name] = to_plain(plain[name])
        return plain

    def encode(value: Any) -> str:
        try:
            return orjson.dumps(value, fields_of, BY_US).decode()
        except orjson.JSONEncodeError as error:
            raise error.__cause__ or ValueError(f"{extraction.article.key}: {error}") from error

    return encode


def _stands(span: Any, text: str) -> bool:
    start, end = span.start, span.end
    if start is None or end is None:
        return start is end
    words = text[start:end]
    return bool(0 <= start <= end <= len(text) and words == getattr(span, "text", words))


@cache
def _shape(record: Any) -> Shape:
    """What gives a record's values, their names, whether they are a stretch of the text, and which need rounding."""
    values, names = in_order(record)
    hints = get_type_hints(record)
    uneven = tuple(name for name in names if _is_uneven(hints.get(name)))
    return values, names, "start" in names and "basis" not in names, uneven


def _is_uneven(hint: Any) -> bool:
    """Whether values of this type may hold numbers with a fraction, which the format rounds."""
    return hint in (float, object) or any(map(_is_uneven, get_args(hint)))
