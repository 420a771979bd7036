"""How firmly a sentence says it."""

import pytest

from tests.fixtures.parses import found


@pytest.mark.parametrize(
    ("text", "modality", "rule"),
    [
        ("The country will send 300 soldiers.", "planned", "modality.future"),
        ("As many as 200 people may have been killed.", "possible", "modality.might"),
        ("Possibly 40 soldiers were killed.", "possible", "modality.perhaps"),
        ("An estimated 1,139 people were killed.", "estimated", "modality.estimated_number"),
        ("Some 300 people are believed to have died.", "estimated", "modality.estimate"),
        ("More than 40 people are feared to have died.", "possible", "modality.fear"),
        ("The group plans to abduct 500 children.", "planned", "modality.plan"),
        ("If 100 soldiers are killed, the talks will end.", "planned", "modality.condition"),
        ("They began an operation to liberate three towns.", "planned", "modality.purpose"),
        ("They managed to liberate three towns.", "asserted", "modality.realised"),
        ("The men plotted to kidnap a minister and then attack two barracks.", "planned", "modality.plan"),
    ],
)
def test_words_that_say_how_firmly(text: str, modality: str, rule: str) -> None:
    """Auxiliaries, adverbs, the verb above, the conjunction and the infinitive; each leaves its rule's id."""
    [candidate] = found(text)[0]

    assert (modality, True) == (candidate.modality, rule in candidate.rules)


@pytest.mark.parametrize("text", ["Twelve soldiers were killed.", "The army said 12 soldiers had died."])
def test_asserted_unless_something_says_otherwise(text: str) -> None:
    """No word, no reservation."""
    assert ["asserted"] == [c.modality for c in found(text)[0]]


@pytest.mark.parametrize("text", ["Twelve soldiers were not killed.", "The bomb would have killed 12 soldiers."])
def test_what_did_not_happen(text: str) -> None:
    """ "Not" and "would have": nothing is claimed."""
    assert () == found(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor called the shooting of 12 prisoners a crime.", {"asserted"}),
        ("The union called for the release of 12 prisoners.", {"planned"}),
    ],
)
def test_a_call_is_a_plan_only_with_what_it_is_for(text: str, expected: set[str]) -> None:
    """ "Called the shooting a crime" takes it for granted, "called for the release" asks for it."""
    assert expected == {candidate.modality for candidate in found(text)[0]}


def test_an_unknown_fate_is_no_doubt() -> None:
    """ "The fate of 165 captives is unknown" leaves no doubt that they are captives."""
    assert ["asserted"] == [c.modality for c in found("The fate of another 165 captives remains unknown.")[0]]
