"""Whose the people and things were, and who did it: every rule on its own sentences, and the cases between rules."""

from __future__ import annotations

from functools import lru_cache

import pytest

from counterclaim.extraction import Extraction
from counterclaim.pipeline import extract_text
from counterclaim.records import Claim
from counterclaim.rules import Rule, load_rules

RULES = load_rules("en").rules("parties")
YES = [pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in RULES for i, text in enumerate(rule.yes)]
NO = [pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in RULES for i, text in enumerate(rule.no)]


@lru_cache(maxsize=128)
def read(text: str) -> Extraction:
    return extract_text(text)


def fired(text: str) -> set[str]:
    return {rule for claim in read(text).claims for rule in claim.rules}


def last_claim(text: str) -> Claim:
    return read(text).claims[-1]


def parties(text: str) -> tuple[str | None, str | None]:
    """Side and actor of the last claim of a text."""
    claim = last_claim(text)
    return claim.target.side, claim.actor.name if claim.actor else None


@pytest.mark.parametrize(("rule", "text"), YES)
def test_rule_fires(rule: Rule, text: str) -> None:
    """A rule fires on each of its `yes` sentences."""
    assert rule.id in fired(text)


@pytest.mark.parametrize(("rule", "text"), NO)
def test_rule_does_not_fire(rule: Rule, text: str) -> None:
    """A rule does not fire on any of its `no` sentences."""
    assert rule.id not in fired(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Iranian jets struck two Iraqi tankers in the war with Iraq. Two oilfields were hit.", "Iran"),
        ("Iraqi jets struck two Iranian tankers in the war with Iran. Two oilfields were hit.", "Iraq"),
        ("Iran hit two tankers in the war with Iraq. Iraq hit one. Unknown gunmen hit two oilfields.", None),
        ("Iranian jets struck two Iraqi tankers in the war with Iraq. Later 12 people died.", None),
        ("Iran has hit two tankers in the war with Iraq. Iraq lost 12 tanks.", None),
    ],
)
def test_deed_in_a_war_is_the_sole_doers(text: str, actor: str | None) -> None:
    """Where one party alone was told of as doing anything, a hit is its; not a mere death, nor a loss."""
    assert actor == parties(text)[1]


@pytest.mark.parametrize(
    ("text", "side", "category"),
    [
        ("Baghdad said Iranian troops fled, leaving 220 men killed, in the war with Iraq.", "Iran", "combatant"),
        ("Tehran said Iraqi troops fled, leaving 220 men killed, in the war with Iran.", "Iraq", "combatant"),
        ("Russia attacked Ukraine. The losses of the Russian army exceed 10,000 killed.", "Russia", "combatant"),
        ("Ukraine attacked Russia. The losses of the Ukrainian army exceed 10,000 killed.", "Ukraine", "combatant"),
        ("At least 40 soldiers and guerrillas died in Peru, the Peruvian army said of the rebels.", None, "combatant"),
    ],
)
def test_losses_are_those_of_whom_the_sentence_names(text: str, side: str | None, category: str) -> None:
    """Those who fled left their own dead, an army's losses are its own, soldiers and guerrillas are of two sides."""
    target = last_claim(text).target

    assert (side, category) == (target.side, target.category)


def test_ministry_that_tells_of_an_attack_did_not_make_it() -> None:
    """ "The attack, which the ministry says killed 12": the attack killed, not the ministry."""
    text = "Hamas is behind the attacks on southern Israel, which Israeli figures say killed 1,200 people."

    assert parties(text)[1] != "Israel"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Twelve dead in Syria chemical attack in Aleppo. Rebels and the regime fight there.", None),
        ("Twelve dead in Syrian chemical attack in Aleppo. Rebels and the regime fight there.", "Syria"),
        ("Twelve dead in Syria's chemical attack in Aleppo. Rebels and the regime fight there.", "Syria"),
    ],
)
def test_country_at_war_inside_is_where_an_attack_was(text: str, actor: str | None) -> None:
    """The bare name of a country whose army fights at home is a place before an attack; the adjective is its army."""
    assert actor == parties(text)[1]


def test_same_figure_has_the_same_actor() -> None:
    """What a headline counts without a doer is done by whom the text names for that number."""
    first, *_ = read("Twelve people died in Aleppo. Syrian army shelling killed twelve people in Aleppo.").claims

    assert first.actor is not None
    assert "Syria" == first.actor.name


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Iraq said its troops had killed 300 Iranians in the war with Iran.", "combatant"),
        ("Iran said its troops had killed 300 Iraqis in the war with Iraq.", "combatant"),
        ("Iran said Iraqi jets had killed 300 Iranians in the war with Iraq.", "person"),
        ("Iran said its troops had killed 300 people in the war with Iraq.", "person"),
        ("Israel said its jets killed 30 Palestinians in the war with Hamas.", "person"),
        ("The Palestinians said they killed 30 Israelis, as Hamas did, in the war with Israel.", "person"),
    ],
)
def test_states_own_deed_on_the_others_people_is_on_its_forces(text: str, category: str) -> None:
    """A state that tells of its own deed means fighters, unless a group fights for the others, or it says "people"."""
    assert category == last_claim(text).target.category


@pytest.mark.parametrize(
    ("text", "side", "actor"),
    [
        ("Israeli jets hit the town, killing three people.", None, "Israel"),
        ("Six Russian soldiers were killed by Ukrainian shelling.", "Russia", "Ukraine"),
        ("Six Ukrainian soldiers were killed by Russian shelling.", "Ukraine", "Russia"),
        ("The Syrian army killed 20 people near Aleppo.", None, "Syria"),
        ("Boko Haram gunmen killed 12 Nigerian soldiers.", "Nigeria", "Boko Haram"),
        ("A bomb killed 12 people.", None, None),
        ("Russian troops advanced in Ukraine, while suffering hundreds of casualties.", "Russia", None),
        ("Ukrainian troops advanced in Russia, while suffering hundreds of casualties.", "Ukraine", None),
        (
            "The US-led coalition had conducted strikes on Islamic State militants in Raqqa destroying six trucks.",
            "Islamic State",
            "US-led coalition",
        ),
        ("Another 17 IS group fighters were killed.", "Islamic State", None),
        ("Several towns have surrendered to the Taliban.", None, "Taliban"),
        ("Boko Haram was blamed for the deaths of 20 people and displacement of 200 others.", None, "Boko Haram"),
        ("A missile strike on a Ukrainian mall left 18 dead in the war with Russia.", "Ukraine", None),
        ("A missile strike on a Russian mall left 18 dead in the war with Ukraine.", "Russia", None),
    ],
)
def test_sentence_has_its_parties(text: str, side: str | None, actor: str | None) -> None:
    """Who was hit and who did it are what the sentence says, and nothing where it does not."""
    expected = (side, actor)

    assert expected == parties(text)


def test_nobody_hits_his_own() -> None:
    """A side that is hit is never the actor, whatever else the sentence lacks."""
    side, actor = parties("Russian forces reported 30 Russian soldiers killed in Ukraine.")

    assert (side, actor) != ("Russia", "Russia")


def test_null_has_its_reason() -> None:
    """Where the side is not known the claim says why."""
    claim = last_claim("The Syrian army killed 20 people near Aleppo, rebels said.")

    assert set(claim.unknown.values()) & {"internal conflict, not stated"}


def test_actor_stands_in_the_text() -> None:
    """The actor's words are the text between its offsets."""
    found = read("Taliban fighters shelled the town and killed 12 people.")
    actors = [claim.actor for claim in found.claims if claim.actor and claim.actor.start is not None]

    assert [actor.text for actor in actors] == [found.article.text[actor.start : actor.end] for actor in actors]


def test_people_of_an_armed_group_are_its_fighters() -> None:
    """Of a group's members killed nothing else is known; its hostages are not its fighters."""
    assert (
        "combatant"
        == last_claim("The army fought Boko Haram, and 12 members of the group were killed.").target.category
    )
    assert "person" == last_claim("Six Taliban hostages were killed.").target.category


def test_losses_of_a_state_in_a_war_are_fighters() -> None:
    """What a state suffers in a war with another is losses of its army, whichever state it is."""
    for one, other in (("Russia", "Ukraine"), ("Ukraine", "Russia")):
        claim = last_claim(f"{one} has suffered 900 casualties in the war with {other}.")
        assert ("combatant", one) == (claim.target.category, claim.target.side)


GAZA = "The war between Israel and Hamas goes on in Gaza, a Palestinian paper wrote. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Israeli forces struck 800 military targets.", "Hamas"),
        ("Israeli forces killed 12 civilians.", "Palestine"),
        ("Israeli forces killed 12 civilians. The toll in Israel stood at 600.", "Israel"),
    ],
)
def test_forces_of_a_people_are_its_groups(text: str, side: str) -> None:
    """In a war with an armed group the forces hit are the group's, the civilians those of the land."""
    assert side == last_claim(GAZA + text).target.side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine lost five American Abrams tanks in its war with Russia.", ("Ukraine", None)),
        ("Russia lost five Soviet T-62 tanks in its war with Ukraine.", ("Russia", None)),
        ("Russian forces destroyed two German Leopard 2 tanks in Ukraine.", ("Ukraine", "Russia")),
        ("Russian jets hit an American MQ-9 Reaper drone in the war with Ukraine.", ("United States", "Russia")),
    ],
)
def test_who_made_a_weapon_is_not_whose_it_is(text: str, expected: tuple[str | None, str | None]) -> None:
    """A country that does not fight in a war made the tanks whose model it stands before; a drone may be its own."""
    assert expected == parties(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hundreds of people have been killed at the hands of Assad and the Islamic State.", "Syria and Islamic State"),
        ("Hundreds of people have been killed by Putin and Hezbollah.", "Russia and Hezbollah"),
    ],
)
def test_a_leader_and_a_group_did_it_together(text: str, actor: str) -> None:
    """Who did it keeps both parties where "and" joins the name of a leader to that of a group."""
    assert actor == parties(text)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We have evacuated about 1,000 people," Zelensky said of the war with Russia.', (None, "Ukraine")),
        ('"We have evacuated about 1,000 people," Putin said of the war with Ukraine.', (None, "Russia")),
    ],
)
def test_people_whom_a_party_evacuates_are_not_its_enemies(text: str, expected: tuple[str | None, str | None]) -> None:
    """Whom a party to a war takes to safety is not taken for its enemy's."""
    assert expected == parties(text)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The institute put Ukrainian military casualties at around 600,000.", "Ukraine"),
        ("The institute put Russian military casualties at around 600,000.", "Russia"),
        ("It put Russian shelling casualties at 40.", None),
    ],
)
def test_toll_is_of_the_side_before_its_word(text: str, side: str | None) -> None:
    """Casualties numbered behind their word are those of the side that stands before it, not of whose attack it was."""
    assert side == parties(text)[0]


@pytest.mark.parametrize(
    ("land", "doer", "army"), [("Ukraine", "Russia", "Russian"), ("Russia", "Ukraine", "Ukrainian")]
)
def test_they_are_no_place_named_before(land: str, doer: str, army: str) -> None:
    """ "All over Ukraine" is where, "the Russian invasion" is whose: "they" who destroyed are the latter."""
    text = f"All over {land} people suffer from the {army} attack. They have already destroyed dozens of hospitals."

    assert (land, doer) == parties(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "At least 25 people died in air strikes, a monitor said, adding that the rebel leader was among the dead.",
            None,
        ),
        (
            "More than 150,000 people have been killed in the war, which began when the regime shelled protesters.",
            None,
        ),
        ("Gunmen fired dozens of mortar bombs on districts that are held by the Syrian army.", None),
        ("Some 20 civilians killed in aid convoy attack Red Cross. The air raids killed around 20 people.", None),
    ],
)
def test_who_only_has_a_place_or_is_hurt_did_nothing(text: str, actor: str | None) -> None:
    """Not who is among the dead, holds what is struck, is told of in an aside on a war, or helps."""
    opening = "The Syrian regime and Syrian rebels are at war in Syria, and Damascus fights on.\n\n"

    assert actor == parties(opening + text)[1]


def test_police_of_another_country_are_none_of_a_war_named_in_passing() -> None:
    """ "Police" in an article about France are not those of Syria, however often the Islamic State is named."""
    france = "Leaders of France met with French mayors. " * 6
    text = f"{france}The Islamic State of Syria was silent. Police shot dead the gunman after he killed 84 people."

    assert "Syria" != parties(text)[1]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Beirut Syrian government air strikes killed 39 people in the north.", "Syria"),
        ("Russian jets bombed a port. The president's forces killed 1,300 people.", None),
        ("Russian jets killed two people. At least 30 died from violence, hunger and disease.", None),
        ("Russian jets killed two people. Over 160,000 people were killed in three years of turmoil.", None),
    ],
)
def test_nobody_else_is_blamed(text: str, actor: str | None) -> None:
    """Not the capital of a dateline, not who struck before where forces are named, not a party for hunger."""
    opening = "The Syrian regime and Syrian rebels are at war in Syria, and Russia fights on the side of Syria.\n\n"

    assert actor == parties(opening + text)[1]


def test_bombing_in_another_land_is_not_by_who_was_told_of_before() -> None:
    """Where no war of theirs is told of, who killed two in one country did not bomb another one."""
    war = "Russia and Ukraine are at war."
    text = f"{war} Indian troops killed two people near Delhi. A bomber killed 12 people in Bangkok."

    assert parties(text)[1] is None
