"""What pages for comparing and judging ask of a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from counterclaim import Ledger
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.waiting import ORDERS
from counterclaim.review.queue import queue
from tests.fixtures.reports import NOW, Said, report

SAID = (
    Said(number="12"), Said(number="400", place="Beta"), Said(number="3", day=None, place="Gamma"),
    Said(number="40", whose=None, place="Delta"), Said(number="40", day=None, whose=None, place="Epsilon"),
)  # fmt: skip


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """An empty ledger of either kind."""
    with Ledger(ledger_url) as opened:
        yield opened


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_database_orders_as_the_queue_does(ledger: Ledger, order: str) -> None:
    """By doubt, importance and arrival: the same claims in the same order as from the figures themselves."""
    ledger.add_extractions([report(*SAID)], now=NOW)

    assert tuple(figure.claim for figure in queue(ledger.figures(), order)) == ledger.waiting(order=order)


def test_judged_claims_wait_no_more(ledger: Ledger) -> None:
    """They come again only where judged ones are asked for, as in a blind round."""
    ledger.add_extractions([report(*SAID)], now=NOW)
    first = ledger.waiting()[0]
    ledger.judge("accept", first, person="ana", now=NOW)

    assert first not in ledger.waiting()
    assert first in ledger.waiting(judged=True)


def test_unknown_order_is_refused(ledger: Ledger) -> None:
    """An order that is none is told with those there are."""
    with pytest.raises(MisuseError, match="expected one of doubt, importance, arrival"):
        ledger.waiting(order="mood")


def test_extracted_figure_knows_no_correction(ledger: Ledger) -> None:
    """What coders of a blind round are shown."""
    ledger.add_extractions([report(SAID[0])], now=NOW)
    claim = ledger.waiting()[0]
    ledger.judge("correct", claim, person="ana", now=NOW, changes={"side": "Eastland"})

    assert ("Southland", "unreviewed") == (
        ledger.extracted([claim])[claim].side,
        ledger.extracted([claim])[claim].status,
    )


def test_rounds_are_counted(ledger: Ledger) -> None:
    """Each round with its judgements and coders."""
    ledger.add_extractions([report(SAID[0])], now=NOW)
    claim = ledger.waiting()[0]
    for person in ("ana", "bea"):
        ledger.judge("accept", claim, person=person, now=NOW, round="one")

    assert [("one", 2, 2)] == [(one.name, one.judgements, one.coders) for one in ledger.rounds()]
    assert ["ana", "bea"] == [judgement.person for judgement in ledger.coding("one")]


def test_measures_by_claimants(ledger: Ledger) -> None:
    """What two speak of stands before what one says often."""
    other = Said(who="The Southland army", org="Army (Southland)", side="Southland")
    ships = Said(number="2", whom="ships", category="ship", event="destroyed")
    found = [report(SAID[0], ships, Said(number="5", whom="ships", category="ship", event="destroyed")),
             report(other, key="https://two.example")]  # fmt: skip
    ledger.add_extractions(found, now=NOW)

    assert [("killed", 2, 2), ("destroyed", 1, 2)] == [(m.event, m.claimants, m.claims) for m in ledger.measures()]


def test_names_with_words(ledger: Ledger) -> None:
    """Names are found by any part of them."""
    ledger.add_extractions([report(SAID[0])], now=NOW)

    assert ["Army (Northland)"] == [one.claimant for one in ledger.named("NORTH")]
    assert () == ledger.named("%")


def test_persons_are_those_who_speak_for_themselves(ledger: Ledger) -> None:
    """A speaker under whose own name a claim stands is a person; a body is none, nor is who claims nothing."""
    own = report(SAID[0])
    [claim] = own.claims
    [source] = claim.sources
    alone = replace(claim, sources=(replace(source, org=None, name="Ana Example"),))
    ledger.add_extractions([replace(own, claims=(alone,)), report(SAID[1], key="https://two.example")], now=NOW)

    assert {"Ana Example"} == ledger.persons(["Ana Example", "Army (Northland)", "Nobody"])


def test_latest_claims_come_first(ledger: Ledger) -> None:
    """By the days they cover, those without a day last; whether there are more is told."""
    days = ("2031-05-06", None, "2031-05-07", "2031-05-05")
    ledger.add_extractions([report(*(Said(number=str(10 + at), day=day) for at, day in enumerate(days)))], now=NOW)
    three, more = ledger.latest(most=3)
    every, none_left = ledger.latest(most=4)

    assert (["12", "10", "13"], True) == ([figure.quantity for figure in three], more)
    assert ("11", False) == (every[-1].quantity, none_left)


def test_rejected_claims_and_statements_are_not_among_the_latest(ledger: Ledger) -> None:
    """However many of them come first, the others are found."""
    ledger.add_extractions([report(*(Said(number=str(10 + at)) for at in range(4)))], now=NOW)
    for figure in ledger.latest(most=4)[0][:3]:
        ledger.judge("reject", figure.claim, person="ana", now=NOW)
    found, more = ledger.latest(most=1)

    assert (["claim"], ["unreviewed"], False) == ([f.kind for f in found], [f.status for f in found], more)
