"""An evidence bundle: claims, the words they rest on, rules, versions and chain, as an RO-Crate to check offline."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.csv_lines import csv_line
from counterclaim.exports import crate, csvw
from counterclaim.exports.columns import cells, columns
from counterclaim.exports.conventions import OURS
from counterclaim.exports.json_lines import extractions
from counterclaim.exports.placing import placed, placed_folder
from counterclaim.exports.row import Row
from counterclaim.exports.withholding import without_text
from counterclaim.rules import OURS as OUR_RULES
from counterclaim.rules import load_rules
from counterclaim.serialise import Json, to_dicts

FULL, QUOTES = "full", "quotes"
ARTICLES, ROWS, CHAIN, VERSIONS, MANIFEST = (
    "articles.jsonl", "rows.csv", "chain.jsonl", "versions.json", "manifest-sha256.txt",
)  # fmt: skip
DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold: the same rows give the same bytes


def write(
    rows: Iterable[Row],
    place: Path,
    *,
    now: str,
    entries: Iterable[Mapping[str, Json]] = (),
    texts: str = QUOTES,
    convention: str | None = OURS,
    language: str = "en",
) -> None:
    """Write the bundle as a folder, or as a zip where the name ends so.

    `texts` is full (the articles' texts go along) or quotes (the words that claims rest on, and digests of the rest).
    `entries` are those of the ledger's chain. Raises FileExistsError where a folder stands there already.
    """
    with _folder_for(place) as folder:
        made_by = _articles_and_rows(folder, rows, texts=texts, convention=convention)
        (folder / f"{ROWS}{csvw.BESIDE}").write_text(csvw.metadata(ROWS), "utf-8")
        _lines(folder / CHAIN, entries)
        _rules(folder / "rules" / language, OUR_RULES / language)
        rules = {"language": language, "digest": load_rules(language).digest}
        versions = {"texts": texts, "convention": convention, "made": now, "rules": rules, "read_by": made_by}
        (folder / VERSIONS).write_text(json.dumps(versions, indent=2) + "\n", "utf-8")
        (folder / crate.METADATA).write_text(crate.metadata(folder, now=now, texts=texts), "utf-8")
        (folder / MANIFEST).write_text("".join(_manifest(folder)), "utf-8")


@contextmanager
def _folder_for(place: Path) -> Iterator[Path]:
    """A folder to fill, which becomes the bundle."""
    if place.suffix != ".zip":
        with placed_folder(place) as folder:
            yield folder
        return
    with TemporaryDirectory(dir=place.parent, prefix=".") as temporary:
        yield Path(temporary)
        _zip(Path(temporary), place)


def _articles_and_rows(
    folder: Path, rows: Iterable[Row], *, texts: str, convention: str | None
) -> list[dict[str, str]]:
    """Write both files in one pass; what the rows were read by."""
    made_by: dict[tuple[str, str, str], dict[str, str]] = {}
    with (folder / ARTICLES).open("wb") as articles, (folder / ROWS).open("wb") as flat:
        flat.write(csv_line(column.name for column in columns()).encode())
        for _, group in groupby(rows, key=lambda row: (row.article.id, row.made_by)):
            found = tuple(group)
            for row in found:
                flat.write(csv_line(cells(row, convention)).encode())
            for extraction in extractions(found):
                made = extraction.made_by
                made_by.setdefault((made.version, made.rules, made.model),
                                   {"version": made.version, "rules": made.rules, "model": made.model})  # fmt: skip
                document = to_dicts(extraction)
                articles.write(_line(document if texts == FULL else without_text(document)))
    return [made_by[key] for key in sorted(made_by)]


def _line(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _lines(file: Path, values: Iterable[Mapping[str, Json]]) -> None:
    with file.open("wb") as out:
        out.writelines(_line(dict(value)) for value in values)


def _rules(folder: Path, ours: Path) -> None:
    folder.mkdir(parents=True)
    for file in sorted(ours.iterdir()):
        if file.suffix in (".yaml", ".tsv"):
            (folder / file.name).write_bytes(file.read_bytes())


def files_of(folder: Path) -> list[str]:
    """The names of all files of a folder, in order, as a bundle names them."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def _manifest(folder: Path) -> Iterator[str]:
    for name in files_of(folder):
        with (folder / name).open("rb") as stream:
            yield f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n"


def _zip(folder: Path, place: Path) -> None:
    names = files_of(folder)
    with placed(place) as (out,), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            member = zipfile.ZipInfo(name, DAY_OF_ZIP)
            member.compress_type = zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as source, archive.open(member, "w", force_zip64=True) as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
