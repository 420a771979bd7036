"""What statements without a figure say happened: to whom, and where."""

from __future__ import annotations

import pytest

from counterclaim.pipeline import extract_text
from counterclaim.records import Statement


def statement(text: str) -> Statement:
    """The only statement of a text."""
    [found] = extract_text(text).statements
    return found


TOLD = [
    (
        "The ministry said that Ukrainian soldiers were captured near Bakhmut.",
        "captured",
        "combatant",
        "Ukrainian soldiers",
    ),
    ("The lawyer said that guards tortured prisoners in Sednaya.", "mistreated", "prisoner", "prisoners"),
    ("The mayor said that the hospital was evacuated.", "evacuated", "hospital", "hospital"),
    ("The army confirmed that its forces suffered casualties.", "casualties", "combatant", "its forces"),
]


@pytest.mark.parametrize(("text", "event", "category", "words"), TOLD, ids=[row[0] for row in TOLD])
def test_whom_it_befell(text: str, event: str, category: str, words: str) -> None:
    """The target is the noun that the grammar gives the event, with its category."""
    found = statement(text)
    target = found.target

    assert (event, category, words) == (found.event, target and target.category, target and target.text)


@pytest.mark.parametrize(
    "text",
    [
        "At a briefing the spokesman admitted that there were dead and wounded.",
        "The envoy said that a ceasefire would begin at noon.",
        "The radio said that the commander's car was sold.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    """No target where the text names none."""
    assert statement(text).target is None


def test_sides_and_places_are_asked_as_for_claims() -> None:
    """Whose they were and where it was come from the same rules."""
    found = statement("The Ukrainian general staff said that Russian soldiers were captured near Bakhmut.")

    assert ("Russia", "Bakhmut") == (found.target and found.target.side, found.place and found.place.text)


def test_statement_with_figures_has_what_they_share() -> None:
    """Event, target and place of the only figure are the statement's own."""
    extraction = extract_text("The army said 12 soldiers were killed in Aleppo.")
    [claim], [found] = extraction.claims, extraction.statements

    assert (claim.event, claim.target, claim.place) == (found.event, found.target, found.place)


def test_figures_that_differ_leave_it_open() -> None:
    """Of two targets neither is the statement's."""
    [found] = extract_text("The army said 12 soldiers and three nurses were killed in Aleppo.").statements

    assert ("killed", None) == (found.event, found.target)
