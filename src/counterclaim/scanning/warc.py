"""WARC and WET files, read with fastwarc; where a file is broken, reading goes on at the next whole record."""

from __future__ import annotations

import io
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO

import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from counterclaim.scanning.stored import LARGEST, Stored, Unreadable

GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."
PAGES = int(WarcRecordType.response) | int(WarcRecordType.resource) | int(WarcRecordType.conversion)
TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain", "application/json")
PEEK = 1 << 16  # packed bytes looked at to tell whether a record starts there
STEP = 1 << 20
INSIDE = b"\r\n\r\nWARC/1."  # a record's head inside another's body: the length of that one is wrong

Walk = Generator[Stored | Unreadable, None, tuple[int, str | None]]


def read_warc(path: Path, start: int = 0, end: int | None = None) -> Iterator[Stored | Unreadable]:
    """The pages whose records start in [start, end) of a WARC or WET file, packed record by record or not at all.

    Other records (requests, metadata) are passed over. What lies broken between two records is told once.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        end = size if end is None else min(end, size)
        last = None if end == size else end
        position, broken = start, None if start else "bytes that are no record"
        while (found := next_start(stream, position, end)) < end:
            gap = _unreadable(path, position, broken) if broken and found > position else None
            position, broken = yield from _records(path, stream, found, last, gap)
        if broken and (position < size or not size):
            yield _unreadable(path, position, broken)


def _records(path: Path, stream: IO[bytes], start: int, end: int | None, gap: Unreadable | None) -> Walk:
    """The pages from `start` on, as far as they can be read; returns where to go on, and what was wrong there.

    `gap` is what lay broken before `start`: told once a record was read, since a record broken itself tells it all.
    A file packed as one piece gives every record the place of its end; then there is no `end` to heed.
    """
    last = None
    stream.seek(start)
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all"):
            position = record.stream_pos
            if end is not None and position >= end:
                return end, None
            if gap:
                yield gap
            last, gap = position, None
            if int(record.record_type) & PAGES:
                page = _page(path, position, record)
                if page:
                    yield page
                if isinstance(page, Unreadable):
                    return position + 1, None  # its length may be wrong, too: look for the next head
    except OSError as error:
        if last is None:
            yield _unreadable(path, start, str(error))
            return start + 1, None
        return last + 1, str(error)
    return stream.seek(0, io.SEEK_END), None


def _page(path: Path, position: int, record: WarcRecord) -> Stored | Unreadable | None:
    """The page in a record; null for a picture, a redirection or an error page, which are no articles."""
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    status = record.http_headers.status_code if record.is_http and record.is_http_parsed else None
    url = record.headers.get("WARC-Target-URI")
    if (kind and kind not in TEXTUAL) or (status is not None and status != 200):
        return None
    declared = record.content_length
    if declared > LARGEST:
        return _unreadable(path, position, f"a record of {declared >> 20} MB", url)
    content = record.reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        return _unreadable(path, position, f"a record that unpacks to more than {LARGEST >> 20} MB", url)
    if INSIDE in content:
        return _unreadable(path, position, "a length that reaches into the next record", url)
    if len(content) < declared and not _is_encoded(record):
        return _unreadable(path, position, f"{len(content)} of {declared} bytes: cut short", url)
    return Stored(
        path=str(path), position=position, content=content, url=url, charset=record.http_charset,
        name=url or f"{path.name}#{position}", retrieved=record.headers.get("WARC-Date"),
        is_page=kind not in ("text/plain", "application/json"),
    )  # fmt: skip


def is_divisible(path: Path) -> bool:
    """Whether a file can be read from the middle: every record packed for itself, or none."""
    with path.open("rb") as stream:
        try:
            records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False)
            places = [record.stream_pos for record, _ in zip(records, range(2), strict=False)]
        except OSError:
            return True
        return len(places) < 2 or _starts_here(stream, places[1])


def _is_encoded(record: WarcRecord) -> bool:
    headers = record.http_headers if record.is_http and record.is_http_parsed else None
    return headers is not None and any(headers.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))


def _unreadable(path: Path, position: int, found: str, url: str | None = None) -> Unreadable:
    return Unreadable(
        path=str(path), position=position, found=found, expected=f"whole WARC records of at most {LARGEST >> 20} MB",
        advice="fetch it again, or leave it", url=url,
    )  # fmt: skip


def next_start(stream: IO[bytes], position: int, end: int) -> int:
    """The first place from `position` on where a WARC record starts, packed or not; `end` if none starts before."""
    while position < end:
        stream.seek(position)
        piece = stream.read(STEP + len(PLAIN))
        if not piece:
            return end
        for offset in _marks(piece):
            if offset < STEP and position + offset < end and _starts_here(stream, position + offset):
                return position + offset
        position += STEP
    return end


def _marks(piece: bytes) -> Iterator[int]:
    """The places of everything that looks like the start of a record, in order."""
    places = {mark: piece.find(mark) for mark in (GZIP, ZSTD, PLAIN)}
    while found := [(place, mark) for mark, place in places.items() if place >= 0]:
        place, mark = min(found)
        yield place
        places[mark] = piece.find(mark, place + 1)


def _starts_here(stream: IO[bytes], position: int) -> bool:
    stream.seek(max(position - 1, 0))
    before = stream.read(1) if position else b"\n"
    head = stream.read(PEEK)
    if head.startswith(PLAIN):
        return before == b"\n"
    return _unpacked(head).startswith(PLAIN)


def _unpacked(head: bytes) -> bytes:
    """The first bytes of a packed record; none if it is not packed after all."""
    try:
        if head.startswith(GZIP):
            return zlib.decompressobj(31).decompress(head, len(PLAIN))
        return zstandard.ZstdDecompressor().decompressobj().decompress(head)[: len(PLAIN)]
    except (zlib.error, zstandard.ZstdError):
        return b""
