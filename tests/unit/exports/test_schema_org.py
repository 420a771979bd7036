"""schema.org Claims."""

from __future__ import annotations

import json
from dataclasses import replace

from counterclaim.exports import schema_org
from tests.fixtures.rows import row, rows_of

EARLY = row(0, published="2031-05-06", outlet="First News", claim="b" * 20)


def test_graph_holds_claims() -> None:
    """The document has the context, and each node is a Claim with text, author and appearance."""
    document = json.loads("".join(schema_org.render(rows_of())))

    assert ("https://schema.org", {"Claim"}) == (document["@context"], {node["@type"] for node in document["@graph"]})
    assert [] == [node for node in document["@graph"] if not {"text", "author", "appearance"} <= node.keys()]


def test_a_group_is_one_claim_with_its_appearances() -> None:
    """Rows that say the same become one Claim, first seen where it was published first."""
    group = [replace(found, same="g1") for found in (row(0), EARLY)]
    [node] = json.loads("".join(schema_org.render(group)))["@graph"]

    assert (2, "First News") == (len(node["appearance"]), node["firstAppearance"]["publisher"]["name"])


def test_without_a_day_no_first_appearance() -> None:
    """Where no day of publication is known, none is made up."""
    assert "firstAppearance" not in schema_org.claim([row(0, published=None)])
