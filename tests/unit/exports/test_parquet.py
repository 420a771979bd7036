"""Claims as Parquet."""

from __future__ import annotations

import io
from datetime import date

import polars
import pyarrow.parquet
import pytest

from counterclaim.exports import parquet
from counterclaim.exports.columns import columns
from tests.fixtures.rows import row, rows_of


def written() -> bytes:
    out = io.BytesIO()
    parquet.write(rows_of(), out)
    return out.getvalue()


def test_opens_in_another_program() -> None:
    """polars reads what pyarrow wrote: a row for each claim and statement, columns in their order."""
    frame = polars.read_parquet(io.BytesIO(written()))

    assert (len(rows_of()), [column.name for column in columns()]) == (frame.height, frame.columns)


def test_values_keep_their_types() -> None:
    """Numbers are numbers, days are days, and lists are lists."""
    killed, tanks, *_ = polars.read_parquet(io.BytesIO(written())).to_dicts()

    assert (12, None, date(2031, 5, 6), ["armoured_vehicle"]) == (
        killed["low"], killed["high"], killed["period_start"], tanks["target_also"],
    )  # fmt: skip


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are written a group at a time, so that memory does not grow with them."""
    monkeypatch.setattr(parquet, "GROUP", 3)
    out = io.BytesIO()
    parquet.write((row(0) for _ in range(4)), out)

    assert 2 == pyarrow.parquet.ParquetFile(out).num_row_groups


def test_columns_carry_their_description() -> None:
    """Each field says what it is."""
    layout = pyarrow.parquet.read_schema(io.BytesIO(written()))

    assert [column.description.encode() for column in columns()] == [field.metadata[b"description"] for field in layout]
