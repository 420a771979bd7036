"""Specs as text and expected claims, all read in one batch; the format is told in claims/README.md."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.extraction import Extraction
from counterclaim.pipeline import Reader, extract_all
from counterclaim.reading import Given, read_text
from counterclaim.records import Article, Claim
from counterclaim.rules import load_rules

FOLDER = Path(__file__).parent / "claims"
PUBLISHED = "2022-03-02"
BODY = "\u2014"  # under a headline that has nothing below it
Spec = dict[str, Any]
DEFAULTS: Spec = {"form": "exact", "modality": "asserted", "sources": [], "part_of": None}


def specs() -> list[Spec]:
    files = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in sorted(FOLDER.glob("*.yaml"))}
    return [{**spec, "file": stem} for stem, found in files.items() for spec in found]


SPECS = specs()


def article_of(spec: Spec) -> Article:
    title = spec.get("title")
    given = Given(published=spec.get("published", PUBLISHED), title=title, language="en")
    return read_text(spec.get("text", BODY if title else ""), given=given)


@cache
def extractions() -> tuple[Extraction, ...]:
    found = tuple(extract_all(map(article_of, SPECS), Reader(load_rules("en"))))
    return tuple(item for item in found if isinstance(item, Extraction))


def wanted(claim: Mapping[str, Any]) -> Spec:
    low, _, high = claim["is"].partition("..")
    bounds = {"low": low or None, "high": (high if ".." in claim["is"] else low) or None}
    said = {key: None if value == "null" else value for key, value in claim.items() if key != "is"}
    return {**DEFAULTS, **said, **bounds}


def told(claim: Claim, claims: Mapping[str, Claim]) -> Spec:
    """Everything of a claim that a spec may speak of, as texts."""
    q, period = claim.quantity, claim.period
    return {
        "event": claim.event,
        "words": q.text,
        "low": None if q.low is None else str(q.low),
        "high": None if q.high is None else str(q.high),
        "form": q.form,
        "unit": q.unit,
        "target": claim.target.category,
        "also": list(claim.target.also),
        "side": claim.target.side,
        "actor": claim.actor.name if claim.actor else None,
        "sources": [source.text for source in claim.sources],
        "modality": claim.modality,
        "part_of": claims[claim.part_of].quantity.text if claim.part_of else None,
        "answers": claim.answers.relation if claim.answers else None,
        "caveats": [caveat.kind for caveat in claim.caveats],
        "basis": period.basis,
        "per": period.per,
        "start": period.start,
        "end": period.end,
        "place": claim.place.text if claim.place else None,
    }


@pytest.mark.parametrize("number", range(len(SPECS)), ids=[f"{s['file']}: {s['id']}" for s in SPECS])
def test_spec(number: int) -> None:
    """The text gives the expected claims, in order, and no other; of each, what the spec speaks of."""
    claims = extractions()[number].claims
    expected = [wanted(claim) for claim in SPECS[number]["claims"]]
    by_id = {claim.id: claim for claim in claims}
    found = [told(claim, by_id) for claim in claims]
    always = set(DEFAULTS) | {"event", "words", "low", "high", "target"}
    keys = [set(claim) for claim in expected] + [always] * len(found)

    assert expected == [{k: v for k, v in f.items() if k in of} for f, of in zip(found, keys, strict=False)]


def test_ids_of_specs_are_single() -> None:
    """No spec hides behind another's name."""
    ids = [spec["id"] for spec in SPECS]

    assert sorted(set(ids)) == sorted(ids)
    assert len(ids) >= 120
