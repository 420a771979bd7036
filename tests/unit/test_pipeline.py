"""The whole way from a text to its extraction: what must hold for every article."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all, read, segment, sentence_text
from counterclaim.reading import Given, Refusal, read_text
from counterclaim.records import Article
from counterclaim.rules import load_rules
from counterclaim.segments import Sentence
from counterclaim.serialise import from_dicts, to_dicts

ROOT = Path(__file__).parents[2]
READER = Reader(load_rules("en"))
SCHEMA = json.loads((ROOT / "schema" / "claim-1.json").read_text("utf-8"))
TEXT = """Army says 12 rebels killed near Northtown

NORTHTOWN, March 1 (Wire) - The army said at least 12 rebels were killed and dozens captured on Monday.
The rebels denied that 12 of their fighters had died. The figures could not be independently verified.

"We lost nobody 🙂," their spokesman Jan Novák said. He added that three tanks — two of them new — were destroyed."""
PIECES = st.sampled_from([
    "The army said", "Rebels killed", "at least", "12", "soldiers", "were wounded", ", including", "three children",
    ".", '"', "He added that", "between 30 and 40", "Kyiv", "Moscow", "on Monday", "\u2014", "(+5)", "no", "up to",
    "captured Bakhmut", "and", "\n\n", "İ", "é\u0301", "😀", "THE", "was not", "could not be verified", ":", "of them",
    "5.3 million", "aged 20", "of Russia", "according to", "would have",
])  # fmt: skip


def article(text: str, published: str | None = "2022-03-02") -> Article:
    return read_text(text, given=Given(published=published, language="en"))


def extraction(text: str, published: str = "2022-03-02") -> Extraction:
    [found] = extract_all([article(text, published)], READER)
    assert isinstance(found, Extraction)
    return found


@cache
def sample() -> tuple[Extraction, ...]:
    """The examples, an invented article, and the openly licensed articles that stand in the repository."""
    sources = [ROOT / "examples", ROOT / "tests" / "quality" / "gold" / "articles"]
    found = [item for item in read(sources) if isinstance(item, Extraction)]
    return (*found, extraction(TEXT))


def test_every_output_is_valid_and_every_span_stands() -> None:
    """Against the schema of the format, and with the words of every span at their place."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for found in sample():
        document = json.loads(json.dumps(to_dicts(found)))  # raises where a span's words are not at its place
        validator.validate(document)


def test_output_can_be_read_back() -> None:
    """Dicts of the format and records are the same thing."""
    for found in sample():
        assert to_dicts(found) == to_dicts(from_dicts(to_dicts(found)))


def test_ids_are_single_and_what_is_pointed_at_is_there() -> None:
    """Wholes, repeats, denials and the claims of a statement are claims of the article; what repeats comes later."""
    for found in sample():
        order = {claim.id: number for number, claim in enumerate(found.claims)}
        assert len(order) == len(found.claims)
        for claim in found.claims:
            answered = claim.answers.id if claim.answers else None
            assert {claim.part_of, claim.restates, answered} - {None} <= order.keys()
            assert claim.restates is None or order[claim.restates] < order[claim.id]
            assert claim.part_of != claim.id
        assert {claim for statement in found.statements for claim in statement.claims} <= order.keys()


def test_claims_come_in_the_order_of_the_text() -> None:
    """A reader follows the article."""
    for found in sample():
        starts = [claim.quantity.start for claim in found.claims]
        assert sorted(starts) == starts


def test_every_unknown_has_a_reason() -> None:
    """A null that a reader would ask about says why."""
    for claim in (claim for found in sample() for claim in found.claims):
        nulls = {
            "target.side": claim.target.side, "actor": claim.actor, "place": claim.place,
            "period.start": claim.period.start, "period.end": claim.period.end,
        }  # fmt: skip
        missing = [name for name, value in nulls.items() if value is None]
        assert [] == [name for name in missing if not claim.unknown.get(name)]


def test_two_runs_give_the_same() -> None:
    """Same bytes in, same records out, one by one or in a batch."""
    alone = [extraction(TEXT), extraction(TEXT)]
    [_, batched] = extract_all([article("It was quiet."), article(TEXT)], READER)

    assert [to_dicts(alone[0])] * 2 == [to_dicts(alone[1]), to_dicts(batched)]  # type: ignore[arg-type]


def test_ids_depend_on_the_version_of_the_article() -> None:
    """Another version of the text, another id; another date alone changes none."""
    first, same = extraction(TEXT), next(iter(extract_all([article(TEXT, "2022-03-05")], READER)))
    other = extraction(TEXT + " It rained.")

    assert isinstance(same, Extraction)
    assert [c.id for c in first.claims] == [c.id for c in same.claims]
    assert not {c.id for c in first.claims} & {c.id for c in other.claims}


def test_what_the_invented_article_says() -> None:
    """Each figure has its claimant; the denial keeps the denied figure; the reservation is no source."""
    claims = extraction(TEXT).claims
    told = [(c.event, c.quantity.text, c.modality, [s.text for s in c.sources]) for c in claims[1:4]]

    assert [
        ("killed", "12", "asserted", ["The army"]),
        ("captured", "dozens", "asserted", ["The army"]),
        ("killed", "12", "denied", ["The rebels"]),
    ] == told
    assert ["not_verified"] == [caveat.kind for caveat in claims[3].caveats]


def test_refusals_keep_their_place() -> None:
    """What cannot be read stands between what can."""
    refusal = Refusal(origin="x", found="nothing", expected="text", advice="give some")
    found = list(extract_all([article(TEXT), refusal, article(TEXT)], READER))

    assert [Extraction, Refusal, Extraction] == [type(item) for item in found]


def test_capitals_are_parsed_in_lower_case() -> None:
    """The parser knows no capitals; every offset stays."""
    text = "FIVE SOLDIERS WERE KILLED IN THE NORTH."
    sentence = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0, part="body")

    assert "Five soldiers were killed in the north." == sentence_text(sentence)
    assert "UN and US" == sentence_text(replace(sentence, text="UN and US"))


def test_off_topic_articles_are_not_parsed() -> None:
    """In an article about something else nothing is parsed, unless it is known to be on topic."""
    quiet = article("The minister said that the weather was fine. " + "It was a quiet summer by the sea. " * 12)

    assert ((), (0,)) == (segment(quiet, READER).wanted, segment(quiet, READER, on_topic=True).wanted)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_any_text_gives_a_valid_extraction(pieces: list[str]) -> None:
    """Whatever stands in an article: no exception, spans at their place, the schema kept."""
    found = extraction("The war. " + " ".join(pieces))

    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(to_dicts(found))))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ukraine", "Russia"), ("Israel", "Iran"), ("Armenia", "Azerbaijan")],
)
def test_swapping_sides_swaps_claims_and_nothing_else(one: str, other: str) -> None:
    """No rule favours a side."""
    text = f"{one} said its troops had killed 40 soldiers of {other}. {other} denied that 40 soldiers were killed."
    swapped = text.replace(one, "#").replace(other, one).replace("#", other)

    def told(words: str, a: str, b: str) -> list[object]:
        names = {a: "A", b: "B"}
        return [
            (c.event, c.modality, names.get(c.target.side or "", c.target.side), c.actor and names.get(c.actor.name),
             [names.get(s.text, s.text) for s in c.sources])
            for c in extraction(words, "2025-06-20").claims
        ]  # fmt: skip

    assert told(text, one, other) == told(swapped, other, one)


def test_marks_of_notes_are_not_parsed() -> None:
    """ "died.[3]" is a word that no parser knows; the mark becomes blanks, so that offsets stay."""
    text = "Ten soldiers died.[3][b] The raid killed[12]30 more."
    sentence = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0, part="body")

    assert "Ten soldiers died.       The raid killed    30 more." == sentence_text(sentence)
