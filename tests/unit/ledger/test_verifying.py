"""Verifying: what somebody changed behind the ledger's back is found, and the first bad row named."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import psycopg
import pytest
import zstandard
from sqlalchemy import text

from counterclaim import Ledger
from counterclaim.ledger.opening import find_place, open_engine, writing
from counterclaim.ledger.verifying import Problem, Verified
from tests.fixtures.reports import NOW, Said, report

FIRST, SECOND = report(Said(), Said(number="3")), report(Said(number="21"))


def broken(url: str, table: str, statement: str, *values: object) -> Verified:
    """What verifying finds after somebody dropped the guards of a table and changed it."""
    with Ledger(url) as ledger:
        ledger.add_extractions([FIRST, SECOND], now=NOW)
    tamper(url, table, statement, *values)
    with Ledger(url) as ledger:
        return ledger.verify()


def tamper(url: str, table: str, statement: str, *values: object) -> None:
    """Drop the guards of a table and change it, past the ledger."""
    if "://" in url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(statement.replace("?", "%s").encode(), values)
        return
    with closing(sqlite3.connect(url, isolation_level=None)) as file:
        for verb in ("update", "delete"):
            file.execute(f"DROP TRIGGER IF EXISTS {table}_keep_{verb}")
        file.execute(statement, values)


def named(found: Verified) -> tuple[str, str]:
    """The table and the key of the first bad row."""
    assert isinstance(found.problem, Problem)
    return found.problem.table, found.problem.key


def test_ledger_that_nobody_touched_is_whole(ledger_url: str) -> None:
    """Everything is counted, and the hash of the last entry told."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FIRST, SECOND], now=NOW)
        found = ledger.verify()

        assert (None, 4, 2 + 2 + 2 + 6, 6) == (found.problem, found.entries, found.rows, found.figures)
        assert list(ledger.entries())[-1]["hash"] == found.head
        assert found == ledger.verify(head=found.head)


def test_empty_ledger_is_whole(ledger_url: str) -> None:
    """There is nothing that could be wrong."""
    with Ledger(ledger_url) as ledger:
        assert (None, 0) == (ledger.verify().problem, ledger.verify().entries)


CHANGES = [
    ("claims", "UPDATE claims SET record = replace(record, '\"low\":3', '\"low\":4')", ("claims", "2.1")),
    ("claims", "DELETE FROM claims WHERE extraction = 2 AND position = 0", ("claims", "2.0")),
    ("claims", "UPDATE claims SET id = 'other' WHERE extraction = 4", ("claims", "4.0")),
    ("extractions", "UPDATE extractions SET skipped = '[1]' WHERE entry = 4", ("extractions", "4")),
    ("versions", "UPDATE versions SET text = replace(text, '12', '13')", ("versions", "1")),
    ("versions", "UPDATE versions SET read_at = '2001-01-01' WHERE entry = 3", ("versions", "3")),
    ("entries", "UPDATE entries SET at = '2001-01-01' WHERE seq = 3", ("entries", "3")),
    ("entries", "UPDATE entries SET previous = hash WHERE seq = 2", ("entries", "2")),
    ("entries", "DELETE FROM entries WHERE seq = 1", ("entries", "1")),
    ("figures", "UPDATE figures SET low = 14 WHERE low = 12", ("figures", "2.0")),
    ("figures", "UPDATE figures SET claimant = 'Nobody' WHERE extraction = 4", ("figures", "4.0")),
    ("figures", "DELETE FROM figures WHERE extraction = 4", ("figures", "of extraction 4")),
]


@pytest.mark.parametrize(("table", "statement", "key"), CHANGES, ids=[c[1][:60] for c in CHANGES])
def test_changed_row_is_named(ledger_url: str, table: str, statement: str, key: tuple[str, str]) -> None:
    """The first one that is not what it was, with what was found and what was expected."""
    assert key == named(broken(ledger_url, table, statement))


def test_changed_bytes_are_found(ledger_url: str) -> None:
    """Bytes that no longer have the digest under which they were kept."""
    other = zstandard.compress(b"something else")
    found = broken(ledger_url, "originals", "UPDATE originals SET bytes = ?", other)

    assert "originals" == named(found)[0]


def test_row_put_in_is_found(ledger_url: str) -> None:
    """One that no entry covers."""
    row = "INSERT INTO claims (extraction, position, kind, id, record) VALUES (2, 99, 'claim', 'x', '{}')"

    assert ("claims", "2.99") == named(broken(ledger_url, "claims", row))


def test_tail_cut_off_is_found_by_the_head_noted_before(ledger_url: str) -> None:
    """A chain cannot tell by itself that its end is missing."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FIRST], now=NOW)
        short = ledger.verify().head
        ledger.add_extractions([SECOND], now=NOW)
        head = ledger.verify().head

        assert (None, None) == (ledger.verify(head=short).problem, ledger.verify(head=head).problem)
        assert "entries" == named(ledger.verify(head="0" * 64))[0]


def test_span_that_is_wrong_though_covered_is_found(ledger_url: str) -> None:
    """The words of every span are held against the text, whatever the digests say."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([FIRST], now=NOW)
        [entry] = [entry for entry in ledger.entries() if entry["kind"] == "extraction"]
    from counterclaim.ledger.chain import digest_of

    engine = open_engine(find_place(ledger_url))
    with writing(engine) as connection:
        row = list(connection.execute(text("SELECT * FROM claims WHERE position = 0")).one())
    engine.dispose()
    record = json.loads(row[4])
    record["trigger"]["start"] += 1
    new = [*row[:4], json.dumps(record)]
    rows = entry["rows"].replace(digest_of(row), digest_of(new))
    entry |= {"rows": rows, "hash": digest_of([*list((entry | {"rows": rows}).values())[:6]])}
    tamper(ledger_url, "claims", "UPDATE claims SET record = ? WHERE position = 0", new[4])
    tamper(ledger_url, "entries", "UPDATE entries SET rows = ?, hash = ? WHERE seq = 2", entry["rows"],
           entry["hash"])  # fmt: skip
    with Ledger(ledger_url) as ledger:
        assert ("extractions", "2") == named(ledger.verify())
