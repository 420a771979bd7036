"""Who says what: reporting verbs, phrases, nouns, headlines and quotations."""

from __future__ import annotations

import pytest

from counterclaim.attributing import reporting_cue_words, sources_of
from counterclaim.attributing.chains import balanced
from counterclaim.rules import Rule
from tests.unit.attributing.articles import RULES, read, said

KINDS = (*RULES.rules("reporting"), *RULES.rules("statement_events"))
YES = [pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in KINDS for i, text in enumerate(rule.yes)]
NO = [pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in KINDS for i, text in enumerate(rule.no)]


def fired(rule: Rule, text: str) -> bool:
    title = rule.id == "reporting.headline"
    return any(rule.id in one.rules for one in read(text, None, title))


@pytest.mark.parametrize(("rule", "text"), YES)
def test_rule_fires(rule: Rule, text: str) -> None:
    """A rule fires on each of its `yes` sentences."""
    assert fired(rule, text)


@pytest.mark.parametrize(("rule", "text"), NO)
def test_rule_does_not_fire(rule: Rule, text: str) -> None:
    """A rule does not fire on any of its `no` sentences."""
    assert not fired(rule, text)


@pytest.mark.parametrize(
    ("text", "sources", "content"),
    [
        ("The governor said that 4 people died.", ["The governor"], "4 people died"),
        ("Four people died, the governor said on Monday.", ["the governor"], "Four people died"),
        ("Four people died, said the governor.", ["the governor"], "Four people died"),
        ("The army, Smith said, has lost 40 tanks.", ["Smith"], "The army, Smith said, has lost 40 tanks"),
        ("The strike killed 32 civilians in a village a human rights monitor said.", ["a human rights monitor"],
         "The strike killed 32 civilians in a village"),
        ("Shelling killed 12 people in the port on Thursday state television said.", ["state television"],
         "Shelling killed 12 people in the port on Thursday"),
        ("Strikes on the port killed 16 civilians on Sunday a monitor said and caused huge damage to one district.",
         ["a monitor"], "Strikes on the port killed 16 civilians on Sunday"),
        ("Fire on the suburbs killed 1102 people said the observatory adding that 234 of them were children.",
         ["the observatory"], "Fire on the suburbs killed 1102 people"),
        ("About 70 rebels were killed and 90 were wounded in the raids said the source adding that cars burned.",
         ["the source"], "About 70 rebels were killed and 90 were wounded in the raids"),
        ("Some 281 people have been wounded the Geneva-based monitor said.", ["the Geneva-based monitor"],
         "Some 281 people have been wounded"),
        ('"At least 30 guards were killed in the town" police chief Karim Bako told a news agency.',
         ["police chief Karim Bako"], '"At least 30 guards were killed in the town"'),
        ('"At least 30 guards died as bombs hit the road to Harim" Syrian Observatory for Rights chief Bako told AFP.',
         ["Syrian Observatory for Rights chief Bako"], '"At least 30 guards died as bombs hit the road to Harim"'),
        ('Soldiers killed 12 rebels, the opposition "Cham" channel said.', ['the opposition "Cham" channel'],
         "Soldiers killed 12 rebels"),
        ("A bomb killed 44 people wounding dozens more state radio said.", ["state radio"],
         "A bomb killed 44 people wounding dozens more"),
        ("Troops killed 14 rebels said the army on Monday.", ["the army"], "Troops killed 14 rebels"),
        ("According to Smith, 12 people died.", ["Smith"], "12 people died"),
        ("The deaths of nine men were reported by the mayor.", ["the mayor"], "The deaths of nine men were"),
        ("The mayor told a news agency that six people died.", ["The mayor"], "six people died"),
        ("The mayor spoke of 40 wounded people.", ["The mayor"], "40 wounded people"),
        ("As the mayor says, 40 people were wounded.", ["the mayor"], "40 people were wounded"),
    ],
)  # fmt: skip
def test_speaker_and_content(text: str, sources: list[str], content: str) -> None:
    """The speaker and what is said are the words of the sentence, wherever the reporting verb stands."""
    assert (sources, content) == said(text)[0]


@pytest.mark.parametrize(
    ("text", "chain", "words"),
    [
        ("Reuters reported that the ministry said that 12 people died.", ["Reuters", "the ministry"], "12 people"),
        ("State radio said 12 people died, news agencies reported.", ["news agencies", "State radio"], "12 pe"),
        ("Reuters, quoting the governor, said that 12 people died.", ["Reuters", "the governor"], "12 people"),
        ("The agency quoted the governor as saying 12 people died.", ["The agency", "the governor"], "12 people"),
        ("The governor was quoted as saying by radio that 12 people died.", ["radio", "The governor"], "12 pe"),
        ("Officials say that 12 people die each day, according to army data.", ["Officials", "army data"], "12 people"),
    ],
)  # fmt: skip
def test_chain_is_outermost_first(text: str, chain: list[str], words: str) -> None:
    """A report of a report has both sources, the outer one first."""
    start = text.index(words)
    found = sources_of(start, start + len(words), read(text))

    assert chain == ([source.text for source in found.sources] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died near the border.",
        "The governor declined to say how many people died.",
        "The governor did not say that 12 people died.",
        "The group claimed responsibility for the attack, which killed 12 people.",
        "It is believed that 12 people died.",
        "Twelve people reportedly died.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    """What nobody is said to have said has no source: the outlet's own voice, refusals, responsibility claimed."""
    assert not said(text)


def test_two_words_are_said_if_they_are_a_clause() -> None:
    """ "Ten died" is something said, "last year" is not."""
    assert [(["the mayor"], "Ten died")] == said("Ten died, the mayor told reporters.")
    assert [] == said("Last year, the mayor said.")


def test_quotation_over_sentences_belongs_to_its_speaker() -> None:
    """A quotation of several sentences is one content, though the speaker is named only after its end."""
    text = '"The night was long. Four people died," the nurse said.'

    [(sources, content)] = said(text)
    expected = ["the nurse"]

    assert expected == sources
    assert content.strip('"').startswith("The night was long. Four people died")


def test_quotation_in_the_next_sentence_keeps_its_speaker() -> None:
    """A quotation right after a quoted sentence belongs to the same speaker."""
    text = '"The shelling went on," the nurse said. "Four people died in the ward."'
    start = text.index("Four")

    found = sources_of(start, start + 4, read(text))

    expected = ["the nurse"]

    assert found is not None
    assert expected == [source.text for source in found.sources]


def test_second_verb_of_a_speaker_starts_its_own_statement() -> None:
    """ "said ... but admitted" is two statements of one speaker, stated and conceded."""
    found = read('The spokesman said "the army showed courage" but admitted that there were dead and wounded.')

    expected = [("The spokesman", "stated"), ("The spokesman", "conceded")]

    assert expected == [(one.sources[-1].text, one.act) for one in found]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The minister said:\n\nThe camp was hit. Five people died.", "The minister", "Five"),
        ("The mayor said it was bad. Forty people had been hurt.", "The mayor", "Forty"),
        ("The mayor said it was bad. Forty people were hurt. She added that it went on.", "The mayor", "Forty"),
    ],
)
def test_reported_speech_goes_on(text: str, source: str, words: str) -> None:
    """A statement after a colon, the past perfect and a sentence between two reports belong to the speaker."""
    found = sources_of(text.index(words), text.index(words) + len(words), read(text))

    assert found is not None
    assert source == found.sources[-1].text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said it was bad. Forty people were hurt.", "Forty"),
        ("The town fell, the mayor said, as rebels killed 12 people.", "12"),
        ("Forty people died (an undercount, according to the mayor).", "Forty"),
        ("The army denied its planes took part in the raid in which 18 people died.", "18"),
        ("According to preliminary data, 12 people died.", "12"),
        ("She was killed and, according to two women who fled the town, buried there.", "two"),
    ],
)
def test_outlet_speaks_for_itself(text: str, words: str) -> None:
    """What stands beside a report without belonging to it has no source."""
    assert sources_of(text.index(words), text.index(words) + len(words), read(text)) is None


def test_outlet_tells_the_story_between_quotations() -> None:
    """What stands without marks between two quotations of a speaker is no speech of theirs."""
    text = '"They took our children," he says. On December 8th, 40 of them were freed. "My son is here," he says.'

    assert not any("40" in content for _, content in said(text))


def test_denied_reports_are_whose() -> None:
    """Reports that are called fake are denied, and are no source of what they say."""
    [found] = read("The ministry stressed that reports of 30 dead soldiers are fake.")

    expected = ("denied", "denied", "reports", ["The ministry"])

    assert found.whose is not None
    assert expected == (found.act, found.modality, found.whose.text, [source.text for source in found.sources])


def test_swapping_sides_swaps_nothing_else() -> None:
    """The act of a statement does not depend on who makes it."""
    one = read("Ukraine claimed that 40 Russian soldiers surrendered.")
    other = read("Russia claimed that 40 Ukrainian soldiers surrendered.")

    assert [(a.act, a.modality, a.rules) for a in one] == [(a.act, a.modality, a.rules) for a in other]


def test_headline_names_its_source() -> None:
    """A headline's "Ministry:" is the source of the rest."""
    expected = [(["Ministry"], "40 soldiers killed in the north")]

    assert expected == said("Ministry: 40 soldiers killed in the north\n\nThe war goes on.", title=True)


@pytest.mark.parametrize(
    ("headline", "sources"),
    [
        ("Missile kills 18 civilians in the old town Monitor", ["Monitor"]),
        ("Twin car bombs kill dozens in the port state media - World - The Echo", ["state media"]),
        ("Blast kills two election monitors in the capital", None),
        ("Army to protect the national observatory", None),
        ("Missile kills five, injures 12 in the port: health ministry", ["health ministry"]),
        ("Missile kills 18 civilians in the old town: UN.", ["UN"]),
        ("Islamic State executed 700 people from a northern tribe: monitoring group", ["monitoring group"]),
        ("The war in five maps: one village and its officials", None),
        ("Missile kills 18 civilians: the long way home", None),
    ],
)
def test_headline_ends_with_its_source(headline: str, sources: list[str] | None) -> None:
    """A headline that has lost the mark before its last words is theirs, if it has a figure and nobody is counted."""
    found = said(f"{headline}\n\nThe war goes on.", title=True)

    assert sources == (found[0][0] if found else None)


def test_participle_goes_on_from_the_report_above() -> None:
    """What was reported says nothing itself."""
    found = said("State television reported the blast saying four people had been killed.")

    assert (["State television"], "four people had been killed") == found[-1]


def test_outlet_is_no_source() -> None:
    """The outlet never stands among its own sources."""
    assert not [sources for sources, _ in said("Four people died, The Echo reported.", outlet="The Echo") if sources]


def test_spans_are_the_words() -> None:
    """Every span of an attribution is its text."""
    text = "Reuters, citing the governor, said on Monday that “12 people died” — and denied that more were hurt."
    spans = [m for one in read(text) for s in one.sources for m in (s, s.cue, one.content) if m is not None]

    assert [text[m.start : m.end] for m in spans] == [m.text for m in spans]


def test_cue_words_are_lower_case_and_many() -> None:
    """The first pass gets the forms of more than a hundred reporting verbs, all in lower case."""
    words = reporting_cue_words(RULES)

    assert len(words) > 400
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He "showed courage"', "showed courage"),
        ('He said "they showed courage"', '"they showed courage"'),
        ("“They showed courage” there", "They showed courage”"),
    ],
)
def test_content_has_both_marks_or_none(text: str, inside: str) -> None:
    """A quotation mark at one edge alone takes the other one in, or stays out."""
    place = text.index(inside)
    start, end = balanced(text, place, place + len(inside))
    content = text[start:end]

    assert content.count('"') % 2 == 0
    assert content.count("“") == content.count("”")
    assert "showed courage" in content


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("An official quoted by the radio said that 12 people died.", ["the radio", "An official"]),
        ("Twelve people died, according to an official cited by the radio.", ["the radio", "an official"]),
        ("Twelve people died, the army said in a statement quoted by the radio.", ["the radio", "the army"]),
        ("Twelve people died, the army said in a statement.", ["the army"]),
    ],
)
def test_who_quotes_comes_first(text: str, sources: list[str]) -> None:
    """ "Quoted by the radio" puts the radio before the source."""
    assert [source.text for source in read(text)[-1].sources] == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Anna Berg reports: Two drones were shot down.", []),
        ("Radio Sahel reports: Two drones were shot down.", ["Radio Sahel"]),
        ("Coast News reports: Two drones were shot down.", ["Coast News"]),
        ("Anna Berg said: Two drones were shot down.", ["Anna Berg"]),
    ],
)
def test_byline_in_the_text_is_no_source(text: str, sources: list[str]) -> None:
    """ "Anna Berg reports:" is the outlet's own voice; a body that reports is a source."""
    assert [source.text for one in read(text) for source in one.sources] == sources
