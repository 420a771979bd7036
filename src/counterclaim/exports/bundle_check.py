"""Whether an evidence bundle is whole: digests, spans, identities, rows and chain, without ledger or network."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from counterclaim.exports.bundle import ARTICLES, CHAIN, MANIFEST, ROWS, VERSIONS, files_of
from counterclaim.exports.crate import METADATA
from counterclaim.exports.withholding import first_disagreement
from counterclaim.serialise import Json, from_dicts

ENTRY = {"seq", "kind", "at", "by", "rows", "previous", "hash"}
EntryHash = Callable[[Mapping[str, Json]], str]


class BundleError(ValueError):
    """A bundle is not what it was; the message names the first bad item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was checked and found whole; `digest` is that of the manifest, to compare with one that was published."""

    digest: str
    files: int
    articles: int
    claims: int
    rows: int
    entries: int

    def __str__(self) -> str:
        held = (
            f"{self.articles} articles, {self.claims} claims and statements, {self.rows} rows, {self.entries} entries"
        )
        return f"manifest {self.digest}: {self.files} files with {held}"


class Files:
    """The files of a bundle by name, in a folder or in a zip."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.archive = None if place.is_dir() else _archive(place)
        self.names = tuple(sorted(self.archive.namelist() if self.archive else files_of(place)))

    def open(self, name: str) -> IO[bytes]:
        """The bytes of one file; BundleError where it is not there."""
        if name not in self.names:
            raise BundleError(f"{self.place}: {name}: missing; it belongs to every bundle")
        return self.archive.open(name) if self.archive else (self.place / name).open("rb")

    def lines(self, name: str) -> Iterator[tuple[str, Json]]:
        """The JSON objects of a file of lines, each with its place."""
        with self.open(name) as stream:
            for number, line in enumerate(stream, 1):
                yield f"{name}:{number}", _parsed(line, f"{self.place}: {name}:{number}")


@dataclass(frozen=True, slots=True)
class Known:
    """What a row must agree with: the words of its claim, and its bounds."""

    words: str
    low: int | None = None
    high: int | None = None


def verify_bundle(path: str | Path, *, entry_hash: EntryHash | None = None) -> Checked:
    """What the bundle holds, if all of it is as it was written.

    `entry_hash` gives the hash that an entry of the chain must carry; without it only the links are checked.
    Raises BundleError, which names the first file, article, claim, row or entry that is wrong.
    """
    files = Files(Path(path))
    count = _check_digests(files)
    _check_crate(files)
    _check_rules(files)
    articles, known = 0, dict[str, Known]()
    for found in _checked_articles(files):
        articles += 1
        known |= found
    return Checked(
        digest=_digest(files, MANIFEST),
        files=count,
        articles=articles,
        claims=len(known),
        rows=_check_rows(files, known),
        entries=_check_chain(files, entry_hash),
    )


def _archive(place: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(place)
    except (OSError, zipfile.BadZipFile) as error:
        raise BundleError(f"{place}: no bundle: {error}; give the folder or the zip that export wrote") from error


def _parsed(line: bytes, where: str) -> Json:
    try:
        return json.loads(line)
    except ValueError as error:
        raise BundleError(f"{where}: not JSON: {error}") from error


def _check_digests(files: Files) -> int:
    with files.open(MANIFEST) as stream:
        listed = dict(line.decode().rstrip("\n").split("  ", 1)[::-1] for line in stream)
    present = [name for name in files.names if name != MANIFEST]
    for name in sorted({*listed, *present}):
        if name not in listed:
            raise BundleError(f"{files.place}: {name}: not in {MANIFEST}; it was added later")
        found = _digest(files, name)
        if found != listed[name]:
            raise BundleError(f"{files.place}: {name}: SHA-256 is {found}, {listed[name]} expected; it was changed")
    return len(present)


def _digest(files: Files, name: str) -> str:
    digest = hashlib.sha256()
    with files.open(name) as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _check_crate(files: Files) -> None:
    with files.open(METADATA) as stream:
        graph = _parsed(stream.read(), f"{files.place}: {METADATA}")["@graph"]
    [root] = [node for node in graph if node["@id"] == "./"]
    missing = [part["@id"] for part in root["hasPart"] if part["@id"] not in files.names]
    if missing:
        raise BundleError(f"{files.place}: {missing[0]}: named in {METADATA} and missing")


def _check_rules(files: Files) -> None:
    """The rules must have the digest that readings name theirs by: that of names and bytes, in order of name."""
    with files.open(VERSIONS) as stream:
        told = _parsed(stream.read(), f"{files.place}: {VERSIONS}")["rules"]
    digest = hashlib.sha256()
    folder = f"rules/{told['language']}/"
    for name in (name for name in files.names if name.startswith(folder)):
        with files.open(name) as stream:
            digest.update(name.removeprefix(folder).encode() + b"\0" + stream.read() + b"\0")
    if digest.hexdigest() != told["digest"]:
        raise BundleError(f"{files.place}: {folder}: digest is {digest.hexdigest()}, {told['digest']} expected")


def _checked_articles(files: Files) -> Iterator[dict[str, Known]]:
    """What rows must agree with, by id of claim and statement, for each article whose spans were checked."""
    for where, document in files.lines(ARTICLES):
        try:
            wrong, found = _wrong_article(document), _known(document)
        except (KeyError, TypeError) as error:
            raise BundleError(f"{files.place}: {where}: not in the format: {error!r}") from error
        if wrong:
            raise BundleError(f"{files.place}: {where}: {wrong}")
        yield found


def _wrong_article(document: Mapping[str, Json]) -> str | None:
    article = document["article"]
    if "text" not in article:
        return first_disagreement(document)
    identity = "sha256:" + hashlib.sha256(f"{article['key']}\n{article['text']}".encode()).hexdigest()
    if identity != article["id"]:
        return f"article.id is {article['id']}, {identity} expected of its key and text"
    try:
        from_dicts(document)
    except ValueError as error:
        return str(error)
    return None


def _known(document: Mapping[str, Json]) -> dict[str, Known]:
    claims = {
        claim["id"]: Known(claim["evidence"]["text"], claim["quantity"]["low"], claim["quantity"]["high"])
        for claim in document["claims"]
    }
    return claims | {said["id"]: Known(said["content"]["text"]) for said in document["statements"]}


def _check_rows(files: Files, known: Mapping[str, Known]) -> int:
    number = 0
    with files.open(ROWS) as stream, io.TextIOWrapper(stream, "utf-8", newline="") as text:
        for row in csv.DictReader(text):
            number += 1
            wrong = _wrong_row(row, known.get(row["claim"]))
            if wrong:
                raise BundleError(f"{files.place}: {ROWS}, row {number}: claim {row['claim']}: {wrong}")
    return number


def _wrong_row(row: Mapping[str, str], known: Known | None) -> str | None:
    if known is None:
        return f"not in {ARTICLES}"
    if row["wording"].removeprefix("'") != known.words.removeprefix("'"):
        return f"wording is {row['wording']!r}, {known.words!r} expected"
    if row["status"] == "corrected" or row["form"] == "vague":  # by a person, or by a convention
        return None
    for name, number in (("low", known.low), ("high", known.high)):
        if row[name] != ("" if number is None else str(number)):
            return f"{name} is {row[name] or 'empty'}, {number} expected"
    return None


def _check_chain(files: Files, entry_hash: EntryHash | None) -> int:
    before: Mapping[str, Json] | None = None
    number = 0
    for where, entry in files.lines(CHAIN):
        if not isinstance(entry, dict) or entry.keys() != ENTRY:
            raise BundleError(f"{files.place}: {where}: no entry; expected {', '.join(sorted(ENTRY))}")
        number += 1
        follows = before is not None and entry["seq"] == before["seq"] + 1
        if follows and before is not None and entry["previous"] != before["hash"]:
            raise BundleError(f"{files.place}: {where}: does not carry the hash of the entry before it")
        if entry_hash and entry_hash(entry) != entry["hash"]:
            raise BundleError(f"{files.place}: {where}: hash is {entry['hash']}, {entry_hash(entry)} expected")
        before = entry
    return number
