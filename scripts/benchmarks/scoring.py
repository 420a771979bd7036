"""The benchmarks: which texts, which adapter, which scorer; and what a scorer says of our findings."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts.benchmarks import counts, numbers, polnear, timex, toponym

MEASURES = Path(__file__).with_name("measures.tsv")
SEED = 3

Row = dict[str, Any]
Finder = Callable[[Sequence[Row]], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Texts with their gold, what finds the same in them, and the scorer, both in the folder of all benchmarks.

    `file` is {split}.jsonl or, where there is one part only, that file. `language`: take its texts alone.
    """

    name: str
    find: Finder
    file: str
    scorer: str
    language: str | None = None

    def rows(self, folder: Path, split: str, most: int | None = None) -> list[Row]:
        """The texts; of more than `most` a sample with a fixed seed."""
        lines = self.path(folder, split).read_text("utf-8").splitlines()
        rows = [row for line in lines if (row := json.loads(line)).get("lang", self.language) == self.language]
        return random.Random(SEED).sample(rows, most) if most and most < len(rows) else rows

    def path(self, folder: Path, split: str) -> Path:
        """Where the texts stand."""
        return folder / self.file.format(split=split)

    def digest(self, folder: Path, split: str) -> str:
        """The first 16 hex digits of the SHA-256 of the texts and their gold."""
        return hashlib.sha256(self.path(folder, split).read_bytes()).hexdigest()[:16]


BENCHMARKS = {
    benchmark.name: benchmark
    for benchmark in (
        Benchmark("muc4", counts.find, "muc4/{split}.jsonl", "muc4/score.py"),
        Benchmark("gva", counts.find, "gva/{split}.jsonl", "gva/score.py"),
        Benchmark("bulletins", counts.find, "bulletins/{split}.jsonl", "muc4/score.py", language="en"),
        Benchmark("polnear", polnear.find, "polnear/{split}.jsonl", "polnear/score.py"),
        Benchmark("number.core", numbers.find_plain, "numbers/number.core.jsonl", "numbers/score.py"),
        Benchmark("range", numbers.find_ranges, "numbers/range.jsonl", "numbers/score.py"),
        Benchmark("timex", timex.find, "timex/{split}.jsonl", "timex/score.py"),
        Benchmark("toponym", toponym.find, "toponym/{split}.jsonl", "toponym/score.py"),
    )
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of measures.tsv; `figure` is the path to our figure in what the scorer prints."""

    benchmark: str
    options: tuple[str, ...]
    figure: str
    name: str
    peer: float | None
    by: str
    aim: float | None


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """What is measured, in the order of the table."""
    lines = [line for line in MEASURES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return tuple(
        Measure(
            benchmark=row["benchmark"],
            options=tuple(row["options"].split()),
            figure=row["figure"],
            name=row["name"],
            peer=_number(row["peer"]),
            by=row["by"],
            aim=_number(row["aim"]),
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def _number(cell: str | None) -> float | None:
    return float(cell) if cell else None


def write_lines(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def figures_of(benchmark: Benchmark, folder: Path, gold: Path, found: Path) -> dict[str, float]:
    """Our figures by the names of the measures, as the benchmark's own scorer gives them."""
    said: dict[tuple[str, ...], dict[str, Any]] = {}
    figures = {}
    for measure in measures():
        if measure.benchmark != benchmark.name:
            continue
        if measure.options not in said:
            said[measure.options] = _run(folder / benchmark.scorer, gold, found, measure.options)
        figures[measure.name] = _at(said[measure.options], measure.figure)
    return figures


def _run(scorer: Path, gold: Path, found: Path, options: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, str(scorer), str(gold), str(found), "--json", *options]
    said: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return said


def _at(said: Mapping[str, Any], figure: str) -> float:
    value: Any = said
    for key in figure.split("."):
        value = value[key]
    return round(float(value), 3)
