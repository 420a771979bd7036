"""The quality floor on the articles inside the repository; `make quality GOLD=DIR` has a floor of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from scripts.gold import GoldArticle, digest_of, load, score

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOOR: dict[str, Any] = json.loads((HERE / "floors.json").read_text("utf-8"))["fixtures"]


@pytest.fixture(scope="module")
def pairs() -> list[tuple[GoldArticle, dict[str, Any]]]:
    """Each annotated article beside what was read from it."""
    golds = load(GOLD)
    found = pipeline.read([gold.record for gold in golds])
    return [(gold, item.to_dicts()) for gold, item in zip(golds, found, strict=True) if isinstance(item, Extraction)]


def test_floor_belongs_to_these_annotations() -> None:
    """The floor stands beside the digest of what it was measured on."""
    assert FLOOR["digest"] == digest_of(GOLD)


def test_every_article_is_read(pairs: list[tuple[GoldArticle, dict[str, Any]]]) -> None:
    """None of the annotated articles is refused."""
    assert len(pairs) == len(load(GOLD))


@pytest.mark.parametrize("measure", ["claim", "full"])
def test_quality_is_at_its_floor(pairs: list[tuple[GoldArticle, dict[str, Any]]], measure: str) -> None:
    """Claim F1 and full F1 do not fall; a floor comes down only on purpose, with a reason."""
    assert score(pairs).as_f1()[measure] >= FLOOR["f1"][measure]
