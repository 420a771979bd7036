"""Copies and groups: found as articles are added, whatever came first."""

from __future__ import annotations

import pytest

from counterclaim import Ledger
from counterclaim.extraction import Extraction
from counterclaim.ledger.book import Filter
from tests.fixtures.reports import NOW, Said, report

LONG = (
    "Residents of the northern districts spent the night in cellars while engineers of the water board tried to bring "
    "two pumping stations back to work before the morning, and the mayor asked drivers to leave the bridge to the "
    "ambulances that were taking people from the harbour to the hospitals of Gamma and Delta on the other bank."
)
OTHER = (
    "Farmers along the canal say that the harvest will be late this year because seed arrived after the first rains, "
    "and that the price of diesel has doubled since the autumn fair, which the ministry puts down to the closed road."
)


def wire(name: str, published: str, *, number: str = "12", text: str = LONG) -> Extraction:
    """A report of one claim among many words, as one outlet has it."""
    return report(
        Said(number=number), key=f"https://{name}.example/1", outlet=name, published=published, note=text
    )  # fmt: skip


ORIGIN, REPRINT = wire("agency", "2031-05-08T06:00Z"), wire("gazette", "2031-05-08T09:00Z")
THIRD = wire("herald", "2031-05-09")
UNLIKE = wire("village", "2031-05-08T07:00Z", text=OTHER)


def origins(ledger: Ledger) -> dict[str | None, str | None]:
    """For each outlet the outlet that its article is a copy of."""
    found = list(ledger.figures())
    outlets = {figure.article: figure.outlet for figure in found}
    return {figure.outlet: outlets.get(figure.origin or "") for figure in found}


@pytest.mark.parametrize(
    "order",
    [[ORIGIN, REPRINT, THIRD, UNLIKE], [THIRD, UNLIKE, REPRINT, ORIGIN], [REPRINT, ORIGIN, UNLIKE, THIRD]],
    ids=["as published", "backwards", "mixed"],
)
@pytest.mark.parametrize("together", [1, 9])
def test_reprints_have_one_origin(ledger_url: str, order: list[Extraction], together: int) -> None:
    """The one published first, in whichever order they were added."""
    expected = {"agency": None, "gazette": "agency", "herald": "agency", "village": None}
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(order, now=NOW, together=together)
        added = origins(ledger)
        ledger.rebuild()

        assert (expected, expected) == (added, origins(ledger))


def test_copies_can_be_left_out(ledger_url: str) -> None:
    """What only repeats is no further voice."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([ORIGIN, REPRINT, UNLIKE], now=NOW)
        shown = {figure.outlet for figure in ledger.figures(Filter(copies=False))}

        assert {"agency", "village"} == shown


def test_version_of_an_article_is_no_copy_of_another(ledger_url: str) -> None:
    """It shares most of its words with it, and its address."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([ORIGIN], now=NOW)
        ledger.add_extractions([wire("agency", "2031-05-08T06:00Z", number="21")], now=NOW)

        assert {None} == {figure.origin for figure in ledger.figures(Filter(replaced=True))}


@pytest.mark.parametrize("together", [1, 9])
def test_claims_that_say_the_same_are_one_group(ledger_url: str, together: int) -> None:
    """In several articles; another number is another group."""
    found = [ORIGIN, UNLIKE, wire("herald", "2031-05-09", number="500", text="")]
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions(found, now=NOW, together=together)
        rows = list(ledger.rows(Filter(kind=["claim"])))
        groups = [row.group for row in rows]

        assert [rows[0].figure.claim, rows[0].figure.claim, rows[2].figure.claim] == groups
        assert 2 == len(ledger.claims(Filter(same=[groups[0]])).figures)
