"""The JSON Schema of the format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from counterclaim import vocabulary
from counterclaim.extraction import Extraction
from tests.fixtures.extractions import EMPTY, FULL

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "schema" / "claim-1.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object with named fields."""
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_schema_is_a_schema() -> None:
    """The schema follows JSON Schema 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("extraction", [FULL, EMPTY], ids=["full", "empty"])
def test_what_is_written_is_valid(extraction: Extraction) -> None:
    """What we write passes our own schema."""
    assert [] == [error.message for error in VALIDATOR.iter_errors(extraction.to_dicts())]


def test_schema_is_strict() -> None:
    """No object may have a field that the schema does not name."""
    assert [] == [node for node in objects(SCHEMA) if node.get("additionalProperties") is not False]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("category", vocabulary.CATEGORIES),
        ("modality", vocabulary.MODALITIES),
        ("act", vocabulary.ACTS),
    ],
)
def test_vocabularies_are_those_of_the_records(name: str, words: tuple[str, ...]) -> None:
    """The schema and the records know the same words."""
    assert words == tuple(SCHEMA["$defs"][name]["enum"])


def test_events_are_those_of_the_records() -> None:
    """A claim may have the events of claims; a statement also those of statements, or none."""
    defs = SCHEMA["$defs"]
    claim, statement = (defs[name]["properties"]["event"]["enum"] for name in ("claim", "statement"))

    told = (*vocabulary.EVENTS, *vocabulary.STATEMENT_EVENTS, None)
    assert (vocabulary.EVENTS, told) == (tuple(claim), tuple(statement))


@pytest.mark.parametrize(
    ("where", "value"),
    [(("event",), "slain"), (("modality",), "sure"), (("id",), "1"), (("confidence",), 1.5), (("surprise",), 1)],
)
def test_wrong_claims_are_refused(where: tuple[str], value: object) -> None:
    """A word, an id or a field that the format does not know is refused."""
    written = FULL.to_dicts()
    written["claims"][0][where[0]] = value

    assert not VALIDATOR.is_valid(written)
