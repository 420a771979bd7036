"""Keeping: whole or not at all, nothing twice, never changed."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from counterclaim import Ledger
from counterclaim.intake import Intake
from counterclaim.ledger.book import Added, LedgerError
from counterclaim.ledger.opening import find_place, open_engine, writing
from tests.fixtures.extractions import FULL
from tests.fixtures.reports import MADE_BY, NOW, Said, report

REPORT = report(Said(), Said(number="3", whom="tanks", event="destroyed", category="tank"))


def test_what_was_added_comes_back_as_it_was(ledger_url: str) -> None:
    """An extraction with every kind of field is the same after it was kept."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FULL], now=NOW)

        found = ledger.extraction(FULL.article.id)

        assert found is not None
        assert FULL.to_dicts() == found.to_dicts()


def test_same_extraction_twice_adds_nothing(ledger_url: str) -> None:
    """The second time it is known, in the same batch as well as later."""
    with Ledger(ledger_url) as ledger:
        first = ledger.add_extractions([REPORT, REPORT], now=NOW)
        second = ledger.add_extractions([REPORT], now=NOW)

        assert (Added(versions=1, extractions=1, claims=2, statements=2, known=1), Added(known=1)) == (first, second)
        assert 4 == len(list(ledger.figures()))


def test_other_rules_add_an_extraction_and_no_version(ledger_url: str) -> None:
    """The figures are then those of the newer extraction."""
    again = report(Said(), made_by=type(MADE_BY)(version="0.1.0", rules="cd" * 32, model="none 1"))
    first = report(Said(), Said(number="9"))
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([report(Said(number="5"), key="other"), first], now=NOW)
        other = report(Said(), Said(number="9"), made_by=again.made_by)
        added = ledger.add_extractions([type(first)(article=other.article, made_by=other.made_by)], now=NOW)

        assert Added(extractions=1) == added
        assert ["other", "other"] == [figure.key for figure in ledger.figures()]


def test_other_text_is_a_new_version(ledger_url: str) -> None:
    """Both are kept; the figures of the old one are marked as replaced."""
    old, new = report(Said(number="12")), report(Said(number="21"))
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([old], now=NOW)
        ledger.add_extractions([new], now=NOW)
        shown = [figure.quantity for figure in ledger.claims().figures if figure.kind == "claim"]

        assert ["21"] == shown
        assert old.article == ledger.article(old.article.id)


def test_original_bytes_are_kept(ledger_url: str) -> None:
    """As they came; without them the text itself is the original."""
    with Ledger(ledger_url) as ledger:
        other = report(Said(), key="other")
        ledger.add_extractions([Intake(extraction=REPORT, original=b"\xff<html>"), other], now=NOW)

        assert b"\xff<html>" == ledger.original(REPORT.article.id)
        assert other.article.text.encode() == ledger.original(other.article.id)


@pytest.mark.parametrize("table", ["entries", "originals", "versions", "extractions", "claims", "migrations"])
@pytest.mark.parametrize("change", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_what_is_kept_cannot_be_changed(ledger_url: str, table: str, change: str) -> None:
    """The database itself refuses, whoever asks."""
    columns = {"entries": "hash", "originals": "size", "versions": "text", "migrations": "number"}
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([REPORT], now=NOW)
    engine = open_engine(find_place(ledger_url))
    statement = change.format(table=table, column=columns.get(table, "position" if table == "claims" else "skipped"))

    with pytest.raises(Exception, match="append-only"), writing(engine) as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_text_that_is_no_unicode_is_refused(ledger_url: str) -> None:
    """With the key of the article; nothing of its batch is kept."""
    broken = report(Said(), note="A \0 byte.", key="zero.txt")
    with Ledger(ledger_url) as ledger:
        with pytest.raises(LedgerError, match=r"^zero.txt: "):
            ledger.add_extractions([REPORT, broken], now=NOW)

        assert [] == list(ledger.figures())


def test_rebuilt_figures_are_the_same(ledger_url: str) -> None:
    """What is derived can be dropped and made again."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FULL, REPORT, report(Said(number="21"))], now=NOW)
        before = list(ledger.figures())

        assert 4 + len(FULL.claims) + len(FULL.statements) + 2 == ledger.rebuild()
        assert before == list(ledger.figures())
