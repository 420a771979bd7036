"""Which of several events is meant."""

from tests.fixtures.parses import events


def test_killed_or_wounded_is_casualties() -> None:
    """One number for both is not split."""
    assert [("casualties", "300", "combatant")] == events("Some 300 soldiers were killed or wounded.")


def test_wounded_who_died_were_killed() -> None:
    """What is counted may be an event itself; the verb says what happened to it."""
    assert [("killed", "Two", "person")] == events("Two of the wounded died.")


def test_fainter_event_says_nothing_of_its_own() -> None:
    """What was struck and destroyed was destroyed."""
    assert [("destroyed", "two", "tank")] == events("They struck and destroyed two tanks.")


def test_verb_behind_another_number_is_that_numbers() -> None:
    """Each number has the verb that stands by it."""
    expected = [("killed", "12", "combatant"), ("injured", "40", "combatant")]

    assert expected == events("In all, 12 soldiers were killed and 40 wounded.")


def test_unknown_nouns_must_hang_on_the_verb() -> None:
    """An unknown noun right under the verb is a person; no unknown is no zero."""
    assert [("killed", "12", "person")] == events("They killed 12 Zorglians.")
    assert [] == events("No zorgles were destroyed.")


def test_who_was_shot_and_killed_was_killed() -> None:
    """Shooting is the means, not a wound of its own."""
    assert [("killed", "Three", "person")] == events("Three men were shot and killed.")
    assert [("killed", "Six", "woman")] == events("Six women were stabbed and died.")
    assert [("killed", "two", "person")] == events("Officers fatally shot two men.")


def test_each_number_of_a_headline_has_its_verb() -> None:
    """ "Killed two, hurt 55" is not casualties."""
    assert [("killed", "two", "person"), ("injured", "55", "person")] == events("A blast has killed two, hurt 55")


def test_verb_of_two_subjects_is_the_first_ones_too() -> None:
    """Prisoners of two sides that were freed together were all freed."""
    text = "24 prisoners held by the army and 39 held by the militia have been released."

    assert ["24", "39"] == [number for event, number, _ in events(text) if event == "released"]
