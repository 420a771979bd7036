"""Claims as a data frame."""

from __future__ import annotations

import pytest

from counterclaim import frames
from counterclaim.rows import COLUMNS
from tests.fixtures.extractions import EMPTY, FULL


def test_one_row_a_claim() -> None:
    """A frame has a row for each claim and the columns of the CSV."""
    table = FULL.frame()

    assert ((3, len(COLUMNS)), COLUMNS) == (table.shape, tuple(table.columns))


def test_empty_frame_keeps_its_columns() -> None:
    """A frame without claims can still be joined with others."""
    assert frames.frame([FULL]).schema == frames.frame([EMPTY]).schema


def test_without_a_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither polars nor pandas is installed the error says so."""
    monkeypatch.setattr(frames, "find_spec", lambda name: None)

    with pytest.raises(ImportError, match="polars or pandas"):
        FULL.frame()
