"""Claims as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from counterclaim.rows import COLUMNS
from counterclaim.views import csv_rows
from tests.fixtures.extractions import EMPTY, FULL


def test_reads_back_as_rows() -> None:
    """A CSV reader finds the header and one row for each claim, quotes and all."""
    rows = list(csv.DictReader(io.StringIO("".join(csv_rows.render([FULL])))))

    assert [claim.evidence.text for claim in FULL.claims] == [row["wording"] for row in rows]


def test_header_stands_alone_where_nothing_was_claimed() -> None:
    """No claims leave a header, so that programs find their columns."""
    assert ",".join(COLUMNS) + "\r\n" == "".join(csv_rows.render([EMPTY]))


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum"])
def test_formulas_are_defused(title: str) -> None:
    """A title that a spreadsheet would run gets an apostrophe before it."""
    extraction = replace(FULL, article=replace(FULL.article, title=title))
    [row, *_] = csv.DictReader(io.StringIO("".join(csv_rows.render([extraction]))))

    assert "'" + title == row["title"]


def test_negative_coordinates_stay_numbers() -> None:
    """A longitude west of Greenwich is a number and no formula."""
    [row, *_] = csv.DictReader(io.StringIO("".join(csv_rows.render([FULL]))))

    assert "-20.123457" == row["longitude"]
