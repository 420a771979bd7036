"""A figure's fields in words for a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.figures import Figure
from counterclaim.web import figure_words
from tests.fixtures.figures import figure


@pytest.mark.parametrize(
    ("evidence", "told"), [("About 500 men fled.", "About 500"), ("Some 500 or so men fled.", "500 or so")]
)
def test_words_around_a_number_stand_as_in_the_text(evidence: str, told: str) -> None:
    """What qualifies a number stands before it or behind it, as the sentence has it."""
    qualifier = told.replace("500", "").strip()

    assert told == figure_words.number(_said(evidence, qualifier=qualifier, target="men"))


def test_qualifier_is_not_said_twice() -> None:
    """Where the words for whom begin with those that qualify the number, they are told once."""
    assert "men" == figure_words.whom(_said("500 or so men fled.", qualifier="or so", target="or so men"))


def test_reasons_stand_under_readable_names() -> None:
    """What is not known has a name that a reader understands, fields of one name once."""
    whys = {"target.side": "not said", "low": "no number", "high": "no number"}

    assert [("whose", "not said"), ("how many", "no number")] == list(figure_words.unknown(whys))


@pytest.mark.parametrize(
    ("category", "event", "told"), [("person", "killed", "people killed"), ("attack", "attacks", "attacks")]
)
def test_measure_is_said_of_many(category: str, event: str, told: str) -> None:
    """A measure is named as one would say it: "people killed", not "person killed"."""
    assert told == figure_words.measure(category, event)


def _said(evidence: str, *, qualifier: str, target: str) -> Figure:
    return replace(figure(), quantity="500", qualifier=qualifier, target=target, evidence=evidence, unit=None)
