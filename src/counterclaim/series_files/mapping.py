"""What the measures of a series mean: event, category, side, scope, place and beginning, as a table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from counterclaim.rules import Row, RuleError, read_table
from counterclaim.vocabulary import CATEGORIES, EVENTS

OURS = Path(__file__).with_name("map.tsv")
COLUMNS = (
    "claimant", "about", "measure", "org", "org_side", "event", "category", "also", "side", "scope", "part_of",
    "place", "geonames", "precision", "country", "start",
)  # fmt: skip
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one measure of one claimant is in the words of the format; None is not known or not meant."""

    org: str | None
    org_side: str | None
    event: str
    category: str
    also: tuple[str, ...]
    side: str | None
    scope: str | None
    part_of: str | None
    place: str | None
    geonames: int | None
    precision: str | None
    country: str | None
    start: str | None


@dataclass(frozen=True, slots=True)
class SeriesMap:
    """The rows of a map, the user's before ours, with a digest of their bytes."""

    rows: tuple[tuple[str, str, str, Meaning], ...]
    digest: str

    def meaning(self, claimant: str, about: str, measure: str) -> Meaning | None:
        """The meaning of the first row that fits; `*` in a row stands for anything. None where none fits."""
        asked = (claimant.casefold(), about.casefold(), measure.casefold())
        fitting = (m for *patterns, m in self.rows if all(map(fnmatchcase, asked, patterns)))
        return next(fitting, None)


@lru_cache(maxsize=8)
def load_map(file: Path | None = None) -> SeriesMap:
    """Our map, with the rows of a user's file before it.

    Raises RuleError (file:line, what was found, what was expected) for a row that cannot be read.
    """
    rows: list[tuple[str, str, str, Meaning]] = []
    digest = hashlib.sha256()
    for path in (file, OURS) if file else (OURS,):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise RuleError(f"{path}: cannot be read ({error.strerror}); give a map as a TSV file") from error
        digest.update(content + b"\0")
        rows += [_row(path, row) for row in read_table(path, content, COLUMNS)]
    return SeriesMap(tuple(rows), digest.hexdigest())


def _row(path: Path, row: Row) -> tuple[str, str, str, Meaning]:
    _check(row, "event", (row["event"],), EVENTS)
    _check(row, "category", (row["category"], *_list(row["also"])), CATEGORIES)
    if row["start"] != "-" and not DAY.fullmatch(row["start"]):
        raise RuleError(f"{row.where}: start {row['start']!r}; expected an ISO day such as 2022-02-24, or -")
    if row["geonames"] != "-" and not row["geonames"].isdecimal():
        raise RuleError(f"{row.where}: geonames {row['geonames']!r}; expected a number, or -")
    meaning = Meaning(
        org=_known(row["org"]), org_side=_known(row["org_side"]), event=row["event"], category=row["category"],
        also=_list(row["also"]), side=_known(row["side"]), scope=_known(row["scope"]), part_of=_known(row["part_of"]),
        place=_known(row["place"]), geonames=int(row["geonames"]) if row["geonames"] != "-" else None,
        precision=_known(row["precision"]), country=_known(row["country"]), start=_known(row["start"]),
    )  # fmt: skip
    return row["claimant"].casefold(), row["about"].casefold(), row["measure"].casefold(), meaning


def _check(row: Row, column: str, found: Sequence[str], known: Sequence[str]) -> None:
    strange = next((word for word in found if word not in known), None)
    if strange is not None:
        raise RuleError(f"{row.where}: {column} {strange!r}; expected one of {', '.join(known)}")


def _known(cell: str) -> str | None:
    return None if cell in ("", "-") else cell


def _list(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word not in ("", "-"))
