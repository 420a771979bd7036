"""Whether the alarms on a real series are exactly the known ones, and nothing else.

    python -m scripts.series DIR

DIR holds series.csv.gz with official figures, falls.csv with every day on which a running total fell, and
daily_vs_cumulative.csv with every daily figure that is not the difference of the totals around it.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim import __version__
from counterclaim.compare.alarms import Alarms, find_alarms
from counterclaim.compare.days import days_between
from counterclaim.compare.findings import DAILY_MISMATCH, FALL
from counterclaim.figures import Figure
from counterclaim.ledger.figure_rows import figures_of, revision_figures
from counterclaim.series_files import read_series

Pair = tuple[str, int, str, int]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 if every figure is found and no other, 1 if not, 2 if the files are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    if not (folder / "series.csv.gz").is_file():
        print(f"NOT MEASURED: {folder / 'series.csv.gz'} is not there")
        return 2
    began = time.perf_counter()
    series = read_series(folder / "series.csv.gz", version=__version__)
    read = time.perf_counter()
    revisions = revision_figures(series.extraction.article, series.revisions)
    found = find_alarms(figures_of(series.extraction), revisions)
    print(
        f"series: {len(series.extraction.claims)} claims, {len(series.revisions)} revisions, "
        f"{len(series.refused)} measures refused, read in {read - began:.1f} s, compared in "
        f"{time.perf_counter() - read:.1f} s"
    )
    return max([_told(*result) for result in results(folder, found)])


def results(folder: Path, found: Alarms) -> Iterator[tuple[str, set[Pair], set[Pair]]]:
    """What is measured, the known pairs of figures, and those found."""
    known = list(_rows(folder / "daily_vs_cumulative.csv"))
    yield (
        "totals that fall",
        {_pair(row, "previous_value", "value") for row in _rows(folder / "falls.csv")},
        {_cited(alarm.first, alarm.second) for alarm in found.alarms if alarm.kind == FALL and alarm.first},
    )
    yield (
        "days that do not add up",
        {_pair(row, "previous_cumulative", "cumulative") for row in known if _apart(row) == 1},
        {_cited(alarm.first, alarm.second) for alarm in found.alarms if alarm.kind == DAILY_MISMATCH and alarm.first},
    )
    yield (
        "days that cannot be compared",
        {_pair(row, "previous_cumulative", "cumulative") for row in known if _apart(row) > 1},
        {_cited(pair.first, pair.second) for pair in found.not_comparable},
    )


def _told(name: str, known: set[Pair], found: set[Pair]) -> int:
    wrong = [f"missed {pair}" for pair in sorted(known - found)] + [f"wrong {pair}" for pair in sorted(found - known)]
    print(f"{name}: {len(known & found)} of {len(known)}, {len(found - known)} that are none")
    print("".join(f"  {line}\n" for line in wrong), end="")
    return 1 if wrong else 0


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _pair(row: dict[str, str], before: str, after: str) -> Pair:
    return row["previous_date"], int(row[before]), row["date"], int(row[after])


def _cited(first: Figure, second: Figure) -> Pair:
    return first.end or "", first.low or 0, second.end or "", second.low or 0


def _apart(row: dict[str, str]) -> int:
    return days_between(row["previous_date"], row["date"])


if __name__ == "__main__":
    sys.exit(main())
