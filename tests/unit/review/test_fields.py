"""What a reviewer may write into a field."""

from __future__ import annotations

import pytest

from counterclaim.review.fields import read_change, read_changes
from counterclaim.review.judgement import JudgementError


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("low", "1,597", 1597),
        ("low", "1 597", 1597),
        ("high", "", None),
        ("form", "none", "none"),
        ("side", "unknown", None),
        ("side", "Norland", "Norland"),
        ("also", "woman, child", ["woman", "child"]),
        ("start", "2022-02-24", "2022-02-24"),
        ("latitude", "-33.5", -33.5),
    ],
)
def test_words_become_values(field: str, text: str, value: object) -> None:
    """Each field reads its own kind of value; empty and "unknown" are null."""
    assert value == read_change(field, text)


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("event", "murdered", "'murdered' found; one of killed"),
        ("low", "12.5", "'12.5' found; a whole number"),
        ("low", "-3", "whole number"),
        ("start", "2022-02-30", "'2022-02-30' found"),
        ("end", "yesterday", "an ISO day expected"),
        ("latitude", "99", "degrees between"),
        ("modality", "", "cannot be unknown"),
        ("colour", "red", "unknown field 'colour'; fields that can be corrected: event"),
    ],
)
def test_what_is_no_value_is_refused(field: str, text: str, told: str) -> None:
    """The message says what was found, and what is expected."""
    with pytest.raises(JudgementError, match=told):
        read_change(field, text)


def test_bounds_stay_in_order() -> None:
    """A low bound above the high one is refused."""
    with pytest.raises(JudgementError, match="low is 30 and high is 12"):
        read_changes({"low": "30", "high": "12"})
