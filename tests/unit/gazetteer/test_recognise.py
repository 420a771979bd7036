"""Place names in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.gazetteer import load_gazetteer
from counterclaim.gazetteer.recognise import PlaceMention, recognise
from counterclaim.rules import load_rules

GAZETTEER, RULES = load_gazetteer(), load_rules("en")
WORDS = [
    "the",
    "town",
    "of",
    "Homs",
    "Al-Bab",
    "in",
    "near",
    ",",
    "and",
    "Aleppo's",
    "X",
    "İ",
    "🙂",
    "U.S.",
    "12",
    ".",
    "north",
    "O’Neill",
    "McKee",
    "é",
]


def places(text: str) -> tuple[PlaceMention, ...]:
    """The mentions of a sentence."""
    return recognise(text, GAZETTEER, RULES)


def names(text: str) -> list[str]:
    """The names recognised in a sentence."""
    return [mention.text for mention in places(text)]


def test_list_of_towns_is_one_group() -> None:
    """ "the towns of A, B and C" holds for every name, listed in the gazetteer or not."""
    found = places(
        "They have taken control of the towns of Krasny Liman, Torskoye, Kremnenaya, Varvarovka and Borovenki."
    )

    assert ["Krasny Liman", "Torskoye", "Kremnenaya", "Varvarovka", "Borovenki"] == [m.text for m in found]
    assert {"settlement"} == {mention.kind for mention in found}
    assert {1} == {mention.group for mention in found}
    assert [True, True, False, True, False] == [mention.known for mention in found]


@pytest.mark.parametrize(
    ("text", "relation", "direction"),
    [
        ("Shells fell in Kharkiv.", "in", None),
        ("One launcher was destroyed near the city of Kramatorsk.", "near", None),
        ("A corridor was created south-west of Kharkov.", "direction", "south-west of"),
        ("Two thousand people fled from Mariupol.", "from", None),
        ("Tanks rolled towards Kyiv.", "toward", None),
        ("Rockets hit Odesa.", "in", None),
        ("Kyiv was quiet.", None, None),
    ],
)
def test_words_before_give_the_relation(text: str, relation: str | None, direction: str | None) -> None:
    """Prepositions, directions and verbs of striking say how the place stands to what happened."""
    [found] = places(text)

    assert (relation, direction) == (found.relation, found.direction)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Nine people were killed in the village of Vorobyshche.", "Vorobyshche", "settlement"),
        ("Two others died in the Mayssar neighbourhood.", "Mayssar", "district"),
        ("Civilians fled in Idlib province.", "Idlib", "region"),
        ("inside the al-Hawl refugee camp", "al-Hawl", "point"),
    ],
)
def test_kind_words_make_a_place(text: str, name: str, kind: str) -> None:
    """ "the village of X", "X province": a place without the gazetteer's help."""
    [found] = places(text)

    assert (name, kind) == (found.text, found.kind)


@pytest.mark.parametrize(
    "text",
    [
        "President Jordan Petersen met Austin Powers and later shook hands with everybody there.",
        "Twelve soldiers were killed in March.",
        "They belong to the Islamic State.",
        "Reports on NATO and the BBC say so.",
        "Mr Paris said no.",
        "It is enshrined in Article 51 of the Charter.",
        "some 600 persons died in communal violence.",
        "Secretary of State Marco Rubio said no.",
        "They died in the Israel-Hamas war and in the US-Russia talks.",
    ],
)
def test_people_bodies_and_months_are_no_places(text: str) -> None:
    """Names of persons and bodies are passed over although places are so called."""
    assert [] == names(text)


def test_name_of_a_body_is_attributive() -> None:
    """ "the Aleppo Media Centre" is no place where things happen."""
    found = places("The London Conference opened.")

    assert all(mention.attributive for mention in found)


def test_possessive_is_not_part_of_the_name() -> None:
    """ "Aleppo's" and, where the apostrophe was lost, "Aleppos" are Aleppo."""
    assert ["Aleppo"] == names("Aleppo's markets burned.")
    assert ["Aleppo"] == names("Shells hit western Aleppos crowded streets.")


def test_capitals_are_read() -> None:
    """A text in capitals gives its known places, and not every word."""
    assert ["SAN SALVADOR"] == names("SIX PRIESTS WERE KILLED BY MEN IN UNIFORM IN SAN SALVADOR ON THURSDAY.")


def test_common_words_in_capitals_are_no_places() -> None:
    """In capitals "CONVOY", "ENTIRE" and "OF" are words, though places of the world are so called."""
    assert [] == names("THE REBELS ATTACKED A CONVOY IN THE ENTIRE ZONE, AND NO HUMAN LIVES WERE LOST.")
    assert ["SAN PEDRO SULA"] == names("A BOMB DAMAGED AN OFFICE IN THE NORTHERN CITY OF SAN PEDRO SULA.")


def test_unknown_places_in_capitals_are_read() -> None:
    """In capitals a name that the gazetteer lacks is a place right after "in", up to the next common word."""
    found = names("ONE HELICOPTER WAS DAMAGED IN QUEBRADA OSCURA NEAR CHALATENANGO CITY.")

    assert ["QUEBRADA OSCURA", "CHALATENANGO"] == found


def test_small_letters_are_read() -> None:
    """A text without capitals gives its places after a preposition, and no common word."""
    assert ["ahmedabad"] == names("two persons were stabbed in ahmedabad on thursday, police said there.")
    assert ["halvadpur"] == names("two persons were killed in halvadpur and others were held in raids overnight.")


def test_offset_is_added() -> None:
    """Spans count from the article's start."""
    [found] = recognise("Shells fell in Kharkiv.", GAZETTEER, RULES, offset=100)

    assert (115, 122) == (found.start, found.end)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_spans_verify(words: list[str]) -> None:
    """Every mention is a verbatim stretch of the text, in order and apart."""
    text = " ".join(words)
    found = places(text)

    assert [text[m.start : m.end] for m in found] == [m.text for m in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_republic_before_a_country_is_its_name() -> None:
    """ "The Republic of Sudan" is a country, not a republic in one."""
    [mention] = recognise("Fighting went on across the Republic of Sudan.", GAZETTEER, RULES)

    assert ("Sudan", None) == (mention.text, mention.kind)


def test_adjective_before_soil_or_waters_names_a_country() -> None:
    """ "On Palestinian soil" and "in Kuwaiti waters" say where, every state's and people's alike."""
    assert ["Palestinian soil", "Israeli soil", "Kuwaiti waters"] == names(
        "Rockets fell on Palestinian soil, on Israeli soil and in Kuwaiti waters."
    )


def test_adjective_before_a_troops_name_is_no_place() -> None:
    """ "Ukrainian territory defence units" are units."""
    assert [] == names("Ukrainian territory defence units fired on Friday.")


def test_kind_of_a_place_may_be_of_three_words_or_follow_a_quoted_name() -> None:
    """ "The Khmelnytskyi nuclear power plant" and 'the "El Paraiso" garrison' are points."""
    [plant] = recognise("Drones flew over the Khmelnytskyi nuclear power plant.", GAZETTEER, RULES)
    [garrison] = recognise('THE REBELS ATTACKED THE "EL PARAISO" GARRISON.', GAZETTEER, RULES)

    assert ("Khmelnytskyi", "point") == (plant.text, plant.kind)
    assert ("EL PARAISO", "point") == (garrison.text, garrison.kind)


def test_facilities_and_stretches_of_land_are_places() -> None:
    """A terminal, a garrison, oil platforms, an enclave and the countryside of a town say where."""
    assert ["Kharg", "Rashadat", "Homs", "Afrin"] == names(
        "Jets hit the Kharg terminal, the Rashadat oil platforms, Homs countryside and the enclave of Afrin."
    )
