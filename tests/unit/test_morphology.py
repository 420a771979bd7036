"""Forms of verbs and nouns."""

from __future__ import annotations

import pytest

from counterclaim.morphology import participle, past, plural, third_person, verb_forms

VERBS = [
    ("kill", "kill kills killed killing"),
    ("deploy", "deploy deploys deployed deploying"),
    ("bury", "bury buries buried burying"),
    ("die", "die dies died dying"),
    ("flee", "flee flees fled fleeing"),
    ("free", "free frees freed freeing"),
    ("stab", "stab stabs stabbed stabbing"),
    ("target", "target targets targeted targeting"),
    ("admit", "admit admits admitted admitting"),
    ("control", "control controls controlled controlling"),
    ("equip", "equip equips equipped equipping"),
    ("panic", "panic panics panicked panicking"),
    ("level", "level levels leveled leveling levelled levelling"),
    ("shell", "shell shells shelled shelling"),
    ("quit", "quit quits quitting"),
    ("shoot", "shoot shoots shot shooting"),
    ("be", "be is are was were been am being"),
    ("have", "have has had having"),
    ("veto", "veto vetoes vetoed vetoing"),
]


@pytest.mark.parametrize(("base", "forms"), VERBS, ids=[base for base, _ in VERBS])
def test_forms_of_a_verb(base: str, forms: str) -> None:
    """A verb has its regular forms, or those of the table, and no others."""
    assert set(forms.split()) == verb_forms(base)


def test_a_phrase_inflects_its_first_word() -> None:
    """'shoot down' gives "shot down"."""
    assert {"shoot down", "shoots down", "shot down", "shooting down"} == verb_forms("shoot down")


NOUNS = [
    ("soldier", "soldiers"),
    ("body", "bodies"),
    ("convoy", "convoys"),
    ("box", "boxes"),
    ("militiaman", "militiamen"),
    ("woman", "women"),
    ("human", "humans"),
    ("German", "Germans"),
    ("child", "children"),
    ("commando", "commandos"),
    ("torpedo", "torpedoes"),
    ("aircraft", "aircraft"),
    ("armed man", "armed men"),
    ("attack drone", "attack drones"),
]


@pytest.mark.parametrize(("noun", "expected"), NOUNS, ids=[noun for noun, _ in NOUNS])
def test_plural_of_a_noun(noun: str, expected: str) -> None:
    """The plural follows the ending, or the table."""
    assert expected == plural(noun)


def test_single_forms() -> None:
    """Each form is there by itself too."""
    expected = ("clashes", "targeted", "dying")

    assert expected == (third_person("clash"), past("target"), participle("die"))
