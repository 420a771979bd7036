"""A progress bar on standard error, where somebody is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")


def shown(items: Iterable[Item], sources: Iterable[str], *, to_screen: bool) -> Iterator[Item]:
    """The items as they come, counted on a bar if standard error is a terminal and the output goes elsewhere."""
    if to_screen or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        total = sum(map(_files, sources))
        task = progress.add_task("", total=total)
        for done, item in enumerate(items, 1):
            total = max(total, done)  # one file may hold many articles
            progress.update(task, completed=done, total=total)
            yield item


def _files(source: str) -> int:
    folder = Path(source)
    return sum(1 for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else 1
