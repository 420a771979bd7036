"""How fast pages are and what they weigh, with 50 readers at once.

    python -m scripts.bench_web [--claims N ...] [--ledger FILE] [--pause S ...] [--judging S] [--up S]

Every reader goes through all kinds of pages, to claims, articles, filters, words and measures of their own, and looks
at a page for --pause seconds before asking for the next; 0 asks as fast as the server can answer. Meanwhile somebody
judges a claim every --judging seconds, after which no page is what it was. The readers come when the server has been
up for --up seconds: 0 measures its first moments, too, in which it makes ready what most pages rest on. Every answer
is timed from the request to its last byte. Readers and server share the machine's cores; the server's own processor
time for a page is told, too.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from counterclaim.ledger.book import Ledger
from counterclaim.web.settings import Settings
from scripts.browsers import running
from scripts.generated_reports import CLAIMS, reports
from scripts.readers import Answer, Sample, connected, fetch, read, sample, visits
from scripts.screenshots import addresses

READERS = 50
KINDS = 13
PAGES = 3 * KINDS  # that each reader looks at: three of each kind
ALONE = 10  # pages of each kind whose processor time is measured when nobody else reads
NOW = "2035-01-01T00:00:00Z"
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
TARGETS = {"median": 0.2, "95th percentile": 0.5}  # seconds, with readers who look at a page


def fill(place: str, claims: int) -> None:
    """Put so many generated claims into a new ledger."""
    with Ledger(place) as ledger:
        ledger.add_extractions(reports(claims // CLAIMS), now=NOW, together=200)


def serve(place: str, told: Connection) -> None:
    """Serve a ledger in a process of its own until told to stop."""
    with running(Settings(ledger=place)) as base:
        told.send(base)
        told.recv()


@contextmanager
def served(place: str) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server in a process of its own, and that process."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(place, theirs), daemon=True)
    server.start()
    yield ours.recv(), psutil.Process(server.pid)
    ours.send(None)
    server.join(30)


@contextmanager
def judging(place: str, found: Sample, every: float) -> Iterator[None]:
    """Within this block somebody judges a claim every so many seconds, if that is more than 0."""
    done = threading.Event()

    def judge() -> None:
        with Ledger(place) as ledger:
            for figure in found.figures:
                if done.wait(every):
                    return
                ledger.judge("accept", figure.claim, person="bench", now=NOW)

    thread = threading.Thread(target=judge)
    if every > 0:
        thread.start()
    yield
    done.set()
    if every > 0:
        thread.join()


def measure(place: str, pauses: Sequence[float], every: float, up: float) -> bool:
    """Print the median and the 95th percentile of each kind of page, and the weights; whether the targets are met."""
    with Ledger(place) as ledger:
        found, pages = sample(ledger), addresses(ledger)
    with served(place) as (base, process):
        time.sleep(up)
        with judging(place, found, every):
            met = [_measure(base, process, found, pause) for pause in pauses]
        _cost(base, process, found)
        first, chart = (_weigh(base, address) / 1000 for address in ("/", pages["compare"]))
    print(f"overview {first:.0f} kB (at most 300), chart {chart:.0f} kB (at most 1,200)")
    return all(met)


def _measure(base: str, process: psutil.Process, found: Sample, pause: float) -> bool:
    began, spent = time.perf_counter(), _processor(process)
    with ThreadPoolExecutor(READERS) as pool:
        answers = [one for some in pool.map(lambda reader: _read(base, found, reader, pause), range(READERS))
                   for one in some]  # fmt: skip
    seconds, spent = time.perf_counter() - began, _processor(process) - spent
    print(f"{READERS} readers, {pause:g} s to look at a page: {len(answers) / seconds:.0f} pages/s, "
          f"{1000 * spent / len(answers):.1f} ms of processor time of the server for a page")  # fmt: skip
    for kind in sorted({answer.kind for answer in answers}):
        _tell(kind, [answer for answer in answers if answer.kind == kind])
    median, late = _tell("all", answers)
    return pause == 0 or (median <= TARGETS["median"] and late <= TARGETS["95th percentile"])


def _cost(base: str, process: psutil.Process, found: Sample) -> None:
    """Print the server's own processor time for a page of each kind, one after another: for claims not yet asked for.

    Where all readers share one address it is that of a page given again.
    """
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for kind, address in islice(visits(found, READERS), ALONE * KINDS):
        by_kind.setdefault(kind, []).append((kind, address))
    print("processor time of the server for a page, by itself: ", end="")
    told = []
    for kind, pages in sorted(by_kind.items()):
        before = _processor(process)
        read(base, pages, pause=0)
        told.append(f"{kind} {1000 * (_processor(process) - before) / len(pages):.0f} ms")
    print(", ".join(told))


def _read(base: str, found: Sample, reader: int, pause: float) -> list[Answer]:
    time.sleep(pause * reader / READERS)  # nobody waits for anybody else
    return read(base, list(islice(visits(found, reader), PAGES)), pause=pause)


def _processor(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _tell(kind: str, answers: Sequence[Answer]) -> tuple[float, float]:
    seconds = [answer.seconds for answer in answers]
    median, late = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
    size = statistics.mean(answer.size for answer in answers) / 1000
    print(f"  {kind:10} median {median * 1000:6.0f} ms  95th percentile {late * 1000:6.0f} ms  of {len(seconds):5}"
          f"  {size:4.0f} kB")  # fmt: skip
    return median, late


def _weigh(base: str, address: str) -> int:
    """The bytes of a page with its files."""
    with connected(base) as connection:
        page = fetch(connection, address)
        files = sorted(set(FILES.findall(page.decode())))
        return len(page) + sum(len(fetch(connection, file)) for file in files)


def main() -> int:
    """Measure ledgers of the sizes asked for; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000])
    parser.add_argument("--ledger", help="an existing ledger instead; it is judged in, so give a copy")
    parser.add_argument("--pause", type=float, nargs="+", default=[1.0, 0.0], help="seconds to look at a page")
    parser.add_argument("--judging", type=float, default=10.0, help="seconds between two judgements; 0 for none")
    parser.add_argument("--up", type=float, default=20.0, help="seconds the server is up before the readers come")
    asked = parser.parse_args()
    if asked.ledger:
        return 0 if measure(asked.ledger, asked.pause, asked.judging, asked.up) else 1
    met = []
    for claims in asked.claims:
        with TemporaryDirectory() as folder:
            place = str(Path(folder) / "ledger.db")
            fill(place, claims)
            print(f"{claims:,} claims, a judgement every {asked.judging:g} s")
            met.append(measure(place, asked.pause, asked.judging, asked.up))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
