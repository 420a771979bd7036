"""Who is named by some words."""

from __future__ import annotations

import pytest

from counterclaim.compare.claimants import Match, Registry, in_term, merges
from counterclaim.names import load_names
from counterclaim.rules import load_rules

RULES = load_rules("en")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Russia's Defense Ministry", "Ministry of Defence (Russia)"),
        ("Ukraine's Defence Ministry", "Ministry of Defence (Ukraine)"),
        ("General Staff of the Armed Forces of Ukraine", "General Staff (Ukraine)"),
        ("the Pentagon", "Department of Defense (United States)"),
    ],
)
def test_known_spelling(words: str, name: str) -> None:
    """Every spelling of a body gives its registered name, for sure."""
    found = Registry(RULES).match(words)

    assert (name, 1.0) == (found.name, found.score)


def test_speaker_stands_for_the_body() -> None:
    """A public speaker is matched to the body, and the reason says so."""
    found = Registry(RULES).match("Ahmed al-Mismari")

    assert ("Libyan National Army", "Ahmed al-Mismari speaks for it") == (found.name, found.reason)


def test_speaker_out_of_term_stands_for_nobody() -> None:
    """Who spoke for a body until 2014 does not speak for it in 2020."""
    registry = Registry(RULES)
    person = next(p for p in load_names(RULES).people.values() if p.organisation and p.last and len(p.last) == 4)
    inside, outside = f"{person.last}-06-01", f"{int(person.last or 0) + 1}-06-01"

    assert (person.organisation, 0.95) == _named(registry.match(person.name, day=inside))
    assert (person.name, 0.5) == _named(registry.match(person.name, day=outside))


def _named(found: Match) -> tuple[str, float]:
    return found.name, found.score


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2014-12-31", True), ("2015-01-01", False), ("2009-12-31", False), ("2010-03-01", True), ("2010-02-28", False)],
)
def test_terms_of_years_and_months(day: str, inside: bool) -> None:
    """Both ends belong to a term, whether years or months."""
    assert inside == in_term(day, "2010-03", "2014")


def test_misspelt_name_is_less_sure() -> None:
    """A spelling that is nearly a known one is matched with a lower score."""
    found = Registry(RULES).match("Rosgvardija")

    assert "Rosgvardia (Russia)" == found.name
    assert 0 < found.score < 0.9


def test_unknown_words_stay_as_they_are() -> None:
    """Who is in no table keeps the words of the text, with score 0."""
    found = Registry(RULES).match("the baker Marta Quill")

    assert ("the baker Marta Quill", 0.0, "in no table of names") == (found.name, found.score, found.reason)


def test_merge_and_its_undoing() -> None:
    """A merge leads to the name that is kept, through further merges; without it the first name is back."""
    pairs = [("Quill Monitor", "Marta Quill"), ("Valley Monitor", "Quill Monitor")]

    assert "Valley Monitor" == Registry(RULES, merges(pairs)).match("Marta Quill").name
    assert "Quill Monitor" == Registry(RULES, merges(pairs[:1])).match("Marta Quill").name
    assert "Marta Quill" == Registry(RULES).match("Marta Quill").name


def test_registry_has_speakers_with_terms() -> None:
    """A body has its spellings, its side and its public speakers with their terms."""
    known = {claimant.name: claimant for claimant in Registry(RULES).claimants()}
    army = known["Armed Forces (Sudan)"]

    assert ("Sudan", "2018") == (army.side, {s.name: s.first for s in army.speakers}["Abdel Fattah al-Burhan"])
    assert "Pentagon" in known["Department of Defense (United States)"].aliases
