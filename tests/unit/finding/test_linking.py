"""Events tied to what a quantity counts."""

import pytest

from tests.fixtures.parses import counts


def ties(text: str, number: int = 0) -> list[tuple[str, str]]:
    """Event and kind of tie for one quantity of the sentence."""
    return [(link.event, link.path) for link in counts(text)[number].links]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Shelling killed 12 civilians.", ("killed", "verb")),
        ("Twelve civilians were killed.", ("killed", "verb")),
        ("The hospital counted 14 deaths.", ("killed", "counted")),
        ("There were 12 soldiers who died there.", ("killed", "relative")),
        ("He saw 12 wounded soldiers.", ("injured", "modifier")),
        ("They condemned the killing of two soldiers.", ("killed", "preposition")),
        ("The death toll rose to 34.", ("killed", "preposition")),
        ("The blast left 12 people dead.", ("killed", "clause")),
        ("The clashes left 30 dead.", ("killed", "adjacent")),
        ("Officials say shelling kills 7, wounds 30", ("killed", "adjacent")),
        ("Israeli Strikes On Town Wound 12", ("injured", "adjacent")),
        ("Raids on market kill 21 hundreds flee town", ("killed", "verb")),
    ],
)
def test_kinds_of_tie(text: str, tie: tuple[str, str]) -> None:
    """The tie names how the sentence joins event and number."""
    assert tie == ties(text)[0]


def test_part_of_a_list_shares_its_verb() -> None:
    """The verb at the end of a list holds for each member."""
    text = "Some 12 tanks, nine guns and three lorries were destroyed."

    assert ["destroyed"] * 3 == [ties(text, number)[0][0] for number in range(3)]


def test_included_ones_are_a_part() -> None:
    """ "Including three children": tied to the event of the whole, as a part."""
    whole, part = counts("The raid killed 12 people, including three children.")

    assert [False, True] == [whole.links[0].part, part.links[0].part]


def test_verb_with_a_second_word_needs_it() -> None:
    """ "Shot down" is no shooting."""
    assert [("downed", "verb")] == ties("They shot three aircraft down.")


def test_verb_with_its_noun_needs_it() -> None:
    """ "Sustained injuries" injures; to sustain something else does not."""
    assert [("injured", "verb")] == ties("Some 80 servicemen sustained injuries.")
    assert [] == ties("Some 80 servicemen sustained the effort.")


def test_weak_rule_gives_way() -> None:
    """Hostages are held captive unless something else happens to them."""
    assert [("abducted", "counted")] == ties("The group has 50 hostages.")
    assert "released" in [event for event, _ in ties("Rebels freed 50 hostages.")]


def test_no_event_of_another_clause() -> None:
    """A verb whose subject or object something else is does not reach over to the number."""
    assert [] == ties("Twelve ministers met after the war destroyed the town.")


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Fifteen SARC volunteers were killed.", 0, "killed"),
        ("Two Civilians Killed 9 Injured in Attack.", 0, "killed"),
        ("In the shelling 40 people were killed.", 0, "killed"),
        ("My cousin, along with nine of their neighbours, was killed.", 0, "killed"),
        ("They told of eight nationals killed fighting there.", 0, "killed"),
        ("It was a bad month with 43 clinics in rebel areas partially or totally destroyed.", 0, "destroyed"),
        ("The casualties really number over 2,000.", 0, "casualties"),
        ("The navy launched missile and artillery strikes on several cities.", 0, "hit"),
        ("Some 900 people find themselves displaced.", 0, "displaced"),
        ("Five of those killed were nurses.", 0, "killed"),
        ("Six Lebanese Pilgrims Killed Dozens Hurt in Bus Blast", 0, "killed"),
        ("The six priests' murder was condemned.", 0, "killed"),
        ("Some 31 civilians were identified among those killed.", 0, "killed"),
        ("The number of killed servicemen already exceeds 12,000 people.", 0, "killed"),
        ("The army's casualties may be as high as 900.", 0, "casualties"),
        ("The toll climbed to 45 with 12 still missing.", 1, "missing"),
        ("It told of 900 Russian dead.", 0, "killed"),
    ],
)
def test_ties_that_the_parser_hides(text: str, number: int, event: str) -> None:
    """The number is tied to its event though the parse hangs it elsewhere."""
    assert event in [found for found, _ in ties(text, number)]


def test_total_of_an_attack_counts_no_attacks() -> None:
    """ "The toll in the attack had risen to 60" counts the dead."""
    text = "The death toll in the attack on the train had risen from 58 to 60."

    assert ["killed"] == [event for event, _ in ties(text, 1)]


def test_clause_about_a_part_tells_nothing_of_the_whole() -> None:
    """ "2,229 houses, of which 225 were destroyed" does not destroy them all."""
    text = "He spoke of 2,229 houses, of which 225 were completely destroyed."

    assert [] == ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen abducted in March were rescued by soldiers.",
        "The 24 held by gunmen and the 12 held by rebels were exchanged.",
        "21 abducted Port Bell pupils freed",
        "21 girls kidnapped from Port Bell school released by gunmen",
    ],
)
def test_those_who_were_taken_and_came_free(text: str) -> None:
    """Who they are is told by a participle, what happened to them by the verb: both count."""
    assert [{"abducted", "released"}] * len(counts(text)) == [{link.event for link in c.links} for c in counts(text)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Three dead, 12 in hospital after blast", ["killed", "injured"]),
        ("85 were released, with 150 still in captivity.", ["released", "abducted"]),
        ("Three soldiers are dead and 12 in critical condition.", ["killed", "injured"]),
    ],
)
def test_state_told_without_its_verb(text: str, events: list[str]) -> None:
    """ "12 in hospital": the verb "are" is left out, and one that stands there keeps to its own words."""
    assert events == [ties(text, number)[0][0] for number in range(2)]


def test_those_met_in_a_hospital_are_not_said_to_be_hurt() -> None:
    """Who is the object of another verb is only somewhere."""
    assert [] == ties("The minister met 12 women in the hospital.")


@pytest.mark.parametrize(
    "text",
    [
        "Curfew in Kano as 40 pupils abducted - police",
        "Protesters throw stones in Plymouth as 3 cops injured - updates",
    ],
)
def test_clause_of_a_headline_behind_a_conjunction(text: str) -> None:
    """ "As 40 pupils abducted": the parser takes "as" for a preposition and the participle for the next noun's."""
    assert "adjacent" == ties(text)[0][1]


def test_at_for_at_least() -> None:
    """ "Said at 26 people died", a slip of the pen: the people are the subject of a verb that has none."""
    assert [("killed", "adjacent")] == ties("Officials said at 26 people died in the strikes.")
