"""A file of totals without rows (a JSON object of measures with numbers) as the rows of a series."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from counterclaim.series_files.lines import REQUIRED, LineError


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a file of totals does not say itself: whose they are, what they are about, the day they run to."""

    claimant: str
    about: str
    day: str | None = None


def is_totals(content: str) -> bool:
    """Whether a file holds JSON instead of rows."""
    return content.lstrip().startswith("{")


def to_rows(content: str, totals: Totals | None) -> str:
    """The totals as CSV: one cumulative row for each measure, in the order of the file.

    Numbers may stand in the object itself or in one of its objects; what is no number is passed over.
    Raises LineError where there are none, or nobody said whose totals they are.
    """
    if totals is None:
        raise LineError("totals without a claimant; expected who claims them: give claimant, about and day")
    try:
        found = json.loads(content)
    except json.JSONDecodeError as error:
        raise LineError(f"broken JSON at line {error.lineno} ({error.msg}); expected an object of numbers") from error
    numbers = _numbers(found)
    if not numbers:
        raise LineError("no whole numbers in it; expected an object of measures, each with a whole number")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REQUIRED)
    for measure, value in numbers.items():
        writer.writerow((totals.day or "", totals.claimant, totals.about, measure, "cumulative", value))
    return out.getvalue()


def _numbers(found: Any) -> dict[str, int]:
    if not isinstance(found, dict):
        return {}
    numbers = {name: value for name, value in found.items() if isinstance(value, int) and not isinstance(value, bool)}
    for value in found.values():
        numbers |= _numbers(value)
    return numbers
