"""The metadata of a bundle as RO-Crate 1.1 has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from counterclaim.exports.csvw import NOTE

METADATA = "ro-crate-metadata.json"
VERSION = "https://w3id.org/ro/crate/1.1"
KINDS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".tsv": "text/tab-separated-values",
    ".yaml": "application/yaml",
    ".txt": "text/plain",
}
ABOUT = {
    "articles.jsonl": "Each article with its claims and statements, in the format counterclaim/1",
    "rows.csv": "The claims as they stand today, one row each",
    "rows.csv-metadata.json": "What the columns of rows.csv are (CSV on the Web)",
    "chain.jsonl": "The entries of the ledger's chain that these claims belong to",
    "versions.json": "What software, rules and parser read the articles",
}
TERMS = "Quotations and texts belong to those who published them."


def metadata(folder: Path, *, now: str, texts: str) -> str:
    """The crate's description of the files that stand in the folder, as JSON-LD."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    files = [_file(folder, name) for name in names]
    graph = [_descriptor(), _root(names, now, texts), _terms(), *files]
    return json.dumps({"@context": f"{VERSION}/context", "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _descriptor() -> dict[str, Any]:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": VERSION},
        "about": {"@id": "./"},
    }


def _root(names: list[str], now: str, texts: str) -> dict[str, Any]:
    held = "the texts of the articles" if texts == "full" else "the words that the claims rest on"
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": "Claims from news reports, with their evidence",
        "description": f"{NOTE} With {held}, the rules they were read by, and digests. Check: counterclaim verify",
        "datePublished": now,
        "license": {"@id": "#terms"},
        "hasPart": [{"@id": name} for name in names],
    }


def _terms() -> dict[str, Any]:
    return {"@id": "#terms", "@type": "CreativeWork", "name": "Terms", "description": TERMS}


def _file(folder: Path, name: str) -> dict[str, Any]:
    file = folder / name
    return {
        "@id": name,
        "@type": "File",
        "name": ABOUT.get(name, f"A file of the rules: {name}"),
        "encodingFormat": KINDS.get(file.suffix, "application/octet-stream"),
        "contentSize": str(file.stat().st_size),
    }
