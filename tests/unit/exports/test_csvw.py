"""CSV with its metadata."""

from __future__ import annotations

import csv
import io
import json

from counterclaim.exports import csvw
from tests.fixtures.rows import row, rows_of

DATATYPES = {"string", "integer", "number", "date"}  # of those the standard names, the ones used here
METADATA = json.loads(csvw.metadata("claims.csv"))
COLUMNS = METADATA["tableSchema"]["columns"]
TEXT = "".join(csvw.render(rows_of()))


def test_metadata_names_the_file_and_the_context() -> None:
    """The context comes first as the standard asks, and the file is named."""
    assert ("http://www.w3.org/ns/csvw", "claims.csv") == (METADATA["@context"][0], METADATA["url"])


def test_header_is_what_the_metadata_says() -> None:
    """The titles of the metadata are the header of the file, in its order."""
    assert [column["titles"] for column in COLUMNS] == next(csv.reader(io.StringIO(TEXT)))


def test_names_are_single_and_plain() -> None:
    """Names of columns are single and need no escaping in an address."""
    names = [column["name"] for column in COLUMNS]

    assert (sorted(set(names)), []) == (sorted(names), [name for name in names if not name.replace("_", "").isalnum()])


def test_values_are_of_their_datatype() -> None:
    """Every value reads as the datatype its column declares, and required ones are there."""
    for found in csv.DictReader(io.StringIO(TEXT)):
        for column in COLUMNS:
            value = found[column["name"]]
            assert column["datatype"] in DATATYPES
            assert value or not column["required"]
            if value and column["datatype"] in ("integer", "number"):
                float(value)


def test_vague_words_by_the_convention_asked_for() -> None:
    """'dozens' is 12 or more where ACLED's convention was asked for, and the row says so."""
    _, found = csv.DictReader(io.StringIO("".join(csvw.render([row(0), row(1)], "acled"))))

    assert ("12", "", "acled") == (found["low"], found["high"], found["convention"])


def test_every_column_says_what_it_is() -> None:
    """No column is without a description."""
    assert [] == [column["name"] for column in COLUMNS if not column["dc:description"]]
