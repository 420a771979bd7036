"""The two example articles, end to end: every claim and what else is said, as the format and its codebook want them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all, read
from counterclaim.records import Claim
from counterclaim.rules import load_rules

EXAMPLES = Path(__file__).parents[2] / "examples"
SABAH, SPUTNIK = EXAMPLES / "000_4259177959549b60.txt", EXAMPLES / "004_eaa9c714bd9e9a4a.txt"
MINISTRY = "Ministry of Defence (Russia)"
KONASHENKOV = ("Igor Konashenkov", MINISTRY)

# event, words, low, high, form, category, side, actor
SABAH_CLAIMS = [
    ("hit", "1,067", 1067, 1067, "exact", "military_facility", "Ukraine", "Russia"),
    ("hit", "27", 27, 27, "exact", "military_facility", "Ukraine", "Russia"),
    ("hit", "38", 38, 38, "exact", "air_defence", "Ukraine", "Russia"),
    ("hit", "56", 56, 56, "exact", "radar", "Ukraine", "Russia"),
    ("destroyed", "seven", 7, 7, "exact", "air_defence", "Ukraine", "Russia"),
    ("destroyed", "one", 1, 1, "exact", "air_defence", "Ukraine", "Russia"),
    ("destroyed", "254", 254, 254, "exact", "armoured_vehicle", "Ukraine", "Russia"),
    ("destroyed", "31", 31, 31, "exact", "aircraft", "Ukraine", "Russia"),
    ("destroyed", "46", 46, 46, "exact", "mlrs", "Ukraine", "Russia"),
    ("destroyed", "103", 103, 103, "exact", "artillery", "Ukraine", "Russia"),
    ("destroyed", "164", 164, 164, "exact", "vehicle", "Ukraine", "Russia"),
]
SPUTNIK_CLAIMS = [
    ("killed", "498", 498, 498, "exact", "combatant", "Russia", None),
    ("injured", "1,597", 1597, 1597, "exact", "combatant", "Russia", None),
    ("killed", "498", 498, 498, "exact", "combatant", "Russia", None),
    ("injured", "1,597", 1597, 1597, "exact", "combatant", "Russia", None),
    ("casualties", "countless", None, None, "vague", "combatant", "Russia", None),
    ("killed", "2,870", 2870, 2870, "approx", "combatant", "Ukraine", None),
    ("injured", "3,700", 3700, 3700, "approx", "combatant", "Ukraine", None),
    ("gained", "Krasny Liman", 1, 1, "exact", "settlement", None, "Russia"),
    ("gained", "Torskoye", 1, 1, "exact", "settlement", None, "Russia"),
    ("gained", "Kremnenaya", 1, 1, "exact", "settlement", None, "Russia"),
    ("gained", "Varvarovka", 1, 1, "exact", "settlement", None, "Russia"),
    ("gained", "Borovenki", 1, 1, "exact", "settlement", None, "Russia"),
]
# act, event, name or body of the last source, the first words of what is said
SABAH_STATEMENTS = [
    ("confirmed", "casualties", MINISTRY, "reports that its military forces suffered casualties"),
    ("conceded", "casualties", "Igor Konashenkov", "there were dead and wounded, and some of them were captured"),
    ("stated", "mistreated", "Igor Konashenkov", "the Ukrainian forces tortured a few captured"),
    ("warned", "threatened", "Igor Konashenkov", "All of you will be found"),
    ("stated", None, "Igor Konashenkov", "Ukrainian captives were being treated respectfully"),
    ("claimed", None, "Vladimir Putin", "Moscow had no plan to occupy its neighbor"),
]
SPUTNIK_STATEMENTS = [
    ("denied", "casualties", MINISTRY, "reports of \"countless\" losses"),
    ("denied", None, "Igor Konashenkov", "reports that Russia had used conscripts and cadets"),
    ("stated", "used_as_shield", "Igor Konashenkov", "the nationalist battalions are preparing"),
    ("stated", None, MINISTRY, "a humanitarian corridor has been created"),
    ("stated", "encircled", "Igor Konashenkov", "the forces of the Donetsk People's Republic (DPR) have circled"),
    ("stated", None, "Igor Konashenkov", "the Russian military are carrying out an operation to defuse the threat"),
    ("claimed", None, "Volodymyr Zelenskyy", "those guarantees were violated"),
    ("stated", None, "Vladimir Putin", "it would not take Ukraine much time"),
    ("warned", "threatened", "Vladimir Putin", "Russia sees this potential as an existential risk"),
]  # fmt: skip


@cache
def extraction(path: Path) -> Extraction:
    [found] = read([path])
    assert isinstance(found, Extraction)
    return found


def content(claim: Claim) -> tuple[object, ...]:
    q, t = claim.quantity, claim.target
    return (
        claim.event, q.text, q.low, q.high, q.form, t.category, t.side, claim.actor.name if claim.actor else None,
    )  # fmt: skip


def said_by(claim: Claim) -> list[tuple[str | None, str | None]]:
    return [(source.name, source.org) for source in claim.sources]


def days(claim: Claim) -> tuple[str, str | None, str | None]:
    return claim.period.basis, claim.period.start, claim.period.end


def by_words(path: Path, *words: str) -> list[Claim]:
    return [claim for claim in extraction(path).claims if claim.quantity.text in words]


@pytest.mark.parametrize(("path", "expected"), [(SABAH, SABAH_CLAIMS), (SPUTNIK, SPUTNIK_CLAIMS)])
def test_every_claim_and_no_other(path: Path, expected: list[tuple[object, ...]]) -> None:
    """What happened to how many of whose what, and who did it: all of it, in order, nothing else."""
    assert expected == [content(claim) for claim in extraction(path).claims]


def test_first_example_has_one_claimant() -> None:
    """ "Konashenkov" and "he" are the spokesman with his ministry: one source."""
    assert [[KONASHENKOV]] * 11 == [said_by(claim) for claim in extraction(SABAH).claims]


def test_pronoun_stands_for_the_spokesman() -> None:
    """The source's own words are kept beside those that they stand for."""
    [source] = by_words(SABAH, "254")[0].sources

    assert source.stands_for is not None
    assert ("he", "said", "stated") == (source.text, source.cue and source.cue.text, source.act)
    assert source.stands_for.text.endswith("Konashenkov")


def test_second_example_has_the_ministry_and_its_spokesman() -> None:
    """ "MoD" and "the ministry" are the ministry; "the spokesman" is Konashenkov, for the ministry."""
    claims = extraction(SPUTNIK).claims

    assert [MINISTRY] * 12 == [claim.sources[-1].org for claim in claims]
    assert [1] * 12 == [len(claim.sources) for claim in claims]
    assert [KONASHENKOV] * 2 == [said_by(claim)[0] for claim in by_words(SPUTNIK, "2,870", "3,700")]


def test_totals_count_from_the_operations_beginning() -> None:
    """ "Since the beginning ... on Thursday" and "begun on 24 February" date the totals; today's are today's."""
    today = ("period", "2022-02-27", "2022-02-27")
    total = ("cumulative", "2022-02-24", "2022-02-27")

    assert [total] * 4 + [today] * 2 + [total] * 5 == [days(claim) for claim in extraction(SABAH).claims]
    assert {("cumulative", "2022-02-24", "2022-03-02")} == {days(claim) for claim in extraction(SPUTNIK).claims}


def test_parts_point_at_their_whole() -> None:
    """ "Including 27 control points" are among the 1,067 targets; "including one S-300" is among the seven."""
    claims = extraction(SABAH).claims
    whole = {claim.id: claim.quantity.text for claim in claims}

    assert [None, "1,067", "1,067", "1,067", None, "seven", *[None] * 5] == [whole.get(c.part_of or "") for c in claims]


def test_lead_and_headline_are_repeated_in_the_body() -> None:
    """The body's 498 restates the headline's, its 1,597 the lead's."""
    claims = extraction(SPUTNIK).claims

    assert [None, None, claims[0].id, claims[1].id] == [claim.restates for claim in claims[:4]]


def test_denial_keeps_the_denied_value() -> None:
    """ "Reports of countless losses are fake" is a denial of what reports say."""
    [claim] = by_words(SPUTNIK, "countless")

    assert claim.answers is not None
    assert ("denied", "denies") == (claim.modality, claim.answers.relation)
    assert claim.answers.whose is not None
    assert claim.answers.whose.text == "reports"


@pytest.mark.parametrize(
    ("name", "geonames", "now"),
    [("Krasny Liman", 704204, "Lyman"), ("Torskoye", 691358, "Torske"), ("Kremnenaya", 704138, "Kreminna")],
)
def test_places_taken_are_found_under_their_present_names(name: str, geonames: int, now: str) -> None:
    """The gazetteer's place stands beside the article's own spelling."""
    [claim] = by_words(SPUTNIK, name)

    assert claim.place is not None
    assert (name, geonames, now) == (claim.place.text, claim.place.geonames, claim.place.name)


@pytest.mark.parametrize("name", ["Varvarovka", "Borovenki"])
def test_wrong_place_is_worse_than_none(name: str) -> None:
    """No namesake near the places named with them: unresolved, with candidates and the reason."""
    [claim] = by_words(SPUTNIK, name)

    assert claim.place is not None
    assert (name, None) == (claim.place.text, claim.place.geonames)
    assert claim.place.candidates
    assert claim.unknown["place"]


def test_place_of_one_is_not_the_place_of_all() -> None:
    """Only the one S-300 was near Kramatorsk; the totals told after it were anywhere."""
    near = [claim.place.text if claim.place else None for claim in extraction(SABAH).claims]

    assert [*[None] * 5, "Kramatorsk", *[None] * 5] == near
    assert [704508] == [claim.place.geonames for claim in by_words(SABAH, "one") if claim.place]


@pytest.mark.parametrize(("path", "expected"), [(SABAH, SABAH_STATEMENTS), (SPUTNIK, SPUTNIK_STATEMENTS)])
def test_what_is_said_without_a_figure(path: Path, expected: list[tuple[str, str | None, str, str]]) -> None:
    """Concessions, allegations, threats and denials are statements of whoever made them; none becomes a quantity."""
    statements = extraction(path).statements
    for act, event, name, words in expected:
        [found] = [s for s in statements if s.content.text.lstrip('"').startswith(words)]
        assert act == found.act
        assert name in (found.sources[-1].name, found.sources[-1].org)
        assert event in (None, found.event)


def test_first_example_without_its_sidecar(tmp_path: Path) -> None:
    """The caption's day then serves for "Thursday" and "today"; every period that rests on it says so."""
    bare = extraction(Path(shutil.copy(SABAH, tmp_path)))

    assert SABAH_CLAIMS == [content(claim) for claim in bare.claims]
    assert [days(claim) for claim in extraction(SABAH).claims] == [days(claim) for claim in bare.claims]
    assert ["counted from the date of a caption"] * 11 == [claim.period.why for claim in bare.claims]


def test_first_example_without_any_date() -> None:
    """Where no day is given at all, dates stay null, with a reason."""
    article = replace(extraction(SABAH).article, published=None, reference_date=None)
    [found] = extract_all([article], Reader(load_rules("en")))

    assert isinstance(found, Extraction)
    assert SABAH_CLAIMS == [content(claim) for claim in found.claims]
    assert [(None, None)] * 11 == [(claim.period.start, claim.period.end) for claim in found.claims]
    assert all(claim.unknown["period.start"] and claim.unknown["period.end"] for claim in found.claims)
