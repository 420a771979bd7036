"""Reading all texts of all benchmarks in two processes, and our figures on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from scripts.benchmarks.scoring import BENCHMARKS, Row, figures_of, write_lines

TOGETHER = 100  # texts handed to a process at a time
PROCESSES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One benchmark's figures by measure, how many texts they rest on, of how many, and the digest of its texts."""

    benchmark: str
    texts: int
    of: int
    digest: str
    figures: Mapping[str, float]


def measure(folder: Path, split: str, names: Sequence[str], keep: Path, *, most: int | None = None) -> Iterator[Result]:
    """A result for each benchmark whose texts are there; gold and findings are left in the folder `keep`."""
    there = [name for name in names if BENCHMARKS[name].path(folder, split).is_file()]
    rows = {name: BENCHMARKS[name].rows(folder, split, most) for name in there}
    found = _find_all(rows)
    for name in there:
        benchmark, gold, ours = BENCHMARKS[name], keep / f"{name}.gold.jsonl", keep / f"{name}.found.jsonl"
        write_lines(gold, rows[name])
        write_lines(ours, found[name])
        yield Result(
            benchmark=name,
            texts=len(rows[name]),
            of=len(benchmark.rows(folder, split)),
            digest=benchmark.digest(folder, split),
            figures=figures_of(benchmark, folder, gold, ours),
        )


def _find_all(rows: Mapping[str, Sequence[Row]]) -> Mapping[str, list[Row]]:
    tasks = [(name, part[i : i + TOGETHER]) for name, part in rows.items() for i in range(0, len(part), TOGETHER)]
    found: dict[str, list[Row]] = defaultdict(list)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for (name, _), part in zip(tasks, pool.map(_find, tasks), strict=True):
            found[name].extend(part)
    return found


def _find(task: tuple[str, Sequence[Row]]) -> list[Row]:
    name, rows = task
    return list(BENCHMARKS[name].find(rows))
