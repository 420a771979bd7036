"""The format as JSON Lines and as a JSON array."""

from __future__ import annotations

import json

from counterclaim.views import json_array, json_lines
from tests.fixtures.extractions import EMPTY, FULL


def test_one_line_an_article() -> None:
    """Each line is the object of one article."""
    lines = "".join(json_lines.render([FULL, EMPTY])).splitlines()

    assert [FULL.to_dicts(), EMPTY.to_dicts()] == [json.loads(line) for line in lines]


def test_array_holds_the_same_objects() -> None:
    """The array is for those who read one file at once."""
    assert [FULL.to_dicts(), EMPTY.to_dicts()] == json.loads("".join(json_array.render([FULL, EMPTY])))


def test_empty_array() -> None:
    """No article is an empty array, not an empty file."""
    assert "[]\n" == "".join(json_array.render([]))


def test_same_bytes_twice() -> None:
    """Two runs over one article give the same bytes."""
    assert list(json_lines.render([FULL])) == list(json_lines.render([FULL]))
