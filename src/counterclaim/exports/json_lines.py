"""The public format as JSON Lines: as it was extracted, one object for each article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from counterclaim.exports.row import Row
from counterclaim.extraction import Extraction
from counterclaim.records import Claim, Statement
from counterclaim.serialise import to_dicts


def render(rows: Iterable[Row]) -> Iterator[str]:
    """One line for each article whose rows follow one another, fields in a fixed order."""
    for extraction in extractions(rows):
        yield json.dumps(to_dicts(extraction), ensure_ascii=False, allow_nan=False) + "\n"


def extractions(rows: Iterable[Row]) -> Iterator[Extraction]:
    """Rows of one article and one reading that follow one another, put together again."""
    for (_, made_by), group in groupby(rows, key=lambda row: (row.article.id, row.made_by)):
        found = tuple(group)
        yield Extraction(
            article=found[0].article,
            statements=tuple(row.record for row in found if isinstance(row.record, Statement)),
            claims=tuple(row.record for row in found if isinstance(row.record, Claim)),
            made_by=made_by,
        )
