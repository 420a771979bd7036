"""Records of news data sets."""

import json

import pytest

from counterclaim.reading.drafts import RefusedError
from counterclaim.reading.jsonrecords import Record, fields_of, read_line, read_records, text_of


@pytest.mark.parametrize("name", ["text", "maintext", "content", "body", "article_text"])
def test_text_under_its_usual_names(name: str) -> None:
    """news-please, trafilatura, newspaper and plain records name the text differently."""
    assert text_of(Record({name: "Ten died."})) == "Ten died."


@pytest.mark.parametrize("name", ["published", "date_publish", "publish_date", "date", "pubDate"])
def test_date_under_its_usual_names(name: str) -> None:
    """Each name of the date is read."""
    assert fields_of(Record({name: "2022-02-27"})).published == "2022-02-27"


@pytest.mark.parametrize("name", ["outlet", "source_domain", "source", "sitename", "publisher"])
def test_outlet_under_its_usual_names(name: str) -> None:
    """Each name of the outlet is read, as a text or as an object with a name."""
    assert fields_of(Record({name: "Example"})).outlet == "Example"
    assert fields_of(Record({name: {"name": "Example"}})).outlet == "Example"


def test_lists_and_joined_texts() -> None:
    """Authors and tags as lists, as objects or joined by commas; placeholders are no authors."""
    fields = fields_of(Record({"authors": [{"name": "A. Doe"}, "NA"], "tags": "war, town"}))

    assert (fields.authors, fields.tags) == (("A. Doe",), ("war", "town"))


def test_unknown_layout_is_refused_with_its_keys() -> None:
    """The message names the keys that were found."""
    with pytest.raises(RefusedError, match=r"unknown layout with the keys 'headline', 'words'"):
        text_of(Record({"headline": "x", "words": 3}))


def test_record_without_text_is_refused() -> None:
    """A known layout with an empty text is something else than an unknown layout."""
    with pytest.raises(RefusedError, match="no text under 'text'"):
        text_of(Record({"text": None}))


def test_arrays_and_wrapped_arrays() -> None:
    """An array of records, by itself or in an object."""
    items = [{"text": "One."}, {"text": "Two."}]

    for content in (items, {"status": "ok", "articles": items}):
        records = list(read_records(json.dumps(content)))
        assert [r.where for r in records if isinstance(r, Record)] == ["record 1", "record 2"]


def test_broken_json_is_refused_with_its_line() -> None:
    """The line is counted in the file."""
    [refused] = read_records('{"text": "One.",\n "title": }')
    line = read_line('{"text": ', 7)

    assert isinstance(refused, RefusedError)
    assert isinstance(line, RefusedError)
    assert (refused.where, line.where) == ("line 2", "line 7")


def test_line_that_is_no_object_is_refused() -> None:
    """A number or a list on a line is no record."""
    refused = read_line("[1, 2]", 3)

    assert isinstance(refused, RefusedError)
    assert "a JSON list" in refused.found
