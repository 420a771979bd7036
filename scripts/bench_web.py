"""How fast pages are and what they weigh: python -m scripts.bench_web [--claims N ...], 50 readers at once.

Every answer is timed from the request to its last byte, over all pages in turn, on a ledger of generated reports.
A reader looks at a page for --pause seconds before asking for the next; 0 asks as fast as the server can answer.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import running
from scripts.generated_reports import CLAIMS, reports
from scripts.screenshots import addresses

READERS = 50
ROUNDS = 4  # times that each reader goes through all pages
NOW = "2035-01-01T00:00:00Z"
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def fill(place: str, claims: int) -> None:
    """Put so many generated claims into a new ledger."""
    with Ledger(place) as ledger:
        ledger.add_extractions(reports(claims // CLAIMS), now=NOW, together=200)


def serve(place: str, told: Connection) -> None:
    """Serve a ledger in a process of its own until told to stop."""
    with running(Settings(ledger=place)) as base:
        told.send(base)
        told.recv()


def read(base: str, pages: dict[str, str], first: int, pause: float) -> list[tuple[str, float]]:
    """The seconds that each page took one reader, who begins at the page of this number."""
    names, taken = list(pages), []
    with httpx.Client(base_url=base, timeout=120, trust_env=False) as client:
        time.sleep(pause * first / READERS)  # nobody waits for anybody else
        for step in range(len(names) * ROUNDS):
            name = names[(first + step) % len(names)]
            began = time.perf_counter()
            client.get(pages[name]).raise_for_status()
            taken.append((name, time.perf_counter() - began))
            time.sleep(pause)
    return taken


def weigh(base: str, address: str) -> int:
    """The bytes of a page with its files."""
    with httpx.Client(base_url=base, timeout=120, trust_env=False) as client:
        page = client.get(address)
        return len(page.content) + sum(len(client.get(file).content) for file in sorted(set(FILES.findall(page.text))))


def measure(place: str, pause: float) -> None:
    """Print the median and the 95th percentile of each page, and the weights."""
    with Ledger(place) as ledger:
        pages = addresses(ledger)
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(place, theirs), daemon=True)
    server.start()
    base = ours.recv()
    with ThreadPoolExecutor(READERS) as pool:
        read(base, pages, 0, 0)
        found = pool.map(lambda number: read(base, pages, number, pause), range(READERS))
        taken = [one for by_reader in found for one in by_reader]
    for name in ("all", *pages):
        _tell(name, [seconds for page, seconds in taken if name in ("all", page)])
    first, chart = (weigh(base, address) / 1000 for address in ("/", pages["compare"]))
    print(f"overview {first:.0f} kB (at most 300), chart {chart:.0f} kB (at most 1,200)")
    ours.send(None)
    server.join(30)


def _tell(name: str, seconds: list[float]) -> None:
    median, late = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
    print(f"{name:10} median {median * 1000:6.0f} ms  95th percentile {late * 1000:6.0f} ms  of {len(seconds)}")


def main() -> None:
    """Measure ledgers of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000])
    parser.add_argument("--ledger", help="an existing ledger instead")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds that a reader looks at a page")
    asked = parser.parse_args()
    if asked.ledger:
        measure(asked.ledger, asked.pause)
        return
    for claims in asked.claims:
        with TemporaryDirectory() as folder:
            place = str(Path(folder) / "ledger.db")
            fill(place, claims)
            print(f"{claims:,} claims, {READERS} readers")
            measure(place, asked.pause)


if __name__ == "__main__":
    main()
