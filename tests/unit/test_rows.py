"""Claims as flat rows."""

from __future__ import annotations

from counterclaim.rows import COLUMNS, chain, claim_rows
from tests.fixtures.extractions import EMPTY, FULL

KILLED, TANKS, TRUCKS = claim_rows([FULL])


def test_row_has_every_column_in_order() -> None:
    """A row has the columns of the table, in their order."""
    assert COLUMNS == tuple(KILLED)


def test_every_row_carries_claimant_words_and_link() -> None:
    """No figure leaves without the one who claims it, the sentence and the address."""
    expected = ("Army (Northland)", FULL.claims[0].evidence.text, "https://news.example/alpha")

    assert expected == (KILLED["claimant"], KILLED["wording"], KILLED["link"])


def test_chain_names_the_nearest_first() -> None:
    """'Agency, citing Roe' is Roe's claim according to the agency."""
    assert "Jan Roe, Army (Northland), according to Agency" == chain(FULL.claims[1].sources)


def test_own_voice_is_said() -> None:
    """A claim without a source says that it is the outlet's own voice."""
    assert "the outlet's own voice" == TRUCKS["claimant"]


def test_open_bound_stays_open() -> None:
    """'at least 12' has no upper bound, and none is made up."""
    assert ("at least 12", 12, None) == (KILLED["quantity"], KILLED["low"], KILLED["high"])


def test_unknown_place_is_none() -> None:
    """Where no place is said every column of it is empty."""
    assert (None, None, "Alpha", None) == (TANKS["place"], TANKS["latitude"], TRUCKS["place"], TRUCKS["geonames"])


def test_article_without_claims_has_no_rows() -> None:
    """Nothing claimed, nothing listed."""
    assert [] == list(claim_rows([EMPTY]))
