"""Why an article was read as it was."""

from __future__ import annotations

from counterclaim.explaining import explain, fired
from counterclaim.pipeline import Reader
from counterclaim.reading import Given, read_text
from counterclaim.records import Article
from counterclaim.rules import load_rules

READER = Reader(load_rules("en"))


def article(text: str) -> Article:
    found = read_text(text, given=Given(published="2022-03-02", language="en"))
    assert isinstance(found, Article)
    return found


def test_fired_names_rules_of_every_stage() -> None:
    """Quantities, numbers that count nothing, events, reports, sides, dates and reservations."""
    text = "The army said on Monday that at least 12 of its soldiers, aged 20, were killed. It could not be verified."
    [ids] = fired([article(text)], READER)

    assert {"bound.at_least", "not_count.age", "event.kill", "reporting.say", "date.weekday"} <= ids
    assert "caveat.not_verified" in ids


def test_explanation_tells_why() -> None:
    """Each sentence with its parse, or why it was left aside."""
    explained = explain(article("The sky was blue. The army said 12 rebels were killed at the age of 20."))
    left, told = explained.sentences

    assert (False, True) == (left.parsed, bool(left.why_not_parsed))
    assert ["killed"] == [claim.event for claim in told.claims]
    assert "event.kill" in told.rules
