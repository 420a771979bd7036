"""Claims as flat rows."""

from __future__ import annotations

from counterclaim.rows import COLUMNS, chain, claim_rows
from tests.fixtures.extractions import EMPTY, FULL

KILLED, TANKS, TRUCKS = claim_rows([FULL])


def test_row_has_every_column_in_order() -> None:
    """A row has the columns of the table, in their order."""
    assert tuple(KILLED) == COLUMNS


def test_every_row_carries_claimant_words_and_link() -> None:
    """No figure leaves without the one who claims it, the sentence and the address."""
    expected = ("Army (Northland)", FULL.claims[0].evidence.text, "https://news.example/alpha")

    assert (KILLED["claimant"], KILLED["wording"], KILLED["link"]) == expected


def test_chain_names_the_nearest_first() -> None:
    """'Agency, citing Roe' is Roe's claim according to the agency."""
    assert chain(FULL.claims[1].sources) == "Jan Roe, Army (Northland), according to Agency"


def test_own_voice_is_said() -> None:
    """A claim without a source says that it is the outlet's own voice."""
    assert TRUCKS["claimant"] == "the outlet's own voice"


def test_open_bound_stays_open() -> None:
    """'at least 12' has no upper bound, and none is made up."""
    assert (KILLED["quantity"], KILLED["low"], KILLED["high"]) == ("at least 12", 12, None)


def test_unknown_place_is_none() -> None:
    """Where no place is said every column of it is empty."""
    assert (TANKS["place"], TANKS["latitude"], TRUCKS["place"], TRUCKS["geonames"]) == (None, None, "Alpha", None)


def test_article_without_claims_has_no_rows() -> None:
    """Nothing claimed, nothing listed."""
    assert list(claim_rows([EMPTY])) == []
