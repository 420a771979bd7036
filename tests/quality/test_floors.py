"""The quality floor on the articles inside the repository; `make quality GOLD=DIR` has a floor of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from counterclaim.serialise import from_dicts
from scripts.gold import GoldArticle, digest_of, load, score

HERE = Path(__file__).parent
GOLD = HERE / "gold"
SCHEMA = json.loads((HERE.parents[1] / "schema" / "claim-1.json").read_text("utf-8"))
FLOOR: dict[str, Any] = json.loads((HERE / "floors.json").read_text("utf-8"))["fixtures"]


@pytest.fixture(scope="module")
def pairs() -> list[tuple[GoldArticle, dict[str, Any]]]:
    """Each annotated article beside what was read from it."""
    golds = load(GOLD)
    found = pipeline.read([gold.record for gold in golds])
    return [(gold, item.to_dicts()) for gold, item in zip(golds, found, strict=True) if isinstance(item, Extraction)]


def test_floor_belongs_to_these_annotations() -> None:
    """The floor stands beside the digest of what it was measured on."""
    assert digest_of(GOLD) == FLOOR["digest"]


def test_every_article_is_read(pairs: list[tuple[GoldArticle, dict[str, Any]]]) -> None:
    """None of the annotated articles is refused."""
    assert len(load(GOLD)) == len(pairs)


def test_every_output_is_valid(pairs: list[tuple[GoldArticle, dict[str, Any]]]) -> None:
    """What is written of each article passes the schema."""
    validator = Draft202012Validator(SCHEMA)

    assert [] == [error.message for _, written in pairs for error in validator.iter_errors(written)]


def test_what_was_written_can_be_read_back(pairs: list[tuple[GoldArticle, dict[str, Any]]]) -> None:
    """The records of each article come back from its object."""
    assert [written for _, written in pairs] == [from_dicts(written).to_dicts() for _, written in pairs]


@pytest.mark.parametrize("measure", ["claim", "full"])
def test_quality_is_at_its_floor(pairs: list[tuple[GoldArticle, dict[str, Any]]], measure: str) -> None:
    """Claim F1 and full F1 do not fall; a floor comes down only on purpose, with a reason."""
    assert score(pairs).as_f1()[measure] >= FLOOR["f1"][measure]
