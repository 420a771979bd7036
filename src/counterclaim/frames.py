"""Claims as a data frame of whichever library is installed: polars first, then pandas."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from counterclaim.extraction import Extraction
from counterclaim.rows import COLUMNS, Cell, claim_rows

WHOLE = ("low", "high", "wording_start", "wording_end", "geonames")
REAL = ("latitude", "longitude", "confidence")


def frame(extractions: Iterable[Extraction]) -> Any:
    """The claims of all extractions as a data frame of polars, else of pandas; one row a claim.

    Raises ImportError where neither is installed.
    """
    rows = list(claim_rows(extractions))
    if find_spec("polars"):
        return _polars(rows)
    if find_spec("pandas"):
        return _pandas(rows)
    raise ImportError("a data frame needs polars or pandas, and neither is installed: pip install polars")


def _polars(rows: list[dict[str, Cell]]) -> Any:
    polars = import_module("polars")
    kinds = dict.fromkeys(WHOLE, polars.Int64) | dict.fromkeys(REAL, polars.Float64)
    return polars.DataFrame(rows, schema={name: kinds.get(name, polars.String) for name in COLUMNS})


def _pandas(rows: list[dict[str, Cell]]) -> Any:
    table = import_module("pandas").DataFrame(rows, columns=list(COLUMNS))
    return table.astype(dict.fromkeys(WHOLE, "Int64") | dict.fromkeys(REAL, "float64"))
