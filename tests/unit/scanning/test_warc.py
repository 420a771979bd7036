"""WARC files, whole and broken: what can be read is read, what cannot is told once."""

from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from counterclaim.scanning import warc
from counterclaim.scanning.stored import Stored
from counterclaim.scanning.warc import is_divisible, read_warc
from tests.fixtures.archives import page, response

PACK = gzip.compress
RECORDS = [response(n, page(n)) for n in range(4)]


def outline(file: Path, start: int = 0, end: int | None = None) -> list[str]:
    """For each page the end of its address, for each broken stretch what was found."""
    return [
        (item.url or "")[-1] if isinstance(item, Stored) else item.found for item in read_warc(file, start, end)
    ]  # fmt: skip


def kept(folder: Path, content: bytes) -> Path:
    file = folder / "news.warc.gz"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("pack", [PACK, zstandard.compress, bytes], ids=["gzip", "zstd", "plain"])
def test_every_packing_is_read(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """Records packed with gzip, with zstd or not at all come out the same."""
    file = kept(tmp_path, b"".join(map(pack, RECORDS)))

    found = list(read_warc(file))
    assert [page(n) for n in range(4)] == [item.content for item in found if isinstance(item, Stored)]


@pytest.mark.parametrize("pack", [PACK, zstandard.compress, bytes], ids=["gzip", "zstd", "plain"])
def test_ranges_make_up_the_file(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """However a file is divided, every record is read exactly once."""
    file = kept(tmp_path, b"".join(map(pack, RECORDS)))
    size = file.stat().st_size

    for step in (50, 333, size - 1):
        assert ["0", "1", "2", "3"] == [url for at in range(0, size, step) for url in outline(file, at, at + step)]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (PACK(RECORDS[1])[:-40], "Gzip decompression error: data error"),
        (PACK(RECORDS[1])[:60] + b"\0" * 9 + PACK(RECORDS[1])[69:], "Gzip decompression error: data error"),
        (PACK(b"no head of a record at all"), "Invalid WARC header"),
        (PACK(RECORDS[1].replace(b"Content-Length", b"Content-Size")), "Invalid WARC header"),
        (PACK(response(1, page(1), length=4000)), "a length that reaches into the next record"),
        (PACK(response(1, page(1), length=300_000_000)), "a record of 286 MB"),
        (b"lines that belong\nto nothing\n", "Gzip decompression error: data error"),
    ],
    ids=["cut", "spoilt", "headless", "no length", "too long", "huge", "text between"],
)
def test_the_rest_is_read(tmp_path: Path, second: bytes, told: str) -> None:
    """What is broken is told once, with its reason, and every other record is read."""
    file = kept(tmp_path, PACK(RECORDS[0]) + second + PACK(RECORDS[2]) + PACK(RECORDS[3]))

    assert ["0", told, "2", "3"] == outline(file)


def test_a_file_cut_short(tmp_path: Path) -> None:
    """A download that stopped in the last record loses that one alone."""
    file = kept(tmp_path, b"".join(map(PACK, RECORDS))[:-50])

    assert ["0", "1", "2"] == outline(file)[:3]
    assert "cut short" in outline(file)[3]


def test_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small record that unpacks to more than a page is refused, whether the record or its content is packed."""
    monkeypatch.setattr(warc, "LARGEST", 2**20)
    inner = response(0, gzip.compress(b"a" * 2**22), more="Content-Encoding: gzip\r\n")
    file = kept(tmp_path, PACK(inner) + PACK(response(1, b"a" * 2**22)) + PACK(RECORDS[2]))

    assert ["a record that unpacks to more than 1 MB", "a record of 4 MB", "2"] == outline(file)


def test_a_page_of_200_mb(tmp_path: Path) -> None:
    """A record of 200 MB is passed over without being taken into memory."""
    packed = PACK(response(0, b"a" * 200_000_000), 1)
    file = kept(tmp_path, packed + PACK(RECORDS[1]))
    tracemalloc.start()
    found = outline(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (["a record of 190 MB", "1"], True) == (found, peak < 2**25)


def test_nested_archives_are_no_pages(tmp_path: Path) -> None:
    """An archive inside a record is not opened; error pages and pictures are no articles either."""
    inner = PACK(b"".join(RECORDS))
    records = [
        response(0, inner, kind="application/gzip"),
        response(1, page(1), status="404 Not Found"),
        response(2, b"\x89PNG", kind="image/png"),
        RECORDS[3],
    ]
    file = kept(tmp_path, b"".join(map(PACK, records)))

    assert ["3"] == outline(file)


def test_other_records_are_passed_over(tmp_path: Path) -> None:
    """Requests and metadata are no pages."""
    request = RECORDS[0].replace(b"WARC-Type: response", b"WARC-Type: request ").replace(b"=response", b"=request ")
    file = kept(tmp_path, PACK(request) + PACK(RECORDS[1]))

    assert ["1"] == outline(file)


def test_packed_as_one_piece(tmp_path: Path) -> None:
    """A file packed as one piece is read whole, and is known not to be divisible."""
    one, many = kept(tmp_path, PACK(b"".join(RECORDS))), tmp_path / "many.warc.gz"
    many.write_bytes(b"".join(map(PACK, RECORDS)))

    assert ["0", "1", "2", "3"] == outline(one)
    assert (False, True) == (is_divisible(one), is_divisible(many))


@pytest.mark.parametrize("content", [b"", b"\0" * 300, b"nothing of the kind " * 20], ids=["empty", "zeros", "text"])
def test_no_archive_at_all(tmp_path: Path, content: bytes) -> None:
    """A file without any record says so."""
    assert ["bytes that are no record"] == outline(kept(tmp_path, content))


def test_what_the_archive_says_is_kept(tmp_path: Path) -> None:
    """Address, charset and time of fetching come with the page."""
    [item] = read_warc(kept(tmp_path, PACK(response(7, "naïve".encode("latin-1"), kind="text/html; charset=latin-1"))))

    assert isinstance(item, Stored)
    assert ("https://news.example/7", "latin-1", "2022-03-02T10:00:00Z", 0) == (
        item.url, item.charset, item.retrieved, item.position,
    )  # fmt: skip
