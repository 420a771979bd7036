"""Where each claim happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from counterclaim.gazetteer import load_gazetteer
from counterclaim.gazetteer.locate import FAR
from counterclaim.parsed import Candidate, Document, Where
from counterclaim.parsing import load_parser, parse
from counterclaim.records import Article, Mention, Period, Quantity
from counterclaim.resolving.place_carrying import NOT_SAID, SINCE, WHOLE_WAR
from counterclaim.resolving.places import resolve_places
from counterclaim.rules import Rule, load_rules
from counterclaim.segmenting import split_sentences
from counterclaim.segments import Sentence

RULES, GAZETTEER = load_rules("en"), load_gazetteer()
NUMBER = re.compile(r"\b(?:\d[\d,]*|[Tt]welve|[Tt]wo|[Ff]ive|[Oo]ne|[Nn]ine|[Tt]hree|[Ss]even)\b")
EVENTS = {
    "killed": "kill|die",
    "evacuated": "evacuat",
    "deployed": "sent|deploy",
    "displaced": "fled",
    "hit": "struck|hit",
}


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """Every number of a sentence as a claim about persons."""
    for found in NUMBER.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        cues = ((event, re.search(rf"\b(?:{cue})\w*", sentence.text)) for event, cue in EVENTS.items())
        event, cue = next(((event, cue) for event, cue in cues if cue), ("killed", found))
        trigger = Mention(text=cue.group(), start=sentence.start + cue.start(), end=sentence.start + cue.end())
        quantity = Quantity(text=found.group(), start=start, end=end, low=1, high=1, form="exact")
        yield Candidate(
            sentence=sentence.index, quantity=quantity, event=event, trigger=trigger, target=None, category="person"
        )


def document(text: str) -> Document:
    """A parsed article."""
    article = Article(key="k", id="i", text=text, parts=())
    sentences = split_sentences(article)
    docs = dict(enumerate(parse([sentence.text for sentence in sentences], load_parser("en"))))
    return Document(article=article, sentences=sentences, docs=docs)


def places(text: str) -> list[Where]:
    """The place of every number of a text."""
    read = document(text)
    found = tuple(candidate for sentence in read.sentences for candidate in candidates(sentence))
    return list(resolve_places(read, found, RULES, GAZETTEER))


def names(text: str) -> list[str | None]:
    """The article's words for the place of every number of a text."""
    return [where.place.text if where.place else None for where in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 43 people were killed in the town of Jayrud near Damascus.", ["Jayrud"]),
        ("In Syria, 12 people were killed in Ariha in Idlib province.", ["Ariha"]),
        ("Twelve people died in Afghanistan's Mazar-i-Sharif on Friday.", ["Mazar-i-Sharif"]),
        (
            "Nine civilians were killed in Qaterji and two others died in the Mayssar neighbourhood.",
            ["Qaterji", "Mayssar"],
        ),
        ("Twelve soldiers were killed in Homs, officials in Damascus said.", ["Homs"]),
        ("Seven launchers were destroyed, including one near the city of Kramatorsk.", [None, "Kramatorsk"]),
        ("Near Mosul, five people were killed and two others fled the shelling of their homes.", ["Mosul", "Mosul"]),
        ("Twelve people were killed in Ariha and in other areas in Idlib province.", ["Idlib"]),
        ("Twelve people were killed in Ariha and Saraqib in Idlib province.", ["Idlib"]),
        ("Twelve people died in raids into Pakistani territory on Monday.", ["Pakistani territory"]),
        ("Twelve people died at the Marda military airfield near Homs.", ["Marda"]),
        ("Twelve Syrian soldiers were killed, the London Conference heard.", [None]),
        ("Nine people, including five children, were killed in Homs.", ["Homs", "Homs"]),
        ("Twelve tanks were captured from Tiyas airfield near Palmyra.", ["Tiyas"]),
        ("Fighters (outlawed in Russia) killed 12 people in Palmyra.", ["Palmyra"]),
    ],
)
def test_sentence_gives_the_place(text: str, expected: list[str | None]) -> None:
    """The most specific place said for the figure; not a speaker's seat, a landmark beside it, or an aside."""
    assert expected == names(text)


def test_place_has_the_gazetteers_entry() -> None:
    """Name, id, coordinates, country and precision stand beside the article's words."""
    [where] = places("Rebels in Ukraine: twelve people were killed south-west of Kharkov.")

    place = where.place
    assert place is not None
    assert ("Kharkov", "Kharkiv", 706483) == (place.text, place.name, place.geonames)
    assert ("south-west", "settlement", "UA") == (place.relation, place.precision, place.country)
    assert (50.0, 36.3) == (round(place.latitude or 0, 1), round(place.longitude or 0, 1))


def test_incident_is_carried_on() -> None:
    """A sentence without a place of its own keeps that of the incident, and says so."""
    [carried] = places("Rockets struck the town of Kramatorsk on Friday. At least 12 people were killed.")

    assert carried.place is not None
    assert "Kramatorsk" == carried.place.text
    assert "place.carried" in carried.rules


def test_headline_takes_the_place_of_its_lead() -> None:
    """A headline without a place has that of the sentences after it."""
    assert ["Ariha", "Ariha"] == names(
        "Warplane kills 12\n\nTwelve people were killed in Ariha in Syria, a monitor said."
    )


def test_headline_takes_no_place_of_another_event() -> None:
    """What another sentence tells of another event does not place a headline."""
    assert [None, "Ariha"] == names("Warplanes kill 12\n\nTwo tanks were hit in Ariha in Syria, a monitor said.")


def test_definite_noun_means_the_last_of_its_kind() -> None:
    """ "The city" is the last city named, not the district after it."""
    text = "Jets struck Aleppo on Friday. They also hit the Mayssar district. In the city 12 people were killed."

    assert ["Aleppo"] == names(text)


def test_other_incident_is_not_carried() -> None:
    """ "Elsewhere" ends the incident."""
    [where] = places("Rockets struck Kramatorsk on Friday. Elsewhere, 12 people were killed.")

    assert (None, NOT_SAID) == (where.place, where.why)


def test_whole_war_has_no_town() -> None:
    """A total of the war is not placed at the last strike."""
    [where] = places("Rockets struck Kramatorsk on Friday. The war has killed 12,000 people.")

    assert (None, WHOLE_WAR) == (where.place, where.why)


def test_whole_war_has_the_country_that_the_article_is_about() -> None:
    """A total of the war belongs to the country that things are said to be in more than once."""
    text = "Fighting went on in Syria. Clashes in Syria spread to Ariha. The war has killed 12,000 people."

    assert ["Syria"] == names(text)


def with_total(text: str, period: Period) -> Where:
    """The place of the last number of a text, whose figure covers a period."""
    read = document(text)
    found = tuple(candidate for sentence in read.sentences for candidate in candidates(sentence))
    periods = (*(Period(basis="event") for _ in found[1:]), period)
    return resolve_places(read, found, RULES, GAZETTEER, periods=periods)[-1]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("The jet flew low. It crashed in Ariha in Syria, a monitor said.", "Ariha"),
        ("Separately, two tanks were hit in Ariha in Syria, a monitor said.", None),
    ],
)
def test_incident_of_the_headline_has_the_place_told_below(below: str, expected: str | None) -> None:
    """What the story tells next places one incident of its headline, but not what it tells of another one."""
    read = document(f"Crash kills 12\n\n{below}")
    found = tuple(candidates(read.sentences[0])) + tuple(candidates(read.sentences[1]))
    periods = [Period(basis="event") for _ in found]

    where = resolve_places(read, found, RULES, GAZETTEER, periods=periods)[0]

    assert expected == (where.place.text if where.place else None)


def test_total_since_a_day_is_of_no_one_town() -> None:
    """The place of an incident is not that of a total which began before it."""
    text = "Two people were killed in Homs. At least 900 soldiers have died since September."

    where = with_total(text, Period(basis="cumulative", start="2016-09-01"))

    assert (None, SINCE) == (where.place, where.why)


def test_total_after_several_towns_is_of_their_region() -> None:
    """A running total told after two towns of one region, which the article names, is the region's."""
    raids = "Raids went on in Idlib province. Two people died in Ariha. Nine were killed in Saraqib."

    where = with_total(f"{raids} Activists say 900 died.", Period(basis="cumulative"))

    assert where.place is not None
    assert "Idlib" == where.place.text


def test_place_near_which_others_were_is_not_carried_over() -> None:
    """ "Near Homs" further down says where others are, not where the next figure belongs."""
    text = "It rained. It was cold. People waited. Troops advance near Homs. State television said 12 people died."

    assert [None] == names(text)


def test_soldiers_of_a_whole_war_may_have_died_in_the_other_country() -> None:
    """One word for where the war is does not place a toll of soldiers, though it places one of people."""
    read = document("Clashes went on in Syria. The war has killed 12,000.")
    [people] = candidates(read.sentences[1])
    soldiers = replace(people, category="combatant")

    placed, unplaced = resolve_places(read, (people, soldiers), RULES, GAZETTEER)

    assert ("Syria", None) == (placed.place and placed.place.text, unplaced.place)


def test_attacked_country_is_where_it_happened() -> None:
    """ "Attacked Lebanon" says where; the army of a country does not."""
    assert ["Lebanon"] == names("The group attacked Lebanon on Friday and killed 12 people.")
    assert [None] == names("The army of Lebanon killed 12 people.")


def test_town_that_describes_what_was_hit_is_its_place() -> None:
    """ "Two Mosul bridges" stand in Mosul; "Mosul officials said" tells nothing."""
    read = document("Mosul officials said that jets hit two Basra bridges.")
    [number] = candidates(read.sentences[0])
    start = read.article.text.index("Basra bridges")
    counted = replace(number, target=Mention(text="Basra bridges", start=start, end=start + 13))

    [where] = resolve_places(read, (counted,), RULES, GAZETTEER)

    assert where.place is not None
    assert "Basra" == where.place.text


def test_place_taken_is_its_own_place() -> None:
    """A settlement that was taken is the place of the claim; unresolved names have candidates and a reason."""
    text = "In Ukraine they have taken control of the towns of Krasny Liman, Torskoye and Varvarovka."
    read = document(text)
    taken = tuple(_taken(text, name) for name in ("Krasny Liman", "Torskoye", "Varvarovka"))

    lyman, torske, varvarovka = resolve_places(read, taken, RULES, GAZETTEER)

    assert [704204, 691358, None] == [w.place.geonames if w.place else 0 for w in (lyman, torske, varvarovka)]
    assert varvarovka.place is not None
    assert ("Varvarovka", None, FAR) == (varvarovka.place.text, varvarovka.place.name, varvarovka.why)
    assert [690448, 690466] == [candidate["geonames"] for candidate in varvarovka.place.candidates]


def _taken(text: str, name: str) -> Candidate:
    start = text.index(name)
    quantity = Quantity(text=name, start=start, end=start + len(name), low=1, high=1, form="exact")
    trigger = Mention(text="taken control", start=text.index("taken"), end=text.index(" of the towns"))
    return Candidate(sentence=0, quantity=quantity, event="gained", trigger=trigger, target=None, category="settlement")


def test_nothing_to_place() -> None:
    """No candidates, no places."""
    assert () == resolve_places(document("Nothing happened."), (), RULES, GAZETTEER)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES.rules("places") for text in rule.yes])
def test_rule_fires(rule: Rule, text: str) -> None:
    """Each rule fires on its sentences."""
    assert rule.id in {fired for where in places(text) for fired in where.rules}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES.rules("places") for text in rule.no])
def test_rule_does_not_fire(rule: Rule, text: str) -> None:
    """No rule fires on the sentences that look like its own."""
    assert rule.id not in {fired for where in places(text) for fired in where.rules}


def test_spans_verify() -> None:
    """Every place is a verbatim stretch of the article."""
    text = "Two people died in Aleppo’s old town.\n\nJets hit İdlib 🙂 and al-Bab. Twelve died in Binnish near Idlib."

    for where in places(text):
        assert where.place is None or text[where.place.start : where.place.end] == where.place.text


def test_same_figure_told_again_has_the_same_place() -> None:
    """A figure that stands elsewhere with its place keeps it, whatever town is named in between."""
    read = document("Jets killed 35 people in Ariha. Troops died in Saraqib. Monitors said 35 died.")
    found = [c for sentence in read.sentences for c in candidates(sentence)]
    counted = [replace(c, event="killed", quantity=replace(c.quantity, low=35, high=35)) for c in found]

    where = resolve_places(read, counted, RULES, GAZETTEER)[-1]

    assert where.place is not None
    assert "Ariha" == where.place.text


def test_there_comes_back_to_the_place_before_it() -> None:
    """ "Heading to Izium after officials there found ..." speaks of Izium; "there were" of no place."""
    told = "Investigators left Bucha for Izium after officials there said that 12 people were killed."
    assert ["Izium"] == names(told)
    assert [None] == names("The minister flew to Madrid; there were reports that 12 people were killed.")


def test_place_that_something_befell_is_where_it_happened() -> None:
    """ "Beirut hosts" those displaced; "Lebanon was shelled" says where, "Lebanon said" does not."""
    assert ["Lebanon"] == names("Lebanon was shelled overnight and 12 people were killed.")
    assert ["Jordan"] == names("Jordan hosts 12 refugees who fled.")
    assert ["Mali"] == names("Mali, like Niger, has faced attacks that killed 12 people.")
    assert [None] == names("Mali has suffered nearly 12,000 casualties abroad.")
    assert [None] == names("Lebanon said that 12 people were killed.")


def test_this_department_is_the_one_called_so() -> None:
    """ "This department" is San Marcos, called a department, and not the river named after it."""
    told = "He was found in San Marcos department. Police searched the Cabuz river. In this department 12 were killed."
    assert ["San Marcos"] == names(told)


def test_defended_town_is_where_it_happened() -> None:
    """Who defended Chernihiv and destroyed two vehicles did so there."""
    assert ["Chernihiv"] == names("The sergeant defended Chernihiv and killed two officers.")


def test_town_named_without_a_preposition_sets_the_scene() -> None:
    """What is told after "took the mining town Vuhledar" happened there."""
    assert ["Vuhledar"] == names(
        "The brigade took the mining town Vuhledar in January. In the battle 12 men were killed."
    )


def test_place_told_once_is_left_after_three_sentences() -> None:
    """Where the story comes back to one town, another that it named once is not meant for long."""
    story = (
        "Shells hit Homs. Troops took a bridge in Homs. Police sealed off a square in Hama. {} 12 people were killed."
    )
    assert ["Hama"] == names(story.format("A man wept."))
    assert [None] == names(story.format("A man wept. Shops were shut. Rain fell."))


def test_place_told_most_is_not_left() -> None:
    """The town that most of the story is about still holds after three sentences."""
    story = "Shells hit Homs. Troops took a bridge in Homs, Syria. A man wept. Shops were shut. Rain fell."
    assert ["Homs"] == names(f"{story} 12 people were killed.")


def test_place_of_another_incident_holds_for_what_is_told_of_it() -> None:
    """ "Elsewhere, two died in Hama. Among them ..." goes on with Hama, not with the first place."""
    told = "Raids hit Homs. Elsewhere in Syria two people were killed in Hama. Three children were among the dead."
    assert ["Hama", "Hama"] == names(told)


def test_month_and_year_are_another_incident() -> None:
    """What happened in a year that is named did not happen where the sentence before is."""
    assert [None] == names("Troops entered Homs in Syria. They fought in November, 2015 and many men died.")[-1:]


def test_origin_of_refugees_is_no_place_of_theirs() -> None:
    """ "Refugees from Syria" may be anywhere; who fled from Homs left Homs."""
    read = document("The ministry counted 12 refugees from Syria.")
    found = [replace(one, event="displaced") for one in candidates(read.sentences[0])]
    noun = Mention(text="refugees", start=24, end=32)
    counted = [replace(one, trigger=noun, target=noun) for one in found]

    assert [None] == [where.place for where in resolve_places(read, counted, RULES, GAZETTEER)]
    assert ["Homs"] == names("On Monday 12 people fled from Homs.")


def test_adjective_of_no_known_place_sets_no_scene() -> None:
    """ "In Ruritanian cities" names no place that the next sentence could mean."""
    assert [None] == names("Troops gathered in Ruritanian cities. Then 12 people were killed.")


def test_country_behind_a_list_of_towns_is_known() -> None:
    """No land lies near the towns named with it, and it is still the land of that name."""
    where = places("Shells hit Homs. Rockets hit Aleppo. In Syria, 12 people were killed.")[0].place

    assert where is not None
    assert "SY" == where.country


def counted(text: str, *events: str) -> list[str | None]:
    """The article's words for the place of every number of a text, each number with an event and its value."""
    read = document(text)
    found = [candidate for sentence in read.sentences for candidate in candidates(sentence)]
    valued = [
        replace(one, event=event, quantity=replace(one.quantity, low=int(one.quantity.text), high=None))
        for one, event in zip(found, events, strict=True)
    ]
    return [where.place.text if where.place else None for where in resolve_places(read, valued, RULES, GAZETTEER)]


def test_large_figure_told_of_a_country_is_known_again() -> None:
    """ "350 were abducted in Nigeria ... the 350" are the same, a small figure or those released may be others."""
    told = "In Nigeria, 350 girls were abducted. Parents of the 350 girls wept."
    assert ["Nigeria", "Nigeria"] == counted(told, "abducted", "abducted")
    assert ["Nigeria", None] == counted(told.replace("350", "9"), "abducted", "abducted")
    assert ["Nigeria", None] == counted(told, "released", "released")


def test_country_of_a_war_is_the_one_named_most() -> None:
    """One "in Britain" does not make a speech about Ukraine a speech about Britain."""
    told = "Ukraine asks. Ukraine hopes. Thank you all in Britain. In the war 12 people were killed."
    assert [None] == names(told)
