"""Scanning from Python: archives in, a Parquet data set out, and a summary."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from counterclaim import __version__
from counterclaim.rules import load_rules
from counterclaim.scanning.again import plan_of_refused
from counterclaim.scanning.finishing import finish
from counterclaim.scanning.parts import write_whole
from counterclaim.scanning.ranges import PIECE, Plan, from_json, make_plan, to_json
from counterclaim.scanning.running import Progress, run
from counterclaim.scanning.work import Settings
from counterclaim.scanning.workers import workers

PLAN, MADE_BY = "plan.json", "made_by.json"


class ScanError(ValueError):
    """A scan that cannot begin or go on; the message says where, what was found, what to do."""


def scan(
    sources: Sequence[Path],
    out: Path,
    *,
    count: int = 1,
    cluster: str | None = None,
    refused_of: Path | None = None,
    rules: tuple[Path, ...] = (),
    model: str | None = None,
    keep_copies: bool = False,
    piece: int = PIECE,
    told: Callable[[Progress], None] = lambda _: None,
) -> dict[str, Any]:
    """Read archives into the data set `out`, or go on where an earlier run stopped; the summary.

    `count` processes work here, or those of the Dask scheduler at `cluster`. With `refused_of`, the folder of a
    finished scan, only what was refused there is read. Raises ScanError for a folder that holds another scan,
    WorkersError where the workers are gone, OSError where the data set cannot be written.
    """
    out = out.absolute()
    made_by: dict[str, Any] = {
        "version": __version__,
        "rules": load_rules("en", rules).digest,
        "keep_copies": keep_copies,
    }
    plan = _plan([path.absolute() for path in sources], out, refused_of, made_by, piece)
    settings = Settings(
        out=str(out), rules=tuple(str(path.absolute()) for path in rules), model=model, keep_copies=keep_copies,
        made_by=(made_by["version"], made_by["rules"]),
    )  # fmt: skip
    with workers(count, cluster) as crew:
        outcome = run(plan, settings, crew, told=told)
    return finish(out, plan, outcome)


def _plan(sources: Sequence[Path], out: Path, refused_of: Path | None, made_by: dict[str, Any], piece: int) -> Plan:
    """The plan of the scan that the folder holds, else a new one, kept there."""
    new = plan_of_refused(refused_of) if refused_of else make_plan(sources, piece=piece)
    file = out / PLAN
    if not file.is_file():
        _check_empty(out)
        write_whole(out / MADE_BY, json.dumps(made_by, indent=2) + "\n")
        write_whole(file, to_json(new))
        return new
    old = from_json(file.read_text("utf-8"))
    if old != new:
        raise ScanError(f"{out}: holds a scan of other sources, or they have changed since; give a new folder")
    if json.loads((out / MADE_BY).read_text("utf-8")) != made_by:
        raise ScanError(f"{out}: holds a scan made with another version, other rules or options; give a new folder")
    return old


def _check_empty(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ScanError(f"{out}: is there already and holds no scan; give a new or an empty folder")
