"""The compiled words of the rules."""

import pytest

from counterclaim.finding.lexicon import group_of
from tests.fixtures.parses import LEXICON


def rule(word: str, rule_id: str):  # type: ignore[no-untyped-def]
    return next(entry.rule for entry in LEXICON.verbs[word] if entry.rule.id == rule_id)


@pytest.mark.parametrize(
    ("category", "group"),
    [("combatant", "people"), ("tank", "materiel"), ("drone", "craft"), ("school", "structure"), ("area", "territory")],
)
def test_groups_of_targets(category: str, group: str) -> None:
    """The group decides which event a verb means."""
    assert group == group_of(category)


@pytest.mark.parametrize(
    ("category", "event"), [("combatant", "captured"), ("tank", "seized"), ("settlement", "gained"), ("attack", None)]
)
def test_event_depends_on_the_target(category: str, event: str | None) -> None:
    """People are captured, weapons seized, towns gained."""
    assert event == rule("captured", "event.capture").event_for(category)


def test_rule_for_soldiers_leaves_others_alone() -> None:
    """Residents who fight are not deployed."""
    fight = rule("fought", "event.fight")

    assert ("deployed", None) == (fight.event_for("combatant"), fight.event_for("civilian"))


def test_all_forms_of_a_verb_are_known() -> None:
    """Irregular forms too."""
    assert {"kill", "kills", "killed", "killing", "sank", "sunk", "shot"} <= LEXICON.verbs.keys()


def test_plurals_of_targets_are_known() -> None:
    """Irregular plurals too."""
    assert ("combatant", "child") == (LEXICON.targets["servicemen"], LEXICON.targets["children"])
