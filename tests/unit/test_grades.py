"""Confidence in words."""

from __future__ import annotations

import pytest

from counterclaim.grades import grade


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(0.99, "high"), (0.9, "high"), (0.89, "fair"), (0.75, "fair"), (0.74, "low"), (0.01, "low")],
)
def test_grades_have_their_bounds(confidence: float, word: str) -> None:
    """A grade begins at its bound."""
    assert word == grade(confidence)
