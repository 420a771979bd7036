"""How fast a scan of archives is, beside trafilatura with spaCy's full pipeline and beside unpacking alone, in one run.

    python -m scripts.bench_scan CORPUS [--gold DIR] [--archive DIR] [--work DIR] [--records 100000] [--part 10000]

The archive is made by scripts.archive from CORPUS, unless --archive holds it already. Each run is a process of its
own on one thread a worker. Rates of one process are told by processor time, which other work on the machine does not
change; those of several by the clock. One process reads the whole archive; what is compared with it otherwise is
compared on the first files of it, --part records or little more. With --gold, the annotated articles wrapped as pages
are led to the gates.

Each figure is printed when it is known and kept in WORK/figures.json. A run that was stopped goes on there: what was
measured is not measured again, and the scan of the whole archive goes on where it stood.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from counterclaim.scanning.stored import Stored
from scripts.archive import Plan, write_archive
from scripts.shells import MARK, TITLE, Text, filled, shells_of
from scripts.timed_scans import Found, pages_of, timed
from tests.fixtures.clusters import Cluster

TARGETS = {
    "spacy": 20.0,
    "reading": 15.0,
    "two": 1.8,
    "dask": 0.15,
    "flat": 1.1,
    "recall": 0.99,
    "copies": 0.95,
    "wrong": 0.02,
}
LARGEST_MB = 700
DRAWS = 5  # shells for each annotated article
SIMPLE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{MARK}</article></body></html>"
say = partial(print, flush=True)


def main() -> int:
    """0 if every target is met, 1 if one is missed, 2 if there is nothing to measure on."""
    options = _options()
    if not (options.corpus / "INDEX.tsv").is_file():
        say(f"NOTHING WAS MEASURED: {options.corpus}/INDEX.tsv is not there; make bench-scan CORPUS=DIR")
        return 2
    with _folder(options.work) as work:
        archive = options.archive or work / "archive"
        if not (archive / "archive.json").is_file():
            write_archive(Plan(str(options.corpus), options.records), archive)
        bench = Bench(archive, work, options.part, options.sample)
        met = [*bench.one(), *bench.crowd()]
    if options.gold:
        met += [_gates(options, shells) for shells in (False, True)]
    say(f"{sum(met)} of {len(met)} targets met")
    return 0 if all(met) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--part", type=int, default=10_000)
    parser.add_argument("--sample", type=int, default=300)
    return parser.parse_args()


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


class Bench:
    """The runs over one archive; what each found is kept in the work folder."""

    def __init__(self, archive: Path, work: Path, part: int, sample: int) -> None:
        self._archive, self._work, self._sample = archive, work, sample
        self._files = sorted(archive.glob("*.warc.gz"))
        per_file = json.loads((archive / "archive.json").read_text("utf-8"))["per_file"]
        self._part = self._files[: max(1, -(-part // per_file))]

    def one(self) -> Iterator[bool]:
        """One process over the whole archive, beside the two it is compared with."""
        reading = self._found("reading", lambda: timed("reading", self._part))
        say(f"reading  {_rates(reading)}")
        spacy = self._found("spacy", lambda: timed("spacy", self._part, "--sample", str(self._sample)))
        say(f"spaCy    {_rates(spacy)}")
        out = self._work / "one"
        one = self._found("one", lambda: timed("scan", self._files, "--out", str(out)))
        say(f"scan     {one['records']} records, {_rates(one)}, {one['peak_mb']:.0f} MB, {one['claims']:,} claims")
        say(f"         {one['refused']} refused, ranges that failed: {one['failed']}; read otherwise: {one['without']}")
        say("         " + ", ".join(f"{step} {part / one['cpu']:.0%}" for step, part in one["steps"].items()))
        longer, faster = _each(one) / _each(reading), _each(spacy) / _each(one)
        say(f"         {longer:.1f} times as long as reading alone, {faster:.1f} times as fast as spaCy's pipeline")
        yield longer <= TARGETS["reading"]
        yield faster >= TARGETS["spacy"]
        yield one["peak_mb"] <= LARGEST_MB
        yield not one["failed"]
        yield _flat(out)
        yield _copies(self._archive, self._files, out)

    def crowd(self) -> Iterator[bool]:
        """On a part of the archive: copies read as well; two processes, and two workers of a cluster, by the clock."""
        one, kept = self._on_part("part"), self._on_part("kept", "--keep-copies")
        say(f"part     {one['records']} records, {_rates(one)}, {one['without']}")
        more = _each(kept) / _each(one) - 1
        say(f"         copies read as well: {_rates(kept)} ({more:+.1%}), {kept['claims']:,} claims")
        pool = self._on_part("two", "--workers", "2")
        crew = self._found("dask", self._dask)
        alone, two, dask = one["wall"], pool["wall"], crew["wall"]
        say(f"clock    one process {alone:.0f} s, two {two:.0f} s ({alone / two:.2f} times)")
        say(f"         two workers of a cluster {dask:.0f} s ({dask / two - 1:+.0%})")
        yield pool["claims"] == crew["claims"]  # workers with other rules write nothing, fast
        yield alone / two >= TARGETS["two"]
        yield dask / two - 1 <= TARGETS["dask"]

    def _dask(self) -> Found:
        folder = self._work / "cluster"
        shutil.rmtree(folder, ignore_errors=True)  # where a run that was stopped left its address
        folder.mkdir()
        cluster = Cluster(folder, 2)
        try:
            return self._scan_part("dask", "--cluster", cluster.ready(2))
        finally:
            cluster.close()

    def _on_part(self, name: str, *more: str) -> Found:
        return self._found(name, lambda: self._scan_part(name, *more))

    def _scan_part(self, name: str, *more: str) -> Found:
        shutil.rmtree(self._work / name, ignore_errors=True)  # by the clock, so from its beginning
        return timed("scan", self._part, "--out", str(self._work / name), *more)

    def _found(self, name: str, measure: Callable[[], Found]) -> Found:
        """What was found in a run before, else now."""
        file = self._work / "figures.json"
        figures: dict[str, Found] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
        if name not in figures:
            figures[name] = measure()
            file.write_text(json.dumps(figures, indent=2), "utf-8")
        return figures[name]


def _each(found: Found) -> float:
    seconds: float = found["cpu"] / found["records"]
    return seconds


def _rates(found: Found) -> str:
    each = _each(found)
    return f"{1 / each:7.1f} records/s, {found['bytes'] / found['cpu'] / 1e6:6.1f} MB/s, {each * 1000:.2f} ms a record"


def _flat(out: Path) -> bool:
    """Whether a record costs in the whole archive what it costs in its first tenth."""
    reports = [json.loads(file.read_text("utf-8")) for file in sorted((out / "manifest").glob("*.json"))]
    later = reports[1:] or reports  # the first range loads the readers
    tenth = -(-len(later) // 10)
    costs = [_cost(later[at : at + tenth]) for at in range(0, len(later), tenth)]
    say(f"growth   {_cost(later):.2f} ms a record; in each tenth: " + ", ".join(f"{cost:.2f}" for cost in costs))
    return _cost(later) <= TARGETS["flat"] * costs[0]


def _cost(reports: Sequence[Found]) -> float:
    seconds: float = sum(sum(report["seconds"].values()) for report in reports)
    return seconds / sum(float(report["records"]) for report in reports) * 1000


def _copies(archive: Path, files: Sequence[Path], out: Path) -> bool:
    """Whether the planted reprints are known, of those of which another page was read, too, and few others listed."""
    with (archive / "planted.tsv").open(encoding="utf-8") as lines:
        origins = {row["copy"]: row["origin"] for row in csv.DictReader(lines, delimiter="\t")}
    addresses = {(page.path, page.position): page.url or "" for page in pages_of(files)}

    def of(*tables: Path) -> set[str]:
        rows = [row for table in tables for row in pq.read_table(table, columns=["path", "position"]).to_pylist()]
        return {addresses[row["path"], row["position"]] for row in rows}

    listed = of(out / "copies.parquet")
    groups: dict[str, list[str]] = {}
    for address in sorted(said := of(out / "articles", out / "copies.parquet")):
        groups.setdefault(origins.get(address, address), []).append(address)
    there = sum(len(group) - 1 for group in groups.values())
    known = sum(min(len(listed.intersection(group)), len(group) - 1) for group in groups.values())
    recall, wrong = known / max(there, 1), (len(listed) - known) / max(len(said), 1)
    say(f"copies   {len(origins)} planted, {there} of them read with another page of their text; known: {recall:.3f}")
    say(f"         listed and not planted: {len(listed) - known}, {wrong:.2%} of the articles")
    return recall >= TARGETS["copies"] and wrong <= TARGETS["wrong"]


def _gates(options: argparse.Namespace, shells: bool) -> bool:
    """Whether the annotated claims get past the gates, and what stops the others."""
    from counterclaim.rules import load_rules
    from counterclaim.scanning.gates import stopped_by

    rules, gates = load_rules("en"), Counter[str]()
    found = shells_of(options.corpus) if shells else [SIMPLE]
    claims = lost = 0
    for seed, annotated in product(range(DRAWS if shells else 1), _annotated(options.gold)):
        title, *rest = [part for part in re.split(r"\n+", annotated.text) if part.strip()]
        shell = random.Random(f"{seed} {annotated.text}").choice(found)
        page = filled(shell, Text(title, tuple(rest) or (title,)))
        gate = stopped_by(Stored(path="gold", position=0, content=page, name="gold"), rules)
        number = sum(not claim.get("unsure") for claim in annotated.claims)
        claims, lost = claims + number, lost + (number if gate else 0)
        gates[gate or "passed"] += 1
    recall = 1 - lost / max(claims, 1)
    say(f"gates    {'in shells' if shells else 'simple'}: {recall:.4f} of {claims} claims survive; {dict(gates)}")
    return recall >= TARGETS["recall"]


def _annotated(gold: Path) -> list[Any]:
    from scripts.gold import load

    folders = (gold, *sorted(part for part in gold.iterdir() if part.is_dir()))
    return [annotated for folder in folders for annotated in load(folder)]


if __name__ == "__main__":
    sys.exit(main())
