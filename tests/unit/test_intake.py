"""Intake: extractions with the bytes they were read from."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from counterclaim.intake import AHEAD, Intake, Originals, change_notes, take_in

TEXT = b"The army said that 12 soldiers were killed on Monday.\n"
RECORDS = [{"title": f"Report {n}", "text": f"The army said that {n} soldiers were killed on Monday."} for n in (3, 4)]


def originals(file: Path) -> list[bytes | None]:
    """The bytes of each article of a file, and each under the digest that its origin names."""
    found = [item for item in take_in([str(file)]) if isinstance(item, Intake)]
    for intake in found:
        assert intake.extraction.article.origin is not None
        assert intake.original is not None
        assert hashlib.sha256(intake.original).hexdigest() == intake.extraction.article.origin.sha256
    return [intake.original for intake in found]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("a.txt.gz", gzip.compress(TEXT, mtime=0)),
        ("a.html", b"<html><body><article><p>" + TEXT + b"</p></article></body></html>"),
        ("a.json", json.dumps(RECORDS[0]).encode()),
    ],
)
def test_bytes_come_as_they_were(tmp_path: Path, name: str, content: bytes) -> None:
    """Packed ones packed, pages as pages."""
    (tmp_path / name).write_bytes(content)

    assert [content] == originals(tmp_path / name)


def test_each_line_is_an_original(tmp_path: Path) -> None:
    """Of JSON Lines, which may be larger than memory."""
    lines = [json.dumps(record).encode() + b"\n" for record in RECORDS]
    (tmp_path / "a.jsonl").write_bytes(b"".join(lines))

    assert lines == originals(tmp_path / "a.jsonl")


def test_articles_of_one_array_share_its_bytes(tmp_path: Path) -> None:
    """They came in one piece."""
    content = json.dumps(RECORDS).encode()
    (tmp_path / "a.json").write_bytes(content)

    assert [content, content] == originals(tmp_path / "a.json")


def test_few_originals_wait() -> None:
    """Those of refused articles are never asked for, and go in the end."""
    waiting = Originals()
    for number in range(2 * AHEAD):
        waiting.keep(str(number), b"")

    assert [str(number) for number in range(AHEAD, 2 * AHEAD)] == list(waiting.waiting)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("This story was updated with the new toll.", True),
        ("Correction: an earlier version gave another number.", True),
        ("The army updated its maps.", False),
        ("Twelve people were killed.", False),
    ],
)
def test_note_of_a_change_is_known(text: str, noted: bool) -> None:
    """By what articles say of themselves."""
    assert noted is change_notes(text)
