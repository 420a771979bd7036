"""What claims answer: one denies, doubts or revises another, by its id where it stands in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from counterclaim.pipeline import extract_text

SPECS = yaml.load((Path(__file__).parent / "answers.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec['figure']} in {spec['text'][:40]}")
def test_answer(spec: dict[str, str]) -> None:
    """The figure has the relation, and points at the figure that it answers."""
    claims = {claim.quantity.text: claim for claim in extract_text(spec["text"]).claims}
    ids = {claim.id: text for text, claim in claims.items()}
    answers = claims[spec["figure"]].answers

    assert spec["relation"] == (answers.relation if answers else "null")
    assert spec["to"] == (ids[answers.id] if answers and answers.id else "null")
