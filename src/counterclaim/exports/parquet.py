"""Claims as Parquet, written a row group at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from counterclaim.exports.columns import Column, columns, values
from counterclaim.exports.conventions import OURS
from counterclaim.exports.csvw import NOTE
from counterclaim.exports.row import Row

if TYPE_CHECKING:
    import pyarrow

GROUP = 20_000


def write(rows: Iterable[Row], out: BinaryIO, convention: str | None = OURS) -> None:
    """Write the rows as Parquet, columns as in the CSV, lists as lists and days as days."""
    from pyarrow.parquet import ParquetWriter

    layout = schema()
    coming = iter(rows)
    with ParquetWriter(out, layout, compression="zstd") as writer:
        while group := [values(row, convention) for row in islice(coming, GROUP)]:
            writer.write_batch(_batch(group, layout))


def schema() -> pyarrow.Schema:
    """The types of the columns; each carries its description."""
    from pyarrow import schema

    return schema([_field(column) for column in columns()], metadata={"note": NOTE})


def _field(column: Column) -> pyarrow.Field:
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    kind = types.get(column.datatype, pa.list_(pa.string()))
    return pa.field(column.name, kind, nullable=not column.required, metadata={"description": column.description})


def _batch(group: Sequence[tuple[object, ...]], layout: pyarrow.Schema) -> pyarrow.RecordBatch:
    import pyarrow as pa

    arrays = [pa.array(value, field.type) for value, field in zip(zip(*group, strict=True), layout, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=layout)
