"""Denials by a label."""

import pytest

from tests.unit.attributing.articles import read


@pytest.mark.parametrize(
    ("text", "source", "whose"),
    [
        ("The ministry called reports of 25 dead soldiers baseless.", "The ministry", "reports"),
        ("The governor dismissed as propaganda reports that 90 recruits had fled.", "The governor", "reports"),
        ("Claims of 65 dead soldiers were dismissed by the ministry as untrue.", "the ministry", "Claims"),
    ],
)
def test_label_denies(text: str, source: str, whose: str) -> None:
    """Who calls a report false denies it, and it is the report that is denied."""
    [denial] = read(text)

    assert ("denied", source) == (denial.modality, denial.sources[-1].text)
    assert denial.whose is not None
    assert whose == denial.whose.text


@pytest.mark.parametrize(
    "text",
    [
        "The ministry called reports of 25 dead soldiers shocking.",
        "The ministry did not call reports of 25 dead false.",
    ],
)
def test_other_labels_deny_nothing(text: str) -> None:
    """ "Shocking" is not false, and what is not said is no denial."""
    assert [] == [one for one in read(text) if one.modality == "denied"]


def test_denial_in_a_speech_stays_in_its_sentence() -> None:
    """ "The rumours are false. Twenty were killed.": the twenty stand."""
    text = 'The governor said: "Rumours of a massacre are false. Twenty people were killed by the storm last night."'
    denied = [one.content.text for one in read(text) if one.modality == "denied"]

    assert ["Rumours of a massacre are false."] == denied


def test_estimates_estimate() -> None:
    """What an estimate says is estimated."""
    [one] = read("Official estimates suggest that 90 people were killed.")

    assert ("estimated", "estimated") == (one.act, one.modality)


def test_question_whether_is_possible() -> None:
    """ "Investigating whether": nobody says that it is so."""
    [one] = read("Police are investigating whether three guards were killed.")

    assert "possible" == one.modality
