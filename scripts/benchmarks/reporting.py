"""Measuring benchmarks and telling how we stand: the table, what was not there, what fell below its floor."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from scripts.benchmarks.measuring import Result, measure
from scripts.benchmarks.scoring import BENCHMARKS
from scripts.benchmarks.table import below, table

FLOORS = Path(__file__).parents[2] / "tests" / "quality" / "floors.json"


def report(bench: Path, split: str, names: Sequence[str], keep: Path, *, most: int | None = None) -> int:
    """0 if every figure is at its floor or above, 1 if one is below, 2 if none of the texts is there."""
    began = time.perf_counter()
    results = list(measure(bench, split, names, keep, most=most))
    for name in names:
        if name not in {result.benchmark for result in results}:
            print(f"NOT MEASURED: {BENCHMARKS[name].path(bench, split)} is not there")
    if not results:
        return 2
    print(f"{table(results)}\nmeasured in {time.perf_counter() - began:.0f} s")
    return _compare(results)


def _compare(results: list[Result]) -> int:
    lost = list(below(results, json.loads(FLOORS.read_text("utf-8"))["benchmarks"]))
    print("\n".join(lost) or "no benchmark is below its floor")
    return 1 if lost else 0
