"""Our figures beside the peers' and our aims, as a table that reads well in a terminal and in a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.benchmarks.measuring import Result
from scripts.benchmarks.scoring import Measure, measures

HEAD = ("benchmark", "texts", "ours", "aim", "best peer")


def table(results: Sequence[Result]) -> str:
    """One row a measure."""
    by_name = {result.benchmark: result for result in results}
    rows = [HEAD, *(_row(m, by_name[m.benchmark]) for m in measures() if m.benchmark in by_name)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _row(measure: Measure, result: Result) -> tuple[str, ...]:
    texts = str(result.texts) if result.texts == result.of else f"{result.texts} of {result.of}, drawn with a seed"
    peer = f"{_three(measure.peer)} {measure.by}".strip()
    return (measure.name, texts, _three(result.figures[measure.name]), _three(measure.aim), peer)


def _three(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def below(results: Sequence[Result], floors: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each figure below its floor; a floor holds only for the texts that it was measured on, all of them."""
    for result in results:
        here = [floor["figures"] for floor in floors if floor["digest"] == result.digest]
        lowest: dict[str, float] = here[0] if here and result.texts == result.of else {}
        for name, low in lowest.items():
            if result.figures[name] < low:
                yield f"{name} {result.figures[name]:.3f} is below its floor {low}"
