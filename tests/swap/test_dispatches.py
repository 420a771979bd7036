"""One dispatch, every war between states in the table, both ways round: the claims differ in the names alone."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from counterclaim.reading import read_text
from counterclaim.records import Article
from counterclaim.rules import Row, load_rules

DISPATCHES = (
    "{One}'s Defence Ministry said on Monday that its forces had destroyed 12 {other} tanks and shot down two drones.",
    "At least eight civilians were killed by {one} shelling in {Other}, officials said. Another 14 were injured.",
    "{Other} said that 40 {one} soldiers had been killed and six captured in the fighting with {One}.",
    '"The enemy lost 300 soldiers," a spokesman for the army of {One} said of the war with {Other}.',
    "{One} denied reports that 90 of its soldiers had died in {Other}.",
    "Troops of {One} took three villages from the {other} army. {Other} confirmed that it had lost two ships.",
)


def sides() -> dict[str, Row]:
    return {row["side"]: row for row in load_rules("en").table("sides")}


def pairs() -> list[tuple[str, str]]:
    """The leading states of each war between states, where both have an adjective."""
    rows, known = load_rules("en").table("conflicts"), sides()
    leaders = [
        [c.split(",")[0].strip() for c in row["camps"].split("|")] for row in rows if row["sort"] == "interstate"
    ]
    return [(one, other) for one, other, *_ in leaders if {known[one]["kind"], known[other]["kind"]} == {"state"}]


def dispatch(template: str, one: str, other: str) -> str:
    def adjective(side: str) -> str:
        return sides()[side]["adjectives"].split("|")[0]

    return template.format(One=one, Other=other, one=adjective(one), other=adjective(other))


def outline(found: Extraction, renamed: dict[str, str]) -> list[Any]:
    """What is claimed, without places in the text; sides under their new names."""

    def side(name: str | None) -> str | None:
        return renamed.get(name, name) if name else name

    return [
        (
            claim.event,
            (claim.quantity.low, claim.quantity.high, claim.quantity.form),
            (claim.target.category, claim.target.also, side(claim.target.side)),
            side(claim.actor.name) if claim.actor else None,
            [(side(source.side), source.act) for source in claim.sources],
            (claim.modality, claim.period.basis),
        )
        for claim in found.claims
    ]


def test_there_are_pairs() -> None:
    """The table has wars between states to try."""
    assert len(pairs()) > 10


@pytest.mark.parametrize("template", DISPATCHES)
def test_exchanged_sides_exchange_the_claims(template: str) -> None:
    """What one side is claimed to have done, the other is claimed to have done when the names are exchanged."""
    reader = pipeline.Reader(load_rules("en"))
    both = [(one, other) for pair in pairs() for one, other in (pair, pair[::-1])]
    articles = [read_text(dispatch(template, one, other)) for one, other in both]
    found = list(pipeline.extract_all([item for item in articles if isinstance(item, Article)], reader))
    outlines = [
        outline(item, {one: "one", other: "other"})
        for item, (one, other) in zip(found, both, strict=True)
        if isinstance(item, Extraction)
    ]

    assert outlines[::2] == outlines[1::2]
