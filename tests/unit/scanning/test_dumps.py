"""Dumps: lines, tables and folders, divided as they may be, broken as they come."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from counterclaim.scanning import dumps
from counterclaim.scanning.dumps import read_files, read_json_lines, read_table
from counterclaim.scanning.stored import Stored, Unreadable

LINES = [json.dumps({"id": f"n{n}", "text": f"Wörter {n}"}, ensure_ascii=False).encode() + b"\n" for n in range(5)]


def ids(items: object) -> list[str]:
    return [json.loads(item.content)["id"] for item in items if isinstance(item, Stored)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("step", [1, 7, 40, 1000])
def test_ranges_of_lines_make_up_the_file(tmp_path: Path, step: int) -> None:
    """Wherever a file is cut, each line is read once, by the range that it begins in."""
    file = tmp_path / "news.jsonl"
    file.write_bytes(b"".join(LINES))
    size = file.stat().st_size

    found = [name for at in range(0, size, step) for name in ids(read_json_lines(file, at, at + step))]
    assert ["n0", "n1", "n2", "n3", "n4"] == found


def test_positions_are_those_of_the_lines(tmp_path: Path) -> None:
    """A line's position is its first byte, in whatever range it was read."""
    file = tmp_path / "news.jsonl"
    file.write_bytes(b"".join(LINES))

    [item] = read_json_lines(file, 30, 60)
    assert isinstance(item, Stored)
    assert LINES[1] == file.read_bytes()[item.position :][: len(LINES[1])]


def test_packed_lines(tmp_path: Path) -> None:
    """A packed file is read whole."""
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(gzip.compress(b"".join(LINES)))

    assert ["n0", "n1", "n2", "n3", "n4"] == ids(read_json_lines(file))


def test_packed_lines_cut_short(tmp_path: Path) -> None:
    """Of a packed file cut short the lines before the cut are read, and the cut is told."""
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(gzip.compress(b"".join(LINES * 200))[:-20])

    *_, last = read_json_lines(file)
    assert isinstance(last, Unreadable)
    assert "a packed file cut short" == last.found


def test_a_line_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than any page is passed over and told; the next one is read from its own place."""
    monkeypatch.setattr(dumps, "LARGEST", 1000)
    file = tmp_path / "news.jsonl"
    file.write_bytes(LINES[0] + b'{"text": "' + b"x" * 5000 + b'"}\n' + LINES[1])

    found = list(read_json_lines(file))
    assert ["n0", "n1"] == ids(found)
    assert isinstance(found[2], Stored)
    assert LINES[1] == file.read_bytes()[found[2].position :]


def test_row_groups(tmp_path: Path) -> None:
    """The rows of a range of row groups are read, numbered as in the file."""
    file = tmp_path / "news.parquet"
    pq.write_table(pa.table({"id": [f"n{n}" for n in range(6)], "text": ["words"] * 6}), file, row_group_size=2)

    found = list(read_table(file, 1, 3))
    assert (["n2", "n3", "n4", "n5"], [2, 3, 4, 5]) == (ids(found), [item.position for item in found])


def test_a_table_cut_short(tmp_path: Path) -> None:
    """A file that is no whole table is told as such."""
    file = tmp_path / "news.parquet"
    pq.write_table(pa.table({"id": ["n0"], "text": ["words"]}), file)
    file.write_bytes(file.read_bytes()[:-30])

    [item] = read_table(file)
    assert isinstance(item, Unreadable)
    assert item.found.startswith("no Parquet table")


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file and one too large are told, the others are read."""
    monkeypatch.setattr(dumps, "LARGEST", 100)
    good, large = tmp_path / "a.html", tmp_path / "b.html"
    good.write_bytes(b"<p>words</p>")
    large.write_bytes(b"<p>words</p>" * 20)

    found = list(read_files([good, large, tmp_path / "c.html"]))
    assert [True, False, False] == [isinstance(item, Stored) for item in found]
