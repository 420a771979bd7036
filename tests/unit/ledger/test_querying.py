"""Asking: by fields, by days, by words, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counterclaim import Ledger
from counterclaim.figures import Figure
from counterclaim.ledger.book import Filter, LedgerError
from counterclaim.ledger.paging import SORTS, Sort
from tests.fixtures.reports import NOW, Said, report

NORTH = Said(number="12", day="2031-05-07")
SOUTH = Said(
    who="The Southland army", org="Army (Southland)", side="Southland", whose="Northland", number="1,597",
    place="Bétà", country="BB", day=None,
)  # fmt: skip
WOMEN = Said(number="3", whom="journalists", category="journalist", also=("woman", "civilian"), day="2031-04-01")
REPORTS = (
    report(NORTH, WOMEN, key="https://one.example", published="2031-05-08T23:10+02:00"),
    report(SOUTH, key="https://two.example", outlet="Other News", published=None),
)


@pytest.fixture(scope="module")
def ledger(shared_ledger_url: str) -> Iterator[Ledger]:
    """A ledger with three claims and as many statements."""
    with Ledger(shared_ledger_url) as made:
        made.add_extractions(REPORTS, now=NOW)
        yield made


def numbers(found: Iterator[Figure] | tuple[Figure, ...]) -> list[str]:
    """The quantities of the claims among some figures."""
    return sorted(figure.quantity for figure in found if figure.quantity)


FILTERS: list[tuple[Filter, list[str]]] = [
    (Filter(), ["1,597", "12", "3"]),
    (Filter(kind=["statement"]), []),
    (Filter(claimant=["Army (Southland)"]), ["1,597"]),
    (Filter(claimant=["Army (Southland)", "Army (Northland)"]), ["1,597", "12", "3"]),
    (Filter(claimant_side=["Northland"], category=["combatant"]), ["12"]),
    (Filter(category=["woman"]), ["3"]),
    (Filter(category=["man"]), []),
    (Filter(country=["BB"]), ["1,597"]),
    (Filter(outlet=["Other News"]), ["1,597"]),
    (Filter(since="2031-05-01"), ["12"]),
    (Filter(until="2031-05-01"), ["3"]),
    (Filter(published_since="2031-05-08", published_until="2031-05-08"), ["12", "3"]),
    (Filter(published_until="2031-05-07"), []),
    (Filter(at_least=12), ["1,597", "12"]),
    (Filter(at_most=12), ["12", "3"]),
    (Filter(text="army killed"), ["1,597", "12", "3"]),
    (Filter(text="1,597"), ["1,597"]),
    (Filter(text="597"), ["1,597"]),
    (Filter(text='"soldiers were killed"'), ["1,597", "12"]),
    (Filter(text='"killed were soldiers"'), []),
    (Filter(text="BETA"), ["1,597"]),
    (Filter(text="bétà"), ["1,597"]),
    (Filter(text="?!"), []),
    (Filter(text="army OR 'NOT\" (*"), []),
    (Filter(key=["https://one.example"], text="journalists"), ["3"]),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS)
def test_filter_finds_what_fits(ledger: Ledger, wanted: Filter, expected: list[str]) -> None:
    """Each field by itself and together with others, the same on both databases."""
    assert expected == numbers(ledger.figures(wanted)) == numbers(ledger.claims(wanted).figures)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [True, False])
def test_pages_hold_every_figure_once_and_in_order(ledger: Ledger, sort: Sort, descending: bool) -> None:
    """Those without a value to sort by come last, whichever way the others are sorted."""
    found: list[Figure] = []
    after = None
    while True:
        page = ledger.claims(sort=sort, descending=descending, limit=1, after=after)
        found += page.figures
        if (after := page.next) is None:
            break

    assert 6 == len(found) == len({figure.claim for figure in found})
    if sort != "added":
        values = [getattr(figure, sort) for figure in found]
        known = [value for value in values if value is not None]
        assert sorted(known, reverse=descending) + [None] * (6 - len(known)) == values


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ({"after": "zzz"}, "no mark of a page"),
        ({"limit": 0}, "1 to 1000"),
        ({"sort": "colour"}, "one of added"),
    ],
)
def test_what_cannot_be_asked_is_told(ledger: Ledger, ask: dict[str, str], told: str) -> None:
    """A mark, a limit and an order that are none."""
    with pytest.raises(LedgerError, match=told):
        ledger.claims(**ask)  # type: ignore[arg-type]  # that is what is tested


def test_day_that_is_none_is_told(ledger: Ledger) -> None:
    """With the day and what was expected."""
    with pytest.raises(LedgerError, match="2031-13-01: no day"):
        ledger.claims(Filter(since="2031-13-01"))


def test_rows_carry_record_and_article(ledger: Ledger) -> None:
    """What leaves the ledger has with it what it was made from."""
    rows = list(ledger.rows(Filter(kind=["claim"])))

    assert [(c, e.article) for e in REPORTS for c in e.claims] == [(row.claim, row.article) for row in rows]
    assert all(row.figure.claim == row.record.id for row in rows)
