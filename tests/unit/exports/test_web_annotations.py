"""Web Annotations."""

from __future__ import annotations

import json

from counterclaim.exports import web_annotations
from tests.fixtures.extractions import FULL
from tests.fixtures.rows import row, rows_of

PAGE = json.loads("".join(web_annotations.render(rows_of())))


def test_page_is_of_the_model() -> None:
    """The page has the context, a type, an id and items, and each item what an annotation must have."""
    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (PAGE["@context"], PAGE["type"])
    assert [] == [item for item in PAGE["items"] if not {"id", "type", "target", "body"} <= item.keys()]


def test_ids_are_single() -> None:
    """No two annotations share an id."""
    ids = [item["id"] for item in PAGE["items"]]

    assert len(ids) == len(set(ids))


def test_both_selectors_find_the_words() -> None:
    """Position and quotation lead to the same place of the article."""
    text = FULL.article.text
    for item in PAGE["items"]:
        position, quotation = item["target"]["selector"]
        words = text[position["start"] : position["end"]]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]

        assert (quotation["exact"], True) == (words, around in text)


def test_source_is_an_address() -> None:
    """An article that was read from a file is named by a URN, never by a path that leads nowhere."""
    assert "urn:counterclaim:article:a%20file.txt" == web_annotations.address(row(0, link="a file.txt"))
