"""Which place a name means."""

from __future__ import annotations

from counterclaim.gazetteer import load_gazetteer
from counterclaim.gazetteer.locate import FAR, SIMILAR, Located, locate
from counterclaim.gazetteer.recognise import recognise
from counterclaim.rules import load_rules

GAZETTEER, RULES = load_gazetteer(), load_rules("en")


def located(text: str) -> dict[str, Located]:
    """What each name of a text means."""
    mentions = recognise(text, GAZETTEER, RULES)
    return {
        mention.text: found for mention, found in zip(mentions, locate(text, mentions, GAZETTEER, RULES), strict=True)
    }


def geonames(text: str) -> dict[str, int | None]:
    """The GeoNames id of each name of a text."""
    return {name: found.entry.geonames if found.entry else None for name, found in located(text).items()}


def test_list_of_towns_stays_together() -> None:
    """Namesakes far from the other towns of the list are candidates and no answer."""
    found = located("In Ukraine they took the towns of Krasny Liman, Torskoye, Kremnenaya, Varvarovka and Borovenki.")

    chosen = {name: place.entry.geonames for name, place in found.items() if place.entry}
    assert {"Krasny Liman": 704204, "Torskoye": 691358, "Kremnenaya": 704138, "Ukraine": 690791} == chosen
    assert (FAR, SIMILAR) == (found["Varvarovka"].why, found["Borovenki"].why)
    assert [690448, 690466] == [entry.geonames for entry in found["Varvarovka"].candidates]


def test_country_of_the_article_decides() -> None:
    """Ariha is the Syrian town where Syria is spoken of, and Jericho's other name elsewhere."""
    assert 172994 == geonames("Syrian warplanes struck. Twelve people died in Ariha in Syria.")["Ariha"]


def test_region_said_with_the_name_decides() -> None:
    """ "London, Ontario" is not the capital of the United Kingdom."""
    assert 6058560 == geonames("Five people were hurt in London, Ontario.")["London"]


def test_region_and_town_of_one_name() -> None:
    """ "Kherson region" is the region, "Kherson" the town."""
    found = geonames("Ukraine fights in Kherson. Shells fell in the Kherson region.")

    assert {"Ukraine": 690791, "Kherson": 706442} == found
    assert 706448 == geonames("Ukraine fights in Kherson.")["Kherson"]


def test_world_city_needs_no_help() -> None:
    """A city without rivals is taken for granted, though villages elsewhere have its name."""
    assert 2988507 == geonames("In Nebraska and Texas people spoke of Paris.")["Paris"]


def test_village_without_support_stays_open() -> None:
    """A village of which the world has many, without a word about where, is not resolved."""
    found = located("Three people were killed in the village of Santa Rosa.")["Santa Rosa"]

    assert found.entry is None
    assert found.candidates
    assert found.why is not None


def test_spelling_within_the_country_is_resolved() -> None:
    """Another transliteration is the place if the article speaks of its country."""
    assert 79415 == geonames("Yemen: ships were hit off Hodeidah.")["Hodeidah"]


def test_part_of_a_town_is_no_distant_town_that_sounds_alike() -> None:
    """Karrada is a part of Baghdad, and not Qeredagh, 270 km away."""
    text = "A bomb went off in the Karrada neighbourhood of Baghdad, in Iraq, and killed 12 people."

    assert geonames(text).get("Karrada") is None


def test_nothing_to_locate() -> None:
    """No mentions, no answers."""
    assert () == locate("Nothing.", (), GAZETTEER, RULES)


def test_capital_of_a_country_that_is_named_is_meant() -> None:
    """Islamabad is the capital where Pakistan is spoken of, though a town of India has that name too."""
    assert 1176615 == geonames("India and Pakistan met. Ten soldiers were wounded near Islamabad.")["Islamabad"]
