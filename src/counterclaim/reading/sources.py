"""From what the user names - files, folders, standard input, addresses - to articles and refusals, one by one."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from counterclaim.reading.canonical import to_article
from counterclaim.reading.choosing import Found, read_any, read_record
from counterclaim.reading.drafts import Given, Refusal, RefusedError
from counterclaim.reading.fetching import Fetched, fetch_page, is_address
from counterclaim.reading.jsonrecords import read_line as read_json_line
from counterclaim.reading.languages import SUPPORTED
from counterclaim.reading.opening import Digested, decode, read_all, read_line, unpacked
from counterclaim.reading.sidecars import ENDING, checked, is_sidecar, read_sidecar, sidecar_of
from counterclaim.records import Article, Origin

NOTHING = Given()
PACKED = (".gz", ".zst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What holds for all sources of one run."""

    given: Given
    retrieved: str | None
    languages: Sequence[str]
    stdin: IO[bytes] | None
    fetch: Callable[[str], Fetched]
    keep: Callable[[str, bytes], None] | None


def read_sources(
    sources: Sequence[str | Path],
    *,
    given: Given = NOTHING,
    retrieved: str | None = None,
    languages: Sequence[str] = SUPPORTED,
    stdin: IO[bytes] | None = None,
    fetch: Callable[[str], Fetched] = fetch_page,
    keep: Callable[[str, bytes], None] | None = None,
) -> Iterator[Article | Refusal]:
    """One article or refusal after another, read when asked for, in the order of the sources.

    A source is a file, a folder (read recursively, in order of names), "-" (standard input) or an https address.
    `given` outranks sidecars and pages, `retrieved` is kept as the time of reading. `keep`, if it is given, gets the
    bytes that articles come from before they come, with the digest that `article.origin` names.
    """
    try:
        given = checked(given)
    except RefusedError as error:
        yield error.at("--published")
        return
    reading = Reading(given=given, retrieved=retrieved, languages=languages, stdin=stdin, fetch=fetch, keep=keep)
    for source in sources:
        yield from _read_source(str(source), reading)


def read_text(
    text: str, *, given: Given = NOTHING, name: str = "text", languages: Sequence[str] = SUPPORTED
) -> Article:
    """The article that a text is; raises RefusedError where it is none."""
    found = next(iter(read_any(text)))
    if isinstance(found, RefusedError):
        raise found
    reader, record, draft = found
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = Origin(path=name, sha256=sha256, reader=reader)
    return to_article(
        draft, name=(record and record.id) or name, given=checked(given), origin=origin, languages=languages
    )  # fmt: skip


def _read_source(source: str, reading: Reading) -> Iterator[Article | Refusal]:
    if source == "-":
        yield from _read_stream(reading.stdin or sys.stdin.buffer, "-", "stdin", reading.given, reading)
    elif is_address(source):
        yield from _read_address(source, reading)
    else:
        for file, names in _files(Path(source)):
            yield from _read_file(file, names, reading) if isinstance(file, Path) else [file]


def _files(path: Path) -> Iterator[tuple[Path | Refusal, frozenset[str]]]:
    """The files of a folder, sorted, or the file itself; hidden ones only if they were named."""
    if not path.is_dir():
        yield path, frozenset()
        return
    try:
        entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _unreadable(path, error).at(str(path)), frozenset()
        return
    names = frozenset(entry.name for entry in entries)
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry) if not entry.is_symlink() else ()
        else:
            yield entry, names


def _read_file(file: Path, names: frozenset[str], reading: Reading) -> Iterator[Article | Refusal]:
    if is_sidecar(file, names or _beside(file)):
        return
    given = reading.given
    try:
        if sidecar := sidecar_of(file, names):
            given = given.over(read_sidecar(sidecar))
    except RefusedError as error:
        yield error.at(str(sidecar))
    try:
        with file.open("rb", buffering=0) as stream:
            yield from _read_stream(stream, str(file), _key(file), given, reading)
    except OSError as error:
        yield _unreadable(file, error).at(str(file))


def _beside(file: Path) -> frozenset[str]:
    """The names in the folder of a file that was named by itself and may be a sidecar; none for other files."""
    if not file.name.endswith(ENDING) or not file.is_file():
        return frozenset()
    return frozenset(entry.name for entry in file.parent.iterdir())


def _key(file: Path) -> str:
    return file.stem if file.suffix in PACKED else file.name


def _unreadable(path: Path, error: OSError) -> RefusedError:
    if isinstance(error, FileNotFoundError):
        return RefusedError("no such file", "a file, a folder, - or https://...", "check the path")
    if isinstance(error, PermissionError):
        return RefusedError("no permission to read it", "a readable file or folder", "change its rights")
    return RefusedError(f"not readable ({error.strerror})", "a readable file or folder", "check the path")


def _read_address(url: str, reading: Reading) -> Iterator[Article | Refusal]:
    try:
        page = reading.fetch(url)
        sha256 = hashlib.sha256(page.content).hexdigest()
        if reading.keep:
            reading.keep(sha256, page.content)
        for found in read_any(decode(page.content, charset=page.charset)):
            yield _article(found, url, page.url, sha256, reading.given, reading)
    except RefusedError as error:
        yield error.at(url)


def _read_stream(
    stream: IO[bytes], origin: str, name: str, given: Given, reading: Reading
) -> Iterator[Article | Refusal]:
    digested = Digested(stream, keep=reading.keep is not None)
    try:
        content = unpacked(digested)
        first, second = _opening_lines(content)
        if _is_json_lines(first, second, name):
            digested.forget()  # each line is an original of its own
            yield from _read_lines(chain(first, second), content, origin, name, given, reading)
            return
        text = decode(b"".join(chain(first, second)) + read_all(content))
        if reading.keep:
            reading.keep(digested.sha256, digested.content)
        for found in read_any(text):
            yield _article(found, origin, name, digested.sha256, given, reading)
    except RefusedError as error:
        yield error.at(origin)


def _opening_lines(content: IO[bytes]) -> tuple[list[bytes], list[bytes]]:
    """The lines up to the first that is not blank, and those up to the second."""
    return _until_words(content), _until_words(content)


def _until_words(content: IO[bytes]) -> list[bytes]:
    lines: list[bytes] = []
    while line := read_line(content):
        lines.append(line)
        if line.strip():
            break
    return lines


def _is_json_lines(first: list[bytes], second: list[bytes], name: str) -> bool:
    one, two = (lines[-1].strip() if lines else b"" for lines in (first, second))
    if name.endswith((".jsonl", ".ndjson")) and not one.startswith(b"["):
        return bool(one)
    return one.startswith(b'{"') and two.startswith(b'{"')


def _read_lines(
    head: Iterator[bytes], content: IO[bytes], origin: str, name: str, given: Given, reading: Reading
) -> Iterator[Article | Refusal]:
    """One article or refusal for each line that is not blank; memory holds one line at a time."""
    for number, line in enumerate(chain(head, iter(lambda: read_line(content), b"")), 1):
        if not line.strip():
            continue
        try:
            record = read_json_line(decode(line), number)
        except RefusedError as error:
            yield RefusedError(error.found, error.expected, error.advice, f"line {number}").at(origin)
            continue
        found = record if isinstance(record, RefusedError) else read_record(record)
        sha256 = hashlib.sha256(line).hexdigest()
        if reading.keep:
            reading.keep(sha256, line)
        yield _article(found, origin, f"{name}#{number}", sha256, given, reading)


def _article(
    found: Found | RefusedError, origin: str, name: str, sha256: str, given: Given, reading: Reading
) -> Article | Refusal:
    if isinstance(found, RefusedError):
        return found.at(origin)
    reader, record, draft = found
    where = record.where if record else None
    if record:
        name = record.id or (f"{name}#{where.split()[-1]}" if where and "#" not in name else name)
    source = Origin(path=origin, sha256=sha256, reader=reader, retrieved=reading.retrieved, record=where)
    try:
        return to_article(draft, name=name, given=given, origin=source, languages=reading.languages)
    except RefusedError as error:
        return RefusedError(error.found, error.expected, error.advice, where).at(origin)
