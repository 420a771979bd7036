"""What holds for every format: no number leaves without who says it, what they did and where it was read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import polars
import pytest

from counterclaim.exports.formats import FORMATS, Wishes, export
from counterclaim.exports.row import Row
from tests.fixtures.rows import row, rows_of

WISHES = Wishes(now="2031-05-08T00:00:00Z", texts="quotes")
INCIDENTS = [row(0), row(0, claim="a" * 20, act="conceded", claimant="Staff (Southland)", chain="Staff (Southland)")]


def csv_pieces(file: Path) -> list[str]:
    return ["\t".join(found.values()) for found in csv.DictReader(io.StringIO(file.read_text("utf-8")))]


def json_pieces(file: Path, key: str) -> list[str]:
    return [json.dumps(item, ensure_ascii=False) for item in json.loads(file.read_text("utf-8"))[key]]


def line_pieces(file: Path) -> list[str]:
    """Each claim with the address of its article."""
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [f"{one['article']['url']} {json.dumps(claim)}" for one in found for claim in one["claims"]]


def pieces(name: str, file: Path) -> list[str]:
    """The smallest parts of an export that can be taken out of it: one for each claim."""
    readers: dict[str, Any] = {
        "csv": csv_pieces,
        "ucdp": csv_pieces,
        "acled": csv_pieces,
        "bundle": lambda folder: csv_pieces(folder / "rows.csv"),
        "jsonl": line_pieces,
        "annotations": lambda found: json_pieces(found, "items"),
        "schema-org": lambda found: json_pieces(found, "@graph"),
        "parquet": lambda found: [json.dumps(one, default=str) for one in polars.read_parquet(found).to_dicts()],
        "wikitext": lambda found: [unescape(part) for part in found.read_text("utf-8").split("|-\n")[1:]],
    }
    return list(readers[name](file))


def written(name: str, rows: Iterable[Row], folder: Path) -> Path:
    return export(rows, name, folder / f"claims.{name}", WISHES)[0]


@pytest.mark.parametrize("name", FORMATS)
def test_no_number_without_claimant_act_and_link(name: str, tmp_path: Path) -> None:
    """Each claim of an export carries its claimant, the claimant's act and the link of its article."""
    rows = [*rows_of()[:3], *(INCIDENTS if name in ("ucdp", "acled") else [])]
    found = pieces(name, written(name, rows, tmp_path))
    said = [("Army (Northland)", "stated"), ("the outlet's own voice", ""), ("Staff (Southland)", "conceded")]

    assert found != []
    assert [] == [
        piece
        for piece in found
        if "https://news.example/alpha" not in piece
        or (name != "jsonl" and not any(who in piece and act in piece for who, act in said))
        or (name == "jsonl" and '"sources": []' not in piece and '"act": "stated"' not in piece)
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_give_out(name: str, tmp_path: Path) -> None:
    """Without rows every format is still whole, and holds no claim."""
    assert [] == pieces(name, written(name, [], tmp_path))


@pytest.mark.parametrize("name", FORMATS)
def test_same_rows_same_bytes(name: str, tmp_path: Path) -> None:
    """Two runs over the same rows give the same bytes, in every file."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        written(name, rows_of(), folder)
    one, two = ({f.relative_to(d): f.read_bytes() for f in d.rglob("*") if f.is_file()} for d in folders)

    assert one == two


@pytest.mark.parametrize("name", FORMATS)
def test_failure_leaves_nothing(name: str, tmp_path: Path) -> None:
    """Where the rows end with an error, no file is left, whole or in part."""

    def broken() -> Iterable[Row]:
        yield row(0)
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        written(name, broken(), tmp_path)

    assert [] == list(tmp_path.iterdir())


def test_unknown_format_is_refused(tmp_path: Path) -> None:
    """A format that there is not is refused with the names of those there are."""
    with pytest.raises(ValueError, match="format 'xlsx': unknown; known formats: csv, jsonl"):
        written("xlsx", [], tmp_path)


def test_unknown_convention_is_refused(tmp_path: Path) -> None:
    """A convention that there is not is refused with the names of those there are."""
    with pytest.raises(ValueError, match="convention 'mine': unknown; known conventions: ours, acled, ucdp"):
        export([], "csv", tmp_path / "x.csv", Wishes(convention="mine"))
