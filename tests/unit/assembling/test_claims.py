"""Findings put together into claims."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.assembling import Findings, assemble_claims
from counterclaim.parsed import Attribution, Candidate, Parties, When, Where
from counterclaim.pipeline import extract_text
from counterclaim.reading import Given, read_text
from counterclaim.records import Caveat, Claim, Mention, Period, Place, Quantity, Source
from counterclaim.rules import load_rules
from counterclaim.segmenting import split_sentences

TITLE = "Army says 300 killed"
TEXT = f"{TITLE}\n\nThe army said 300 rebels were killed. The rebels denied that 300 were killed, 12 of them boys."
ARTICLE = read_text(TEXT, given=Given(language="en"))
SENTENCES = split_sentences(ARTICLE)
RULES = load_rules("en")


def mention(words: str, after: int = 0) -> Mention:
    start = ARTICLE.text.index(words, after)
    return Mention(text=words, start=start, end=start + len(words))


def finding(words: str = "300", after: int = len(TITLE), **changes: object) -> Findings:
    """What the stages may have found about one number of the text."""
    place = mention(words, after)
    value = int(words)
    candidate = Candidate(
        sentence=next(s.index for s in SENTENCES if s.start <= place.start < s.end),
        quantity=Quantity(text=words, start=place.start, end=place.end, low=value, high=value, form="exact", rule="q"),
        event="killed", trigger=mention("killed"), target=None, category="person", rules=("q", "event.kill"),
    )  # fmt: skip
    found = Findings(
        candidate=candidate, attribution=None, when=When(period=Period(basis="event", why="no day is told")),
        where=Where(place=None, why="no place said"), parties=Parties(side_why="not said", actor_why="not said"),
    )  # fmt: skip
    return replace(found, **changes)  # type: ignore[arg-type]


def said(words: str, **changes: object) -> Attribution:
    speaker = mention(words)
    source = Source(text=words, start=speaker.start, end=speaker.end)
    content = Mention(text=ARTICLE.text, start=0, end=len(ARTICLE.text))
    return replace(Attribution(content=content, sources=(source,), act="stated", rules=("reporting.say",)), **changes)  # type: ignore[arg-type]


def claims(*findings: Findings) -> tuple[Claim, ...]:
    return assemble_claims(ARTICLE, SENTENCES, findings, RULES)


def test_claim_stands_on_its_sentence() -> None:
    """Evidence is the sentence, with its place."""
    [claim] = claims(finding())

    assert "The army said 300 rebels were killed." == claim.evidence.text == SENTENCES[1].text


def test_unknowns_say_why() -> None:
    """What the stages gave as a reason stands beside the null."""
    [claim] = claims(finding())

    assert {
        "target.side": "not said", "actor": "not said", "place": "no place said",
        "period.start": "no day is told", "period.end": "no day is told",
    } == claim.unknown  # fmt: skip


def test_unresolved_speaker_says_why() -> None:
    """A source without name and body is told as such."""
    [claim] = claims(finding(attribution=said("The army")))

    assert "not named in the article" == claim.unknown["sources.0.name"]


def test_rules_come_in_the_order_of_the_stages() -> None:
    """Each id once."""
    caveat = Caveat(kind="disputed", text="x", start=0, end=1, rule="caveat.disputed")
    when = When(period=Period(basis="event"), rules=("date.today", "q"))
    [claim] = claims(finding(attribution=said("The army"), when=when, caveats=(caveat,)))

    assert ("q", "event.kill", "reporting.say", "date.today", "caveat.disputed") == claim.rules


def test_denial_outranks_what_the_sentence_says() -> None:
    """A denied figure is denied, however firmly it is told; the words denied are whose they are."""
    whose = mention("army")
    denial = said("The rebels", act="denied", modality="denied", whose=whose)
    [claim] = claims(finding(attribution=denial))

    assert claim.answers is not None
    assert ("denied", "denies", whose) == (claim.modality, claim.answers.relation, claim.answers.whose)


def test_denial_points_at_the_claim_that_it_denies() -> None:
    """If the denied claim stands in the article, its id is given."""
    second = ARTICLE.text.index("denied")
    first, denial = claims(
        finding(attribution=said("The army")),
        finding(after=second, attribution=said("The rebels", act="denied", modality="denied")),
    )

    assert denial.answers is not None
    assert first.id == denial.answers.id


def test_denial_of_one_town_does_not_answer_for_another() -> None:
    """A town said to be taken is denied by whoever denies that town, not the next one."""
    text = (
        "The army said its troops captured Zelene. Ukraine's army denied the capture of Kupiansk. "
        "A brigade refuted Russian claims of the seizure of Zelene."
    )
    taken, other, same = extract_text(text).claims

    assert other.answers is not None
    assert same.answers is not None
    assert ("denied", None, taken.id) == (other.modality, other.answers.id, same.answers.id)


def test_reports_of_plans_make_plans() -> None:
    """What the speaker only promises, fears or estimates is no assertion; the sentence's own word comes first."""
    promised = said("The army", modality="planned")
    possible = replace(finding().candidate, modality="possible")

    assert ["planned", "possible"] == [
        claims(finding(attribution=promised))[0].modality,
        claims(finding(attribution=promised, candidate=possible))[0].modality,
    ]


def test_part_points_at_its_whole_by_id() -> None:
    """Positions become ids."""
    part = finding("12")
    whole, boys = claims(finding(), replace(part, candidate=replace(part.candidate, part_of=0, category="child")))

    assert (None, whole.id) == (whole.part_of, boys.part_of)


def test_headline_is_repeated_below() -> None:
    """The later claim of the same content restates the earlier one."""
    head, body = claims(finding(after=0), finding())

    assert (None, head.id) == (head.restates, body.restates)


def test_other_figure_is_no_repeat() -> None:
    """Another number is another claim."""
    _, other = claims(finding(), finding("12"))

    assert other.restates is None


def test_context_is_every_other_sentence_that_it_rests_on() -> None:
    """Each once, with the reason; never the claim's own sentence."""
    place = Place(name="Alpha", text=TITLE[:4], start=0, end=4)
    [claim] = claims(finding(where=Where(place=place), attribution=said("The rebels")))

    assert [("places it", TITLE), ("attributes it", SENTENCES[2].text)] == [(c.why, c.text) for c in claim.context]


def test_one_claim_for_one_id() -> None:
    """The same number, event and source twice is one claim."""
    assert 1 == len(claims(finding(), finding()))


def test_confidence_is_a_probability() -> None:
    """Between never and always."""
    [claim] = claims(finding())

    assert 0 < claim.confidence < 1
