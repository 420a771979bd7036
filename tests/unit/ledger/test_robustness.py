"""What goes wrong around a ledger costs one clear message, and never what was kept."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from counterclaim import Ledger
from counterclaim.ledger import opening
from counterclaim.ledger.book import Filter, LedgerError
from counterclaim.ledger.opening import WRITERS, find_place, open_engine, writing
from counterclaim.ledger.tables import migrations
from tests.fixtures.reports import NOW, Said, report

ROOT = Path(__file__).parents[3]
LONG = report(*(Said(number=str(n)) for n in range(1, 200)), key="long")


def write(place: str, first: int, count: int) -> subprocess.Popen[str]:
    """A program that adds so many reports."""
    words = [sys.executable, "-m", "tests.fixtures.ledger_writer", place, str(first), str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def whole(place: str) -> int:
    """How many reports a ledger has, each with its two claims and two statements, in a chain without a fault."""
    with Ledger(place) as ledger:
        found = list(ledger.figures())
        articles = {figure.article for figure in found}

        assert None is ledger.verify().problem
        assert 4 * len(articles) == len(found)
        return len(articles)


def kill_again_and_again(place: str, times: int) -> None:
    """Start a writer and kill it, each time at another moment of its work."""
    chance = random.Random(1)
    before = 0
    for turn in range(times):
        writer = write(place, 1000 * turn, 1000)
        assert writer.stdout is not None
        assert "at work\n" == writer.stdout.readline()
        time.sleep(chance.random() / 10)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        now = whole(place)
        assert before < now
        before = now


def test_killed_writer_leaves_whole_articles(ledger_url: str) -> None:
    """The ledger opens clean: an article is there whole or not at all."""
    kill_again_and_again(ledger_url, 2)


@pytest.mark.long
def test_writer_killed_many_times_leaves_whole_articles(ledger_url: str) -> None:
    """Forty times on each database."""
    kill_again_and_again(ledger_url, 40)


def test_several_programs_lose_nothing(ledger_url: str) -> None:
    """Each adds its own reports and some that the others add as well; the ledger is made while all begin."""
    writers = [write(ledger_url, first, 12) for first in (0, 6, 18)]
    for writer in writers:
        writer.communicate(timeout=60)

    assert [0, 0, 0] == [writer.returncode for writer in writers]
    assert 30 == whole(ledger_url)


def test_ledger_closes_while_another_program_writes(tmp_path: Path) -> None:
    """What is only put in order at the end is left undone, without a word: all that was added is there."""
    place = tmp_path / "ledger.db"
    with closing(sqlite3.connect(place, isolation_level=None, timeout=0)) as other:
        ledger = Ledger(place, wait=0.1)
        ledger.add_extractions([report(Said())], now=NOW)
        other.execute("BEGIN IMMEDIATE")
        ledger.close()
        other.execute("ROLLBACK")

    with Ledger(place) as again:
        assert 1 == len(list(again.figures(Filter(kind=("claim",)))))


def test_several_threads_lose_nothing(ledger_url: str) -> None:
    """They share one ledger."""
    with Ledger(ledger_url) as ledger, ThreadPoolExecutor(4) as threads:
        found = [report(Said(number=str(n + 1)), Said(number="5"), key=f"report {n % 20}") for n in range(40)]
        for done in [threads.submit(ledger.add_extractions, [one], now=NOW) for one in found]:
            done.result()

        assert (None, 40) == (ledger.verify().problem, len({f.article for f in ledger.figures(Filter(replaced=True))}))


def test_reader_sees_one_state_while_others_write(ledger_url: str) -> None:
    """What is added meanwhile comes with the next question."""
    with Ledger(ledger_url) as ledger:
        ledger.add_extractions([LONG], now=NOW)
        figures = ledger.figures()
        first = next(figures)
        ledger.add_extractions([report(Said(), key="other")], now=NOW)

        assert 2 * 199 == len([first, *figures])
        assert 2 * 200 == len(list(ledger.figures()))


def test_newer_ledger_is_refused(ledger_url: str) -> None:
    """One that a later version has written may mean other things."""
    Ledger(ledger_url).close()
    engine = open_engine(find_place(ledger_url))
    with writing(engine) as connection:
        connection.execute(migrations.insert().values(number=99))
    engine.dispose()

    with pytest.raises(LedgerError, match=r"newer version \(tables of version 99, this one knows \d+\); update"):
        Ledger(ledger_url)


def test_locked_ledger_is_told(ledger_url: str) -> None:
    """After the time to wait; then it is as it was."""
    with Ledger(ledger_url, wait=0.2) as ledger:
        if "://" in ledger_url:
            with psycopg.connect(ledger_url) as other:
                other.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
                with pytest.raises(LedgerError, match="another program is writing to it"):
                    ledger.add_extractions([LONG], now=NOW)
        else:
            with closing(sqlite3.connect(ledger_url, isolation_level=None)) as other_file:
                other_file.execute("BEGIN IMMEDIATE")
                with pytest.raises(LedgerError, match="another program is writing to it"):
                    ledger.add_extractions([LONG], now=NOW)
                other_file.execute("ROLLBACK")
        ledger.add_extractions([LONG], now=NOW)

        assert None is ledger.verify().problem


def test_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before is there still, and nothing of what did not fit."""
    place = str(tmp_path / "ledger.db")
    with Ledger(place) as ledger:
        ledger.add_extractions([report(Said(), Said(number="3"), key="small")], now=NOW)
    pages = Path(place).stat().st_size // 4096
    monkeypatch.setattr(opening, "ON_CONNECT", (*opening.ON_CONNECT, f"PRAGMA max_page_count = {pages + 4}"))
    with Ledger(place) as ledger, pytest.raises(LedgerError, match="no room is left; free some and add the same again"):
        ledger.add_extractions([LONG], now=NOW)
    monkeypatch.undo()

    assert 1 == whole(place)


@pytest.mark.parametrize(
    "content", [b"no database at all, and long enough to look like one" * 99, b"SQLite format 3\0" + b"\1" * 5000]
)
def test_file_that_is_no_ledger_is_told(tmp_path: Path, content: bytes) -> None:
    """It stays as it was."""
    file = tmp_path / "ledger.db"
    file.write_bytes(content)

    with pytest.raises(LedgerError, match=r"ledger.db: the file is (no SQLite database|damaged)"):
        Ledger(file)
    assert content == file.read_bytes()


def test_damaged_ledger_is_told(tmp_path: Path) -> None:
    """In one line, with what to do."""
    file = tmp_path / "ledger.db"
    with Ledger(file) as ledger:
        ledger.add_extractions([LONG], now=NOW)
    content = bytearray(file.read_bytes())
    content[4096 * 3 :] = b"\x5a" * (len(content) - 4096 * 3)
    file.write_bytes(content)

    with pytest.raises(LedgerError, match="damaged") as told, Ledger(file) as ledger:
        whole(ledger.name)
    assert 1 == len(str(told.value).splitlines())


def test_database_of_another_program_is_told(tmp_path: Path) -> None:
    """It gets no tables of ours."""
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name)")

    with pytest.raises(LedgerError, match=r"another program \(with the table recipes\)"):
        Ledger(file)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("missing/ledger.db", "no such folder"),
        (".", "a folder; expected the file"),
        ("mysql://user@host/name", "no ledger can be at mysql://"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "no connection to the server"),
        ("postgresql://host:port/name", "no address"),
        ("postgresql://nobody.invalid/name", "no such server"),
    ],
)
def test_wrong_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, told: str) -> None:
    """In one line, without the password."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(LedgerError, match=told) as error:
        Ledger(place)
    assert "secret" not in str(error.value)
    assert 1 == len(str(error.value).splitlines())


def test_database_that_is_not_there_is_told(new_database: Callable[[], str]) -> None:
    """A server's databases are made by those who run it."""
    head, _, options = new_database().partition("?")

    with pytest.raises(LedgerError, match="something named there does not exist"):
        Ledger(f"{head}_other?{options}")
