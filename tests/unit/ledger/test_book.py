"""The ledger as Python sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim import Ledger

VERBS = sorted(name for name in dir(Ledger) if not name.startswith("_"))
DOCUMENTED = (Path(__file__).parents[3] / "docs" / "ledger.md").read_text("utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_verb_is_documented(verb: str) -> None:
    """Each stands in the documentation of the ledger."""
    assert f"`{verb}`" in DOCUMENTED
