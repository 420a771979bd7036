"""A file of a series as one article: its rows the text, a row a paragraph, each claim on its value cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.reading.drafts import Given, RefusedError
from counterclaim.reading.opening import decode, read_all, unpacked
from counterclaim.records import Article, Claim, Origin, Part, Skipped
from counterclaim.series_files.claims import CORRECTION, check, to_claim
from counterclaim.series_files.lines import Line, LineError, split_lines
from counterclaim.series_files.mapping import Meaning, SeriesMap, load_map
from counterclaim.series_files.totals import Totals, is_totals, to_rows

READER = "series"
NOTHING = Given()
LARGEST = 256 * 1024 * 1024
SHOWN = 3  # bad rows that a message tells of


class SeriesError(ValueError):
    """A series cannot be read; the message says where, what was found, what was expected, what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFile:
    """What reading a series gives.

    `revisions` are the rows of kind correction: what the claimant changed, and by how much. `refused` has a line for
    each measure that no map knows, and for each bad row that was left out. `original` are the bytes as they came.
    """

    extraction: Extraction
    revisions: tuple[Claim, ...]
    refused: tuple[str, ...]
    original: bytes


@dataclass(slots=True)
class _Reading:
    """The rows of one file as they are taken in."""

    article: str
    meanings: SeriesMap
    known: dict[tuple[str, str, str], Meaning | None] = field(default_factory=dict)
    left_out: dict[tuple[str, str, str], int] = field(default_factory=dict)
    rows: list[tuple[Line, Meaning]] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def read_series(
    path: str | Path,
    map_path: str | Path | None = None,
    *,
    version: str = "0",
    given: Given = NOTHING,
    totals: Totals | None = None,
    skip_bad: bool = False,
    retrieved: str | None = None,
) -> SeriesFile:
    """The claims of a CSV with the columns date, claimant, about, measure, kind, value, and maybe approx and source.

    `map_path` is a table of what its measures mean, read before ours. A measure in no map is refused by name and the
    rest is read. `totals` says whose the numbers of a JSON file are. `version` is this package's, for `made_by`.
    Raises SeriesError for a file that is no such series and, unless `skip_bad`, for the first bad rows;
    RuleError for a map that cannot be read.
    """
    path = Path(path)
    original, content = _read(path)
    key = given.url or path.name
    meanings = load_map(Path(map_path) if map_path else None)
    try:
        text, lines = split_lines(to_rows(content, totals) if is_totals(content) else content)
    except LineError as error:
        raise SeriesError(f"{path}: {error}") from error
    article = _article(path, key, text, original, given, retrieved)
    reading = _take(article.id, lines, meanings)
    if reading.bad and not skip_bad:
        raise SeriesError(_complaint(path, reading.bad))
    claims, revisions = _claims(reading)
    made_by = MadeBy(version=version, rules=meanings.digest, model=READER)
    return SeriesFile(
        extraction=Extraction(article=article, claims=claims, skipped=tuple(reading.skipped), made_by=made_by),
        revisions=revisions,
        refused=(*(f"{path.name}:{bad}; left out" for bad in reading.bad), *_unmapped(path, reading)),
        original=original,
    )


def _read(path: Path) -> tuple[bytes, str]:
    try:
        original = path.read_bytes()
        with path.open("rb", buffering=0) as stream:
            return original, decode(read_all(unpacked(stream), largest=LARGEST))
    except OSError as error:
        raise SeriesError(f"{path}: cannot be read ({error.strerror}); give a CSV file") from error
    except RefusedError as error:
        raise SeriesError(f"{path}: {error}") from error


def _article(path: Path, key: str, text: str, original: bytes, given: Given, retrieved: str | None) -> Article:
    digest = hashlib.sha256(original).hexdigest()
    return Article(
        key=key,
        id="sha256:" + hashlib.sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        parts=(Part(kind="list", start=0, end=len(text)),),
        title=given.title,
        url=given.url,
        outlet=given.outlet,
        language=given.language,
        published=given.published,
        origin=Origin(path=str(path), sha256=digest, reader=READER, retrieved=retrieved),
    )


def _take(article: str, lines: Iterator[Line | tuple[int, str]], meanings: SeriesMap) -> _Reading:
    reading = _Reading(article, meanings)
    for line in lines:
        if isinstance(line, tuple):
            reading.bad.append(f"{line[0]}: {line[1]}")
            continue
        try:
            check(line)
        except LineError as error:
            reading.bad.append(f"{line.number}: {error}")
            continue
        _sort_in(reading, line)
    return reading


def _sort_in(reading: _Reading, line: Line) -> None:
    key = (line["claimant"], line["about"], line["measure"])
    if key not in reading.known:
        reading.known[key] = reading.meanings.meaning(*key)
    meaning = reading.known[key]
    if meaning:
        reading.rows.append((line, meaning))
        return
    reading.left_out[key] = reading.left_out.get(key, 0) + 1
    cell = line.cells["value"]
    reading.skipped.append(Skipped(text=cell.text, start=cell.start, end=cell.end, reason="measure in no map"))


def _claims(reading: _Reading) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims and the revisions, in the order of the rows; a part knows its whole of the same day and kind."""
    made = [(line, meaning, to_claim(line, meaning, reading.article)) for line, meaning in reading.rows]
    wholes = {_row_key(line, line["measure"]): claim.id for line, _, claim in made}
    claims: list[Claim] = []
    revisions: list[Claim] = []
    for line, meaning, claim in made:
        if meaning.part_of:
            claim = replace(claim, part_of=wholes.get(_row_key(line, meaning.part_of)))
        (revisions if line["kind"] == CORRECTION else claims).append(claim)
    return tuple(claims), tuple(revisions)


def _row_key(line: Line, measure: str) -> tuple[str, ...]:
    return line["claimant"], line["about"], measure, line["kind"], line["date"]


def _complaint(path: Path, bad: Sequence[str]) -> str:
    shown = "; ".join(f"line {row}" for row in bad[:SHOWN])
    more = f"; and {len(bad) - SHOWN} more" if len(bad) > SHOWN else ""
    return f"{path}: {shown}{more}; nothing was read; mend the rows, or leave such rows out on purpose (--skip-bad)"


def _unmapped(path: Path, reading: _Reading) -> Iterator[str]:
    for (claimant, about, measure), rows in reading.left_out.items():
        counted = "1 row" if rows == 1 else f"{rows} rows"
        yield (
            f"{path.name}: measure {measure!r} of {claimant!r} about {about!r} is in no map; {counted} left out; "
            "add a line for it to a map and give that with --map"
        )
