"""Pages and records of an archive: bytes that were fetched by others, with the address and time they were told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.reading.canonical import to_article
from counterclaim.reading.choosing import read_any
from counterclaim.reading.drafts import Draft, Given, Refusal, RefusedError
from counterclaim.reading.languages import SUPPORTED
from counterclaim.reading.opening import decode
from counterclaim.records import Article, Origin


def read_archived(
    content: bytes,
    *,
    path: str,
    record: str,
    name: str,
    url: str | None = None,
    charset: str | None = None,
    retrieved: str | None = None,
    languages: Sequence[str] = SUPPORTED,
) -> Iterator[Article | Refusal]:
    """The articles in one record of an archive: one of a page, several of a JSON array.

    `path` and `record` say where the bytes stand ("news.warc.gz", "offset 4711"), `name` is the key where the page
    has no address of its own, `url` the address it was fetched from, `retrieved` when.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        found = list(read_any(decode(content, charset=charset)))
    except RefusedError as error:
        yield replace(error.at(path), where=record)
        return
    for item in found:
        if isinstance(item, RefusedError):
            yield replace(item.at(path), where=record)
            continue
        reader, inner, draft = item
        origin = Origin(path=path, sha256=sha256, reader=reader, retrieved=retrieved, record=record)
        draft = draft.filled_from(Draft(blocks=(), url=url))
        try:
            yield to_article(
                draft, name=(inner and inner.id) or name, given=Given(), origin=origin, languages=languages
            )  # fmt: skip
        except RefusedError as error:
            yield replace(error.at(path), where=record)
