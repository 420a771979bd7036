"""Records of news data sets: JSON, JSON Lines and arrays, under the names their makers use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.reading.dates import read_date
from counterclaim.reading.drafts import Draft, RefusedError
from counterclaim.reading.wording import patterns

TEXT = ("text", "maintext", "content", "body", "article_text", "article", "full_text", "cleaned_text", "raw_text")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "lead": ("lead", "description", "excerpt", "abstract", "summary", "subtitle", "meta_description"),
    "url": ("url", "canonical_url", "canonical", "link", "source_url", "uri"),
    "published": (
        "published", "date_published", "datePublished", "date_publish", "publish_date", "published_at", "publishedAt",
        "pubDate", "pubdate", "date", "publication_date", "timestamp",
    ),
    "modified": ("modified", "date_modify", "dateModified", "date_modified", "updated", "modified_at"),
    "outlet": ("outlet", "sitename", "site_name", "source_domain", "publisher", "source", "hostname", "source_name"),
    "language": ("language", "lang", "inLanguage"),
    "authors": ("authors", "author", "byline"),
    "tags": ("tags", "keywords", "categories"),
    "image": ("image", "image_url", "top_image", "urlToImage"),
}  # fmt: skip
LISTS = ("articles", "items", "documents", "docs", "data", "results", "records", "entries")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: its fields, and where in the file it stands (None: it is the file)."""

    fields: Mapping[str, object]
    where: str | None = None

    @property
    def id(self) -> str | None:
        """The record's own id."""
        value = next((self.fields[k] for k in ("id", "_id", "doc_id", "article_id") if self.fields.get(k)), None)
        return str(value) if isinstance(value, str | int) else None


def read_records(text: str) -> Iterator[Record | RefusedError]:
    """The records of a whole JSON file: one object, an array, or an object that holds an array of them."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        yield broken(error, 0)
        return
    except RecursionError:
        yield RefusedError("JSON nested too deep", "an object with a text", "check what the file holds")
        return
    if isinstance(content, dict) and not _has_text(content):
        content = next((content[k] for k in LISTS if isinstance(content.get(k), list)), content)
    if isinstance(content, dict):
        yield Record(content)
    elif isinstance(content, list):
        for number, item in enumerate(content, 1):
            yield _item(item, f"record {number}")
    else:
        yield _item(content, None)


def read_line(line: str, number: int) -> Record | RefusedError:
    """The record on one line of JSON Lines."""
    try:
        return _item(json.loads(line.strip()), f"line {number}")
    except json.JSONDecodeError as error:
        return broken(error, number - 1)
    except RecursionError:
        return RefusedError("JSON nested too deep", "an object with a text", "check the line", f"line {number}")


def broken(error: json.JSONDecodeError, before: int) -> RefusedError:
    """The refusal of a text that is no JSON."""
    return RefusedError(
        f"broken JSON ({error.msg}, column {error.colno})", "one complete JSON value", "repair or remove it",
        f"line {error.lineno + before}",
    )  # fmt: skip


def _item(item: object, where: str | None) -> Record | RefusedError:
    if isinstance(item, dict):
        return Record(item, where)
    return RefusedError(f"a JSON {type(item).__name__}", "an object with a text", "check the file's layout", where)


def _has_text(fields: Mapping[str, object]) -> bool:
    return any(isinstance(fields.get(name), str) for name in TEXT)


def text_of(record: Record) -> str:
    """The article's text in a record; refuses an unknown layout with the keys that were found."""
    for name in TEXT:
        value = record.fields.get(name)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    present = [name for name in TEXT if name in record.fields]
    if present:
        raise RefusedError(f"no text under {present[0]!r}", "the article's text", "leave the record out", record.where)
    keys = ", ".join(repr(str(key)[:40]) for key in list(record.fields)[:20]) or "none"
    raise RefusedError(
        f"an unknown layout with the keys {keys}", f"the text under one of: {', '.join(TEXT)}", "rename the key",
        record.where,
    )  # fmt: skip


def fields_of(record: Record) -> Draft:
    """Everything but the text, as a draft without blocks."""
    first = {name: _first(record.fields, keys) for name, keys in NAMES.items()}
    return Draft(
        blocks=(),
        title=_text(first["title"]),
        lead=_text(first["lead"]),
        url=_address(first["url"]),
        published=read_date(first["published"]),
        modified=read_date(first["modified"]),
        outlet=_text(first["outlet"]),
        language=_text(first["language"]),
        authors=tuple(n for n in _texts(first["authors"]) if n and n.casefold() not in patterns("no_author")),
        tags=_texts(first["tags"]),
        image=_address(first["image"]),
    )


def _first(fields: Mapping[str, object], keys: tuple[str, ...]) -> object:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("url")
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http://", "https://")) else None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(";") if ";" in value else value.split(",")
    if not isinstance(value, list):
        value = [value]
    return tuple(text for text in map(_text, value) if text)
