"""`counterclaim scan`: what it tells on the way, in the end, and when it cannot go on."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.cli.scan import line_of
from counterclaim.scanning.counting import Tally
from counterclaim.scanning.running import Progress
from tests.fixtures.archives import PROSE, page, response, write_warc


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two pages about fighting, one about the weather."""
    bodies = (page(0), page(1), page(2, *[PROSE] * 5))
    return write_warc(tmp_path / "news.warc.gz", [response(n, body) for n, body in enumerate(bodies)])


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Lets no file grow larger, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_summary_is_json(archive: Path, tmp_path: Path) -> None:
    """Counts of all that was read, each gate with its own, on standard output and in the data set."""
    result = CliRunner().invoke(app, ["scan", str(archive), "--out", str(tmp_path / "out"), "--workers", "1"])

    found = json.loads(result.stdout)
    assert (0, 3, 2, 0) == (result.exit_code, found["records"], found["with_claims"], found["refused"])
    assert {"total": 1, "nothing of war or violence": 1} == found["without_claims"]
    assert found == json.loads((tmp_path / "out" / "summary.json").read_text())


def test_refusals_end_with_status_1(archive: Path, tmp_path: Path) -> None:
    """An archive cut short is read as far as it goes; the status and a line say that something is missing."""
    archive.write_bytes(archive.read_bytes()[:-20])
    result = CliRunner().invoke(app, ["scan", str(archive), "--out", str(tmp_path / "out"), "--workers", "1"])

    assert (1, 2) == (result.exit_code, json.loads(result.stdout)["with_claims"])
    assert "1 records were refused: see refused.parquet" in result.stderr


def test_a_full_disk_is_one_line(archive: Path, tmp_path: Path) -> None:
    """A disk that fills up ends the scan with one line; with room, the same command goes on."""
    words = ["scan", str(archive), "--out", str(tmp_path / "out"), "--workers", "1"]
    with room_for(4096):
        full = CliRunner().invoke(app, words)

    assert (1, 1, True) == (full.exit_code, len(full.stderr.splitlines()), "make room and run" in full.stderr)
    assert (0, 2) == ((again := CliRunner().invoke(app, words)).exit_code, json.loads(again.stdout)["with_claims"])


@pytest.mark.parametrize(
    ("finished", "seconds", "line"),
    [
        (250, 100.0, " 25%  600 records, 5/s, 1,234 claims, 2 refused, 0:08:20 left"),
        (150, 100.0, " 15%  600 records, 5/s, 1,234 claims, 2 refused, 0:28:20 left"),
        (100, 100.0, " 10%  600 records, 5/s, 1,234 claims, 2 refused, time left unknown"),
        (1000, 100.0, "100%  600 records, 5/s, 1,234 claims, 2 refused, 0:00:00 left"),
    ],
)
def test_progress(finished: int, seconds: float, line: str) -> None:
    """How far, how fast, what was found, how long it will take; what an earlier run did does not count as speed."""
    tally = Tally(records=600, claims=1234, refused=2)

    progress = Progress(size=1000, finished=finished, tally=tally)
    assert line == line_of(progress, seconds, 100, 100)
