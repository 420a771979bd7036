"""Quantities tied to events, or dropped with a reason."""

import pytest

from tests.fixtures.parses import document, events, found


def test_every_span_stands_in_the_text() -> None:
    """Quantity, trigger, target and agent are words of the article."""
    text = "On Monday rebels killed at least 12 soldiers. Nine tanks were destroyed by the army."
    candidates = found(text)[0]
    article = document(text).article

    mentions = [m for c in candidates for m in (c.quantity, c.trigger, c.target, c.agent) if m is not None]
    assert [m.text for m in mentions] == [article.text[m.start : m.end] for m in mentions]
    assert 2 == len(candidates)


def test_trigger_has_its_auxiliaries() -> None:
    """The words of the event: "were disabled"."""
    assert ["were disabled"] == [c.trigger.text for c in found("Nine tanks were disabled.")[0]]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Rebels killed 12 soldiers.", "Rebels"),
        ("Twelve soldiers were killed by the rebels.", "the rebels"),
        ("Twelve soldiers were killed.", None),
        ("Twelve soldiers died.", None),
    ],
)
def test_agent_is_whoever_did_it(text: str, agent: str | None) -> None:
    """The active subject or the phrase behind "by"; nobody where the counted are the subject."""
    [candidate] = found(text)[0]

    assert agent == (candidate.agent.text if candidate.agent else None)


def test_number_without_event_is_told() -> None:
    """What looked like a claim and was dropped is counted, with the reason."""
    candidates, skipped = found("The killing went on while 12 ministers met.")

    assert () == candidates
    assert [("12", "no event happens to what is counted")] == [(s.text, s.reason) for s in skipped]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier was killed.", [("killed", "A", "combatant")]),
        ("They blew up a bridge.", [("destroyed", "a", "infrastructure")]),
        ("The driver was killed.", []),
        ("A plan was killed.", []),
        ("If a soldier is killed, they will leave.", []),
    ],
)
def test_single_ones(text: str, expected: list[tuple[str, str, str]]) -> None:
    """One of a known kind is a claim; the definite, the unknown and the planned are none."""
    assert expected == events(text)


def test_what_did_not_happen_is_no_candidate() -> None:
    """Negations fill no row."""
    assert [] == events("Twelve soldiers were not killed.")


def test_no_refugees_are_no_count() -> None:
    """ "No refugees" counts nobody who fled; "nobody was displaced" does."""
    assert [[], ["displaced"]] == [
        [c.event for c in found(text)[0]]
        for text in ("No refugees would be made to return.", "Nobody was displaced by the storm.")
    ]


def test_none_of_the_injured_is_no_count() -> None:
    """ "None of the injured were British" says who they were; "none of the 12 was hurt" how many, and hurts no 12."""
    assert [[], [("injured", "None")]] == [
        [(c.event, c.quantity.text) for c in found(text)[0]]
        for text in ("None of the injured were British.", "None of the 12 soldiers was hurt.")
    ]


def test_both_and_joins() -> None:
    """ "Both ... and ..." counts nothing, "both pilots" are two."""
    assert [] == events("The blast killed both soldiers and civilians.")
    assert [("captured", "Both", "combatant")] == events("Both pilots were captured.")


def test_word_inside_another_phrase_counts_nothing() -> None:
    """ "46 multiple rocket launchers" are 46."""
    assert [("destroyed", "46", "mlrs")] == events("They destroyed 46 multiple rocket launchers.")


def test_whole_of_a_share_has_no_event() -> None:
    """ "Destroyed 25 of 28 drones" destroys 25."""
    assert ["18", "25"] == [
        c.quantity.text for c in found("They destroyed 18 of 29 missiles and 25 of 28 attack drones.")[0]
    ]


def test_dual_national_is_one() -> None:
    """A dual national is no two people; dual bombings are two."""
    assert () == found("They released him, a dual British-Canadian national.")[0]
    assert [2] == [c.quantity.low for c in found("Dual bombings shook the city.")[0]]


def test_town_in_apposition_to_its_name_is_taken_once() -> None:
    """ "Uvira, a key city" is told by its name."""
    taken = found("The fighters took control of Uvira, a key city in the east.")[0]

    assert ["Uvira"] == [c.quantity.text for c in taken]


def test_what_a_part_of_the_dead_is_said_to_be() -> None:
    """ "Five of those killed were journalists" counts journalists."""
    assert ["journalist"] == [c.category for c in found("Five of those killed were journalists.")[0]]


def test_dead_and_wounded_under_one_number_are_casualties() -> None:
    """ "12 dead and wounded" says not how many died."""
    assert ["casualties"] == [c.event for c in found("The raid left 12 dead and wounded.")[0]]


def test_shot_down_at_least_two() -> None:
    """ "Shot down at least two" is no shooting at them."""
    assert ["downed"] == [c.event for c in found("The jet shot down at least two planes.")[0]]


def test_year_before_a_name_counts_nobody() -> None:
    """A year before one soldier is no count of soldiers."""
    assert () == found("2010 Sergeant Smith helps wounded men.")[0]


def test_members_of_an_armed_group_are_its_fighters() -> None:
    """ "Members of the Taliban" fight; members of a government do not."""
    assert ["combatant"] == [c.category for c in found("Six members of the Taliban were killed.")[0]]
    assert ["person"] == [c.category for c in found("Six members of the government were killed.")[0]]


def test_noun_joined_to_a_name_says_what_is_counted() -> None:
    """ "70 regime and rebel fighters" are fighters."""
    assert ["combatant"] == [c.category for c in found("At least 70 regime and rebel fighters were killed.")[0]]


def test_victims_count_only_where_there_were_none() -> None:
    """ "There were no victims" is a count of casualties; "one of the victims" is none."""
    assert ["casualties"] == [c.event for c in found("There were no victims in the attack.")[0]]
    assert () == found("One of the victims is said to be a student.")[0]


def test_dozens_of_a_groups_terrorists() -> None:
    """The name of a group before the noun is not what is counted."""
    assert ["combatant"] == [
        c.category for c in found("Dozens of ISIS terrorists including foreigners were killed.")[0]
    ]


def test_total_is_as_firm_as_its_verb() -> None:
    """ "The death toll may rise to 40" has not done so; what is expected is planned."""
    assert ["possible"] == [c.modality for c in found("The death toll may rise to 40.")[0]]
    assert ["planned"] == [c.modality for c in found("The death toll is expected to climb above 40.")[0]]
    assert ["asserted"] == [c.modality for c in found("The death toll has risen to 40.")[0]]


def test_whole_that_only_a_part_is_taken_of() -> None:
    """ "18 of the 31 lorries were destroyed" destroys 18; "born to one of them" frees nobody but the boy."""
    assert ["18"] == [c.quantity.text for c in found("In the attack 18 of the 31 lorries were destroyed.")[0]]
    text = "In addition to the 21 girls, a boy born to one of them in captivity was released, it said."
    assert ["a"] == [c.quantity.text for c in found(text)[0]]


def test_one_after_another_is_no_count() -> None:
    """ "One strike after another" is many, and no number."""
    assert () == found("The forces have been targeted with one drone strike after another.")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Aleppo, 18 were killed.", [("killed", "18")]),
        ("Of 20 missiles launched by Russia, 18 were shot down.", [("launched", "20"), ("downed", "18")]),
        ("Of 20 missiles launched by Ukraine, 18 were shot down.", [("launched", "20"), ("downed", "18")]),
        ("Ann Bell, 18 of Port Bell, was killed.", []),
    ],
)
def test_number_behind_a_name_of_a_place_is_no_age(text: str, expected: list[tuple[str, str]]) -> None:
    """ "In Aleppo, 18 were killed" gives nobody's age, and 18 of 20 missiles are not all of them."""
    assert expected == [(c.event, c.quantity.text) for c in found(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops raided the rigs, one of which was destroyed.", [("destroyed", "infrastructure")]),
        ("Of the houses in the street, three were destroyed.", [("destroyed", "building")]),
        ("Militants hit two trucks. One was destroyed.", [("hit", "vehicle"), ("destroyed", "vehicle")]),
        ("The army lost 20 tanks. Five were destroyed from the air.", [("destroyed", "tank"), ("destroyed", "tank")]),
        ("Gunmen arrested nine men, one of whom was killed.", [("detained", "person"), ("killed", "person")]),
        ("The town was shelled. Three were destroyed.", []),
    ],
)
def test_number_alone_counts_the_things_before_it(text: str, expected: list[tuple[str, str]]) -> None:
    """What was destroyed is the things that "which" or a number alone stands for, and nobody who was killed."""
    assert expected == [(c.event, c.category) for c in found(text)[0]]


def test_who_strikes_is_not_struck() -> None:
    """The ships that "shelled and destroyed two rigs" were not shelled."""
    assert ["two"] == [c.quantity.text for c in found("Four frigates shelled and destroyed two rigs on Monday.")[0]]


def test_single_ones_among_the_dead() -> None:
    """ "The dead included a soldier": one of them is told of; a family is not one."""
    text = "The dead included a soldier, two policemen and a child. The dead included an Iraqi family."

    assert [("a", "soldier"), ("two", "policemen"), ("a", "child")] == [
        (c.quantity.text, c.target.text if c.target else "") for c in found(text)[0]
    ]
