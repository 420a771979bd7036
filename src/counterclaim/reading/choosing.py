"""Which reader reads a text: chosen by its content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.reading.drafts import Draft, RefusedError
from counterclaim.reading.frontmatter import has_front, has_marks, read_front, split_title
from counterclaim.reading.jsonrecords import Record, fields_of, read_records, text_of
from counterclaim.reading.opening import too_large
from counterclaim.reading.pages import is_page, read_page
from counterclaim.reading.plain import read_plain, with_title
from counterclaim.reading.scrapes import is_scrape, read_scrape

JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
LARGEST = 10_000_000  # characters of one article, with its page
Found = tuple[str, Record | None, Draft]


def read_any(text: str) -> Iterator[Found | RefusedError]:
    """For each article in a text: the reader's name, the record if it came from one, and the draft."""
    if JSON.match(text):
        for record in read_records(text):
            yield record if isinstance(record, RefusedError) else read_record(record)
    else:
        try:
            reader, draft = read_document(text)
            yield reader, None, draft
        except RefusedError as error:
            yield error


def read_record(record: Record) -> Found | RefusedError:
    """The draft of a record: its own fields first, then what its text says about itself."""
    try:
        text = text_of(record)
        reader, draft = read_document(text)
    except RefusedError as error:
        return RefusedError(error.found, error.expected, error.advice, error.where or record.where)
    fields = fields_of(record)
    title, outlet = split_title(fields.title, fields.url, fields.outlet)
    fields = replace(fields, title=title, outlet=fields.outlet or outlet, blocks=draft.blocks)
    if reader == "text" and title and draft.title:
        # The text's first line is its title only where the record has none.
        fields = replace(fields, blocks=read_plain(text, seek_title=False).blocks)
    return ("json" if reader == "text" else f"json+{reader}"), record, with_title(fields.filled_from(draft))


def read_document(text: str) -> tuple[str, Draft]:
    """The reader's name and the draft of one article: a page, a scrape dump, a saved page or plain text."""
    if len(text) > LARGEST:
        raise too_large(LARGEST)
    text = text.removeprefix("\ufeff")
    if is_page(text):
        return "html", read_page(text)
    if is_scrape(text):
        return "scrape", read_scrape(text)
    if has_front(text) or has_marks(text):
        return "markdown", with_title(read_front(text))
    return "text", read_plain(text)
