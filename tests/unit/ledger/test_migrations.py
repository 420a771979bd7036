"""Ledgers of older versions: brought up to date when they are opened."""

from __future__ import annotations

from sqlalchemy import inspect, text

from counterclaim import Ledger
from counterclaim.ledger.book import Added, Filter
from counterclaim.ledger.migrations import NEWEST
from counterclaim.ledger.opening import find_place, open_engine, writing
from counterclaim.ledger.paging import SORTS
from counterclaim.ledger.tables import figures
from tests.fixtures.reports import NOW, Said, report

# What the steps after the second one made, taken back; the figures' indexes are then those of no drawer.
BACK = (
    "DROP TRIGGER {refusal} ", "DELETE FROM migrations WHERE number > 2", "DROP TABLE drawers", "DROP TABLE sightings",
    "DROP INDEX figures_by_claimant",
)  # fmt: skip


def test_ledger_without_drawers_gets_them(ledger_url: str) -> None:
    """Its figures are made anew, and what was kept stays as it was."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="12")), report(Said(number="21"))], now=NOW)
        before = list(ledger.figures(Filter(replaced=True)))
    _take_back(ledger_url, *BACK)

    with Ledger(ledger_url) as ledger:
        assert before == list(ledger.figures(Filter(replaced=True)))
        assert 2 == len(list(ledger.figures(Filter(claimant=["Army (Northland)"]))))
        assert Added(known=1, again=1) == ledger.add_extractions([report(Said(number="12"))], now=NOW)
        assert None is ledger.verify().problem


def test_blocks_are_numbered_anew(ledger_url: str) -> None:
    """A ledger whose blocks had other numbers finds what says the same after the step, by the index that it makes."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="12"))], now=NOW)
        [first] = ledger.figures(Filter(kind=["claim"]))
    _take_back(
        ledger_url, "DROP TRIGGER {refusal} ", "DELETE FROM migrations WHERE number > 4", "DROP INDEX figures_near",
        "UPDATE figures SET block = 1", "CREATE INDEX figures_by_block ON figures (block)",
    )  # fmt: skip

    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="12"), key="https://other.example/1")], now=NOW)
        assert 2 == len(ledger.claims(Filter(same=[first.claim])).figures)


def test_indexes_are_made_as_they_should_be(ledger_url: str) -> None:
    """An index that holds fewer columns than it should is made anew, others stay, and the ledger says the same."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="12")), report(Said(number="21"))], now=NOW)
        before = [ledger.claims(Filter(country=["AA"]), sort=sort).figures for sort in SORTS]
    _take_back(
        ledger_url, "DROP TRIGGER {refusal} ", "DELETE FROM migrations WHERE number > 5",
        "DROP INDEX figures_by_country",
        "CREATE INDEX figures_by_country ON figures (drawer, country)",
    )  # fmt: skip

    with Ledger(ledger_url) as ledger:
        assert before == [ledger.claims(Filter(country=["AA"]), sort=sort).figures for sort in SORTS]
    engine = open_engine(find_place(ledger_url))
    found = {index["name"]: index["column_names"] for index in inspect(engine).get_indexes("figures")}
    engine.dispose()
    assert {index.name: list(index.columns.keys()) for index in figures.indexes}.items() <= found.items()


def test_claimants_lose_the_capital_of_a_sentence(ledger_url: str) -> None:
    """Figures whose claimant was spelled otherwise are made anew: the ledger verifies, and finds them."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="12"))], now=NOW)
        before = list(ledger.figures(Filter()))
    _take_back(
        ledger_url, "DROP TRIGGER {refusal} ", "DELETE FROM migrations WHERE number > 7",
        "UPDATE figures SET claimant = 'Activists', speaker = 'Activists'",
    )  # fmt: skip

    with Ledger(ledger_url) as ledger:
        assert before == list(ledger.figures(Filter()))
        assert None is ledger.verify().problem


def _take_back(where: str, *statements: str) -> None:
    """Do to a ledger what undoes later steps; `refusal` in a statement is what keeps steps from being forgotten."""
    refusal = "migrations_keep ON migrations" if "://" in where else "migrations_keep_delete"
    engine = open_engine(find_place(where))
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement.format(refusal=refusal)))
    engine.dispose()


def test_each_step_is_told_before_it_begins(ledger_url: str) -> None:
    """Who opens an older ledger sees what takes long; a new one is told nothing of."""
    told: list[str] = []
    Ledger(ledger_url, tell=told.append).close()
    assert [] == told
    _take_back(ledger_url, "DROP TRIGGER {refusal} ", "DELETE FROM migrations WHERE number > 4")

    Ledger(ledger_url, tell=told.append).close()

    steps = [f"step {number} of {NEWEST}" for number in range(5, NEWEST + 1)]
    assert steps == [line.rpartition(", ")[2] for line in told]
