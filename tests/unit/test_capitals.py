"""Texts in capitals."""

import pytest

from counterclaim.capitals import has_small_letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Two soldiers DIED", True), ("TWO SOLDIERS died", False), ("ДВА СОЛДАТА", False), ("", False)],
)
def test_small_letters_are_counted(text: str, expected: bool) -> None:
    """More than three in ten of all characters."""
    assert expected == has_small_letters(text, 0.3)
