"""Evidence bundles, and whether tampering with them is found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counterclaim.exports import bundle
from counterclaim.exports.bundle_check import BundleError, verify_bundle
from counterclaim.rules import OURS
from tests.fixtures.extractions import FULL, TEXT
from tests.fixtures.rows import rows_of

NOW = "2031-05-08T00:00:00Z"
ENTRIES: list[dict[str, Any]] = [
    {"seq": 1, "kind": "version", "at": NOW, "by": "x", "rows": "", "previous": "0" * 64, "hash": "1" * 64},
    {"seq": 2, "kind": "extraction", "at": NOW, "by": "x", "rows": "", "previous": "1" * 64, "hash": "2" * 64},
]


def made(folder: Path, texts: str = "full", name: str = "evidence") -> Path:
    bundle.write(rows_of(), folder / name, now=NOW, entries=ENTRIES, texts=texts)
    return folder / name


def resealed(place: Path) -> Path:
    """The bundle with a new manifest, as somebody would write it who changed a file and knows how."""
    names = [name for name in bundle.files_of(place) if name != bundle.MANIFEST]
    lines = (f"{hashlib.sha256((place / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (place / bundle.MANIFEST).write_text("".join(lines), "utf-8")
    return place


def change(place: Path, name: str, old: str, new: str) -> Path:
    file = place / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8", newline="")
    return place


@pytest.mark.parametrize("name", ["evidence", "evidence.zip"])
@pytest.mark.parametrize("texts", ["full", "quotes"])
def test_whole_bundle_is_whole(tmp_path: Path, name: str, texts: str) -> None:
    """Folder and zip, with texts or with quotations alone, are found whole."""
    checked = verify_bundle(made(tmp_path, texts, name))

    assert (1, 5, 5, 2) == (checked.articles, checked.claims, checked.rows, checked.entries)


def test_digest_is_of_the_manifest(tmp_path: Path) -> None:
    """The digest that can be published beforehand is that of the manifest."""
    place = made(tmp_path)

    assert hashlib.sha256((place / bundle.MANIFEST).read_bytes()).hexdigest() == verify_bundle(place).digest


def test_crate_describes_every_file(tmp_path: Path) -> None:
    """The root entity is a Dataset with name, description, day and terms, and names each file, each described."""
    graph = json.loads((made(tmp_path) / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    files = {part["@id"] for part in nodes["./"]["hasPart"]}

    assert {"name", "description", "datePublished", "license"} <= nodes["./"].keys()
    assert {"@id": "https://w3id.org/ro/crate/1.1"} == nodes["ro-crate-metadata.json"]["conformsTo"]
    assert (files, {"File"}) == (files & nodes.keys(), {nodes[name]["@type"] for name in files})


def test_quotes_hold_no_text(tmp_path: Path) -> None:
    """With quotations alone, words that no claim rests on do not leave."""
    place = made(tmp_path, "quotes")
    held = "".join(file.read_text("utf-8") for file in place.iterdir() if file.is_file())

    assert (False, True) == (
        "The commander, 47, was not hurt" in held,
        hashlib.sha256(TEXT.encode()).hexdigest() in held,
    )


def test_rules_are_those_at_hand(tmp_path: Path) -> None:
    """The bundle carries the rules, byte for byte."""
    place = made(tmp_path)
    ours = OURS / "en"

    assert [] == [f for f in (place / "rules" / "en").iterdir() if f.read_bytes() != (ours / f.name).read_bytes()]


@pytest.mark.parametrize("name", ["rows.csv", "articles.jsonl", "rules/en/vague.yaml", "versions.json"])
def test_changed_file_is_named(tmp_path: Path, name: str) -> None:
    """One byte more in a file, and the file is named with both digests."""
    place = made(tmp_path)
    with (place / name).open("ab") as out:
        out.write(b" ")

    with pytest.raises(BundleError, match=f"{name}: SHA-256 is [0-9a-f]{{64}}, [0-9a-f]{{64}} expected"):
        verify_bundle(place)


def test_missing_and_added_files_are_named(tmp_path: Path) -> None:
    """A file that was taken away or put in is named."""
    place = made(tmp_path)
    (place / "more.txt").write_text("x")
    with pytest.raises(BundleError, match=r"more\.txt: not in manifest-sha256\.txt"):
        verify_bundle(place)
    (place / "more.txt").unlink()
    (place / "rows.csv").unlink()
    with pytest.raises(BundleError, match=r"rows\.csv: missing"):
        verify_bundle(place)


FULL_TEXT = [
    ("articles.jsonl", "at least 12 Southland", "at least 21 Southland", r"articles\.jsonl:1: article\.id is sha256:"),
    ("articles.jsonl", '"start": 74', '"start": 75', r"articles\.jsonl:1: claims\[0\]\.quantity: 75-76 is '2'"),
    ("articles.jsonl", '"claims"', '"clams"', r"articles\.jsonl:1: statements\[0\]: unknown field 'clams'"),
    ("rows.csv", ",12,at least,12,", ",12,at least,21,", r"rows\.csv, row 1: claim 6b86.*: low is 21, 12 expected"),
    ("rows.csv", "at least 12 Southland", "at least 21 Southland", r"rows\.csv, row 1: claim 6b86.*: wording is"),
    ("rows.csv", FULL.claims[0].id, "f" * 20, r"rows\.csv, row 1: claim f{20}: not in articles\.jsonl"),
    ("rules/en/vague.yaml", "low: 24", "low: 12", r"rules/en/: digest is [0-9a-f]{64}, [0-9a-f]{64} expected"),
    ("chain.jsonl", '"by"', '"from"', r"chain\.jsonl:1: no entry; expected at, by, hash"),
    ("chain.jsonl", '"previous": "11', '"previous": "12', r"chain\.jsonl:2: does not carry the hash"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), FULL_TEXT)
def test_tampering_is_found_under_a_new_manifest(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    """Who also writes the manifest anew is found by text, spans, identities, rows or chain."""
    place = resealed(change(made(tmp_path), name, old, new))

    with pytest.raises(BundleError, match=message):
        verify_bundle(place)


def test_quotations_must_agree(tmp_path: Path) -> None:
    """Without the text, a number that differs from the sentence around it is found."""
    place = made(tmp_path, "quotes")
    resealed(change(place, "articles.jsonl", '"text": "12", "start": 74', '"text": "21", "start": 74'))

    with pytest.raises(BundleError, match=r"articles\.jsonl:1: claims\[0\]\.\w+: '.*' does not stand at"):
        verify_bundle(place)


def test_hash_of_an_entry(tmp_path: Path) -> None:
    """Where the hash of an entry can be worked out, an entry that does not carry it is named."""
    with pytest.raises(BundleError, match=r"chain\.jsonl:2: hash is 2{64}, 1{64} expected"):
        verify_bundle(made(tmp_path), entry_hash=lambda _: "1" * 64)


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_what_is_no_bundle(tmp_path: Path, content: bytes) -> None:
    """A file that is no zip is refused with what to give."""
    file = tmp_path / "x.zip"
    file.write_bytes(content)

    with pytest.raises(BundleError, match=r"no bundle: .*; give the folder or the zip"):
        verify_bundle(file)


def test_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """A folder with something in it is never written over."""
    made(tmp_path)
    with pytest.raises(FileExistsError, match="stands there already"):
        made(tmp_path)


def test_several_readings_are_all_named(tmp_path: Path) -> None:
    """Rows that other rules made are in it with their digest."""
    other = [replace(row, made_by=replace(row.made_by, rules="cd" * 32)) for row in rows_of()]
    bundle.write([*rows_of(), *other], tmp_path / "b", now=NOW)
    versions = json.loads((tmp_path / "b" / "versions.json").read_text("utf-8"))

    assert ["ab" * 32, "cd" * 32] == [made["rules"] for made in versions["read_by"]]
