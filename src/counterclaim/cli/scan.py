"""`counterclaim scan`: whole archives in, a Parquet data set of claims out."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from counterclaim.cli.options import REFUSED, Model, Rules, complain, usage_errors, wrong_usage

if TYPE_CHECKING:
    from counterclaim.scanning.running import Progress

STOPPED = 130
EVERY = 5.0  # seconds between two lines of progress
MB = 1024 * 1024


def scan(
    sources: Annotated[
        list[Path] | None, typer.Argument(metavar="SOURCE...", help="WARC, WET, JSON Lines, Parquet files, or folders.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder of the data set.")] = Path("scan"),
    workers: Annotated[
        int, typer.Option("--workers", "-j", metavar="N", min=1, help="Processes on this machine.")
    ] = max((os.cpu_count() or 2) - 1, 1),
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler whose workers do it: tcp://host:8786.")
    ] = None,
    refused: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Read again what the finished scan in DIR refused.")
    ] = None,
    keep_copies: Annotated[
        bool, typer.Option("--keep-copies", help="Extract pages whose whole text was read before, too.")
    ] = False,
    piece: Annotated[int, typer.Option(metavar="MB", min=1, help="Packed size of one task.")] = 32,
    model: Model = None,
    rules: Rules = None,
) -> None:
    """Read news archives into a data set of claims; a stopped scan goes on where it was."""
    from counterclaim.scanning.scan import ScanError
    from counterclaim.scanning.workers import WorkersError

    if bool(sources) == bool(refused):
        wrong_usage("scan: give SOURCE..., or --refused DIR alone")
    try:
        with usage_errors():
            summary = _scan(sources, out, workers, cluster, refused, keep_copies, piece, model, rules)
    except ScanError as error:
        wrong_usage(str(error))
    except WorkersError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error
    except OSError as error:
        complain(f"{out}: cannot be written ({error.strerror or error}); make room and run the same command again")
        raise typer.Exit(REFUSED) from error
    except KeyboardInterrupt as error:
        complain("stopped; run the same command again to go on")
        raise typer.Exit(STOPPED) from error
    _tell(summary)


def _scan(
    sources: list[Path] | None, out: Path, count: int, cluster: str | None, refused: Path | None, keep_copies: bool,
    piece: int, model: str | None, rules: list[Path] | None,
) -> dict[str, Any]:  # fmt: skip
    from counterclaim.scanning.scan import scan as run

    return run(
        sources or [], out, count=count, cluster=cluster, refused_of=refused, rules=tuple(rules or ()), model=model,
        keep_copies=keep_copies, piece=piece * MB, told=Telling(),
    )  # fmt: skip


class Telling:
    """Writes a line of progress to standard error, not too often."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = self._start
        self._before: int | None = None
        self._records_before = 0

    def __call__(self, progress: Progress) -> None:
        """Say how far the scan is, if it is time to."""
        now = time.monotonic()
        if self._before is None:
            self._before, self._records_before = progress.finished, progress.tally.records
        if now - self._last < EVERY:
            return
        self._last = now
        complain(line_of(progress, now - self._start, self._before, self._records_before))


def line_of(progress: Progress, seconds: float, finished_before: int, records_before: int) -> str:
    """How far, how fast, what was found, and how long it will take at this pace."""
    tally, read = progress.tally, progress.finished - finished_before
    rate = (tally.records - records_before) / seconds if seconds else 0.0
    left = (progress.size - progress.finished) / (read / seconds) if read and seconds else None
    share = progress.finished / progress.size if progress.size else 1.0
    time_left = f"{_clock(left)} left" if left is not None else "time left unknown"
    return (
        f"{share:4.0%}  {tally.records:,} records, {rate:,.0f}/s, {tally.claims:,} claims, "
        f"{tally.refused:,} refused, {time_left}"
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def _tell(summary: dict[str, Any]) -> None:
    typer.echo(json.dumps(summary, ensure_ascii=False, indent=2))
    if summary["refused"] or summary["failed"] or summary["sources_refused"]:
        complain(f"{summary['refused']:,} records were refused: see refused.parquet in the data set")
        raise typer.Exit(REFUSED)
