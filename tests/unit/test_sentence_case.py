"""Words of a source as they stand inside a sentence."""

import pytest

from counterclaim.sentence_case import inside_sentence


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Activists", "activists"),
        ("Military sources", "military sources"),
        ("A Syrian military source", "a Syrian military source"),
        ("The Syrian Coalition", "the Syrian Coalition"),
        ("Reuters", "Reuters"),
        ("Dirk", "Dirk"),
        ("Local Coordination Committees", "Local Coordination Committees"),
        ("THE ARMY", "THE ARMY"),
        ("two officials", "two officials"),
    ],
)
def test_capital_of_a_sentence_is_no_part_of_a_source(words: str, expected: str) -> None:
    """What newspapers write small, and what an article or a number stands before, loses the capital of the sentence."""
    assert expected == inside_sentence(words, "en")


def test_language_without_tables_keeps_its_words() -> None:
    """Where no words are known, nothing is changed."""
    assert "Aktivisten" == inside_sentence("Aktivisten", "de")
