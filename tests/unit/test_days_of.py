"""The days of a figure in words."""

from __future__ import annotations

import pytest

from counterclaim.figures import days_of
from tests.fixtures.figures import figure


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-05-07", "2031-05-07", "2031-05-07"),
        ("2031-05-01", "2031-05-07", "2031-05-01 to 2031-05-07"),
        (None, "2031-05-07", "until 2031-05-07"),
        ("2031-05-01", None, "since 2031-05-01"),
        (None, None, ""),
    ],
)
def test_an_open_end_is_told(start: str | None, end: str | None, words: str) -> None:
    """A total whose beginning is not known is "until" its day, never on it."""
    assert words == days_of(figure(start=start, end=end))
