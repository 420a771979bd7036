"""The language of a text."""

import pytest

from counterclaim.reading.languages import detect, primary


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("The army said that ten soldiers were killed in the town on Monday.", None, "en"),
        ("THE ARMY SAID THAT TEN SOLDIERS WERE KILLED IN THE TOWN ON MONDAY.", "ru", "en"),
        ("Минобороны сообщило, что десять военных погибли и были ранены.", None, "ru"),
        ("Міністерство повідомило, що десять військових загинули під містом.", "ru", "uk"),
        ("Ten dead", None, "en"),
        ("Die Armee teilte mit, dass zehn Soldaten in der Stadt getötet und viele verletzt wurden. " * 4, "en", "de"),
        (
            "L'armée a déclaré que dix soldats ont été tués dans la ville lundi et que dix autres sont blessés.",
            None,
            "fr",
        ),
        ("", "en", "en"),
    ],
)
def test_detected_by_letters_and_words(text: str, stated: str | None, expected: str) -> None:
    """The text decides; what the page states only where the text is too short."""
    assert expected == detect(text, stated)


@pytest.mark.parametrize(
    ("tag", "expected"), [("en_EN", "en"), ("en-GB", "en"), ("UK", "uk"), ("english", None), (None, None)]
)
def test_primary_language_of_a_tag(tag: str | None, expected: str | None) -> None:
    """The part of a tag that names the language."""
    assert expected == primary(tag)
