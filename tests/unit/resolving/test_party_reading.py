"""Whose a phrase of the sentence is."""

import pytest

from counterclaim.pipeline import extract_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve Ukrainian and 15 Russian soldiers were killed.", ["Ukraine", "Russia"]),
        ("Twelve Russian and 15 Ukrainian soldiers were killed.", ["Russia", "Ukraine"]),
        ("One Iraqi and three American soldiers were wounded.", ["Iraq", "United States"]),
        ("Twelve Ukrainian soldiers and 15 Russian soldiers were killed.", ["Ukraine", "Russia"]),
        ("Two Russian and Syrian jets were downed.", ["Russia and Syria"]),
    ],
)
def test_each_number_has_its_own_side(text: str, expected: list[str]) -> None:
    """Where two numbers share a noun, each is of the side that stands behind it."""
    assert expected == [claim.target.side for claim in extract_text(text).claims]
