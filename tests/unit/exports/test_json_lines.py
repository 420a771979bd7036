"""The public format, given out again."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from counterclaim.exports import json_lines
from counterclaim.serialise import from_dicts, to_dicts
from tests.fixtures.extractions import FULL
from tests.fixtures.rows import rows_of

SCHEMA = json.loads((Path(__file__).parents[3] / "schema" / "claim-1.json").read_text("utf-8"))


def test_reads_back_as_it_was_extracted() -> None:
    """All rows of an article give its line again, but for the numbers that were passed over."""
    [line] = json_lines.render(rows_of())

    assert {**to_dicts(FULL), "skipped": []} == to_dicts(from_dicts(json.loads(line)))


def test_some_rows_give_some_claims() -> None:
    """A choice of rows gives a line with these claims alone, which is of the format."""
    [line] = json_lines.render(rows_of()[1:2])
    document = json.loads(line)
    jsonschema.validate(document, SCHEMA)

    assert [FULL.claims[1].id] == [claim["id"] for claim in document["claims"]]
