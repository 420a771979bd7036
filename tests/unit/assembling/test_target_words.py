"""The words for what is counted, where a headline ends in who says it."""

import pytest

from counterclaim.pipeline import extract_text


@pytest.mark.parametrize("text", ["Air strike kills six Syrian state TV", "Air strike kills six Iranian state TV"])
def test_source_that_ends_a_headline_is_no_target(text: str) -> None:
    """ "Kills six Syrian state TV" says nothing of whose the six were; the broadcaster is the source."""
    [claim] = extract_text(text).claims

    assert (None, None) == (claim.target.text, claim.target.side)
    assert ["state TV"] == [source.text for source in claim.sources]
