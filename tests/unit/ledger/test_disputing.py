"""The claims that can dispute one: of its article, and of its event, category and day."""

from __future__ import annotations

from counterclaim import Ledger
from counterclaim.ledger.book import Filter
from tests.fixtures.reports import NOW, Said, report

FIRST = report(Said(number="12"), Said(number="3", whom="tanks", event="destroyed", category="tank"))
SAME_DAY = report(Said(number="40"), key="https://two.example")
OTHERS = (
    report(Said(number="41", day="2031-05-01"), key="https://three.example"),
    report(Said(number="42", event="injured"), key="https://four.example"),
    report(Said(number="43", category="civilian"), key="https://five.example"),
)


def test_claims_of_its_article_and_of_its_event_and_day(ledger_url: str) -> None:
    """None of another day, event or category, and none that a person has rejected."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FIRST, SAME_DAY, *OTHERS], now=NOW)
        [figure] = ledger.figures(Filter(claim=[FIRST.claims[0].id]))
        near = [{one.quantity for one in ledger.near(figure, most=50) if one.quantity}]
        ledger.judge("reject", SAME_DAY.claims[0].id, person="ann", now=NOW)
        near.append({one.quantity for one in ledger.near(figure, most=50) if one.quantity})

    assert [{"12", "3", "40"}, {"12", "3"}] == near
