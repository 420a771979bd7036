"""Who speaks where the grammar hides it: behind a quotation, between commas, by a paper, in a survey."""

from __future__ import annotations

import pytest

from counterclaim.attributing import sources_of
from tests.unit.attributing.articles import read

HEARD = [
    ('"You opened the gate," wrote a man calling himself Ali Baker.', "a man", '"You opened the gate,"'),
    (
        '"We have nothing left to eat," Baker, 58, told a radio station in the port on Monday.',
        "Baker",
        '"We have nothing left to eat,"',
    ),
    ('"Go home, all of you," added a Harbour Party man.', "a Harbour Party man", '"Go home, all of you,"'),
    (
        "During that week, port records show, the ship has sailed nine times.",
        "port records",
        "During that week, port records show, the ship has sailed nine times",
    ),
    ("The tower was sold to a bank in 2010, records show.", "records", "The tower was sold to a bank in 2010"),
    ("The ministry issued a statement saying that five people were killed.", "The ministry", "five people were killed"),
    ("The brigade reported destroying four tanks.", "The brigade", "destroying four tanks"),
    ("It has lost 12 tanks since May, according to trackers.", "trackers", "It has lost 12 tanks since May"),
    (
        "In a survey published on Sunday, three of four refugees had lost a relative.",
        "a survey",
        "three of four refugees had lost a relative",
    ),
    (
        "The army pulled back, with its spokesman Ivan Bell saying the town is showing no life.",
        "its spokesman Ivan Bell",
        "the town is showing no life",
    ),
    ("The radio is now saying 40 people confirmed dead.", "The radio", "40 people confirmed dead"),
    (
        "According to information provided by a source at the police command, five people were killed.",
        "information provided by a source at the police command",
        "five people were killed",
    ),
    (
        "According to a list compiled by activists, five people were killed.",
        "a list compiled by activists",
        "five people were killed",
    ),
    ("Twelve strikes were made Petrov added.", "Petrov", "Twelve strikes were made"),
    ("By the ministry's count, five people were killed.", "the ministry's count", "five people were killed"),
    ("By the army's own admission, five people were killed.", "the army's own admission", "five people were killed"),
    ("The visit follows a Courier report that five people were killed.", "Courier", "five people were killed"),
    ("The rebels' claim of 30 dead soldiers spread on Monday.", "The rebels", "30 dead soldiers"),
    ("The dairy giant owns a mill and says its drivers saw 12 bodies.", "The dairy giant", "its drivers saw 12 bodies"),
    (
        "The army reported earlier on Friday it had conducted nine airstrikes on posts in Raqqa.",
        "The army",
        "it had conducted nine airstrikes on posts in Raqqa",
    ),
    (
        "The outburst was set off by his accusation, a day earlier, that a strike on a boat had killed four men.",
        "his",
        "a strike on a boat had killed four men",
    ),
    ("Four people died in the port. — Ann Bell (@annbell) May 3, 2022", "Ann Bell", "Four people died in the port."),
    (
        "The minister said that Oslo could no longer rely on its allies and loosened the debt brake.",
        "The minister",
        "Oslo could no longer rely on its allies",
    ),
    ("He denied trying to flee and blamed a headache.", "He", "trying to flee"),
    ("At a dinner with Mr Hall Mr Berg said the port was not for sale.", "Mr Berg", "the port was not for sale"),
    (
        "The technicians involved in the investigation believed that one man built 12 bombs.",
        "The technicians",
        "one man built 12 bombs",
    ),
    ("Four people, the panel concluded, were killed.", "the panel", "Four people, the panel concluded, were killed"),
]


@pytest.mark.parametrize(("text", "source", "content"), HEARD, ids=[text for text, _, _ in HEARD])
def test_speaker_is_found(text: str, source: str, content: str) -> None:
    """The source and what it says are those of a careful reader."""
    [found] = read(text)

    assert (source, content) == (found.sources[-1].text, found.content.text)


def test_speaker_is_no_one_who_is_counted() -> None:
    """ "killing four civilians two residents said": the civilians say nothing."""
    [found] = read("Tanks shelled a district of Hama killing four civilians two residents said.")

    assert "two residents" == found.sources[0].text


def test_name_of_the_body_is_a_name_in_its_first_sentence() -> None:
    """A surname that the tagger takes for a noun is known from where it stands inside another sentence."""
    text = "Talks\n\nSanders urged the army to free 12 men. Nobody answered Sanders."

    assert ["Sanders"] == [source.text for one in read(text) for source in one.sources]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed according to plan.",
        "The agency said nine people were killed, citing fatigue.",
    ],
)
def test_what_cannot_speak_is_no_source(text: str) -> None:
    """A plan and a reason are nobody's voice."""
    assert not {"plan", "fatigue"} & {s.text for one in read(text) for s in one.sources}


def test_who_was_killed_says_nothing() -> None:
    """ "confirmed that a woman was killed, saying ...": both are the words of who confirms."""
    text = "The group confirmed a woman was killed in the blast saying it also wounded 20 people."

    assert [["The group"]] * 2 == [[source.text for source in one.sources] for one in read(text)]


def test_what_a_quotation_calls_something_stands_in_the_quotation() -> None:
    """A stance inside somebody's words has that speaker before it."""
    text = "The mayor said that the general condemned the attack."
    stance = next(one for one in read(text) if one.given)

    assert ["The mayor", "the general"] == [source.text for source in stance.sources]


def test_next_paragraph_of_a_quotation_is_not_told_by_somebody_in_it() -> None:
    """Who is said to speak inside the words of a spokesman does not take over from him."""
    text = (
        "Talks\n\nA spokesman said: “The minister met them. The general stressed that time was short.\n\n"
        "“Twelve people were killed on the road.”"
    )
    at = text.index("Twelve")
    found = sources_of(at, at + 6, read(text))

    assert found is not None
    assert ["A spokesman"] == [source.text for source in found.sources]


def test_content_keeps_the_mark_that_closes_its_quotation() -> None:
    """What is cut before "while" ends with the closing mark, not before it."""
    text = "The mayor told the town that the situation is “under control,” while Bell affirmed Norway had no bands."

    assert "the situation is “under control,”" == read(text)[0].content.text


def test_short_name_in_brackets_stands_for_the_full_one() -> None:
    """ "The DMU" is the ministry that the article names with these letters."""
    text = "The Defence Ministry of Ukraine (DMU) lost two planes. The DMU said that two pilots were killed."
    [source] = read(text)[0].sources

    assert ("Ministry of Defence (Ukraine)", "Ukraine") == (source.org, source.side)


def test_he_is_no_group_of_officials() -> None:
    """ "He" after "officials said" is somebody whom the text does not name as a speaker."""
    text = (
        "Palestinian officials said that 12 people were killed. Oil rose. He told the radio that the talks were over."
    )

    assert read(text)[-1].sources[0].org is None


def test_what_happens_says_nothing() -> None:
    """No attack is a speaker, whatever verb the parse gives it."""
    assert () == read("The airstrikes said that 12 people were killed.")


def test_quotation_that_a_colon_announces() -> None:
    """ "The mayor said:" and a quotation in the next paragraph are one report."""
    [found] = read('The mayor met the press.\n\nThe mayor said:\n\n"Twelve people were killed in our town."')

    assert ("The mayor", "Twelve people were killed in our town.") == (found.sources[-1].text, found.content.text)


BACKWARD = [
    ("This was confirmed by the mayor at noon.", "the mayor", "confirmed"),
    ("This is said in the ministry's letter.", "the ministry's letter", "stated"),
]


@pytest.mark.parametrize(("closing", "source", "act"), BACKWARD, ids=[text for text, _, _ in BACKWARD])
def test_what_stands_before_is_said(closing: str, source: str, act: str) -> None:
    """ "This was confirmed by the mayor": the sentences before it, up to the paragraph's beginning."""
    [found] = read(f"The fair opened.\n\nFour people died in the port. Nine were hurt. {closing}")

    assert (source, act, "Four people died in the port. Nine were hurt.") == (
        found.sources[-1].text,
        found.act,
        found.content.text,
    )


def test_what_another_said_before_stays_theirs() -> None:
    """A report before "this was confirmed by" keeps its own speaker."""
    found = read("The army said four people died. This was confirmed by the mayor.")

    assert ["The army"] == [source.text for one in found for source in one.sources]


SILENT = [
    "His rhetoric only confirms old plans to expel 300 people.",
    "The talks went on in spite of the truce they announced.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_reports(text: str) -> None:
    """What a thing confirms and a truce that is announced are no reports."""
    assert () == read(text)


def test_another_one_between_two_reports() -> None:
    """Where a titled person comes in between, a later "he" may be that one."""
    found = read("Ann Bell said it was late. US President John Hall was on a tour of the coast. He said it was early.")

    assert ["it was late", "it was early"] == [one.content.text for one in found]


def test_the_outlet_at_the_end_of_a_headline() -> None:
    """The outlet's own name after a dash is no source of its headline."""
    assert () == read("Forty soldiers were killed in the north - Coast News\n\nIt rained.", "Coast News", True)


def test_a_second_verb_of_the_report() -> None:
    """ "Said rebels are weak and claimed": who said it claims it, and what was said ends before."""
    first, second = read("The army said rebels are weak and claimed that 12 were killed.")

    assert ("rebels are weak", "The army") == (first.content.text, second.sources[-1].text)


def test_bracket_in_a_source_is_closed() -> None:
    """A short name in brackets at the end of a source stands in it whole."""
    text = "The report by the Applied Research Institute (ARI) - which was paid by aid - found that a tank fired."

    assert ["The report by the Applied Research Institute (ARI)"] == [one.sources[0].text for one in read(text)]
