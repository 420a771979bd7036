"""How good the reader is on articles annotated by hand: reads them, scores them, and fails below the floor.

    python -m scripts.quality GOLD [--scorer FILE] [--errors N] [--bench BENCH [--split test]]

GOLD holds *.gold.json and articles/. The scorer stands beside GOLD as score.py unless it is named. With BENCH the
public benchmarks are measured, too (see scripts/benchmarks).
The floors stand in tests/quality/floors.json, each beside the digest of the gold that it was measured on.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.benchmarks.reporting import report
from scripts.benchmarks.scoring import BENCHMARKS
from scripts.gold import digest_of

FLOORS = Path(__file__).parents[1] / "tests" / "quality" / "floors.json"
LINE = re.compile(r"^(detect|claim|full)\s.*F1 ([\d.]+)$", re.M)


def main() -> int:
    """0 if every figure is at its floor or above, 1 if one is below, 2 if there is nothing to measure on."""
    options = _options()
    gold: Path = options.gold
    scorer: Path = options.scorer or gold.parent / "score.py"
    for needed in (gold / "articles", scorer):
        if not needed.exists():
            print(f"NOTHING WAS MEASURED: {needed} is not there; give the folder of gold: make quality GOLD=DIR")
            return 2
    with tempfile.TemporaryDirectory() as folder:
        read = Path(folder) / "read.jsonl"
        seconds = _read(gold / "articles", read)
        printed = _score(scorer, gold, read, options.errors)
    print(f"{printed}\nread in {seconds:.1f} s")
    status = _compare(gold, {name: float(value) for name, value in LINE.findall(printed)})
    return max(status, _benchmarks(options.bench, options.split)) if options.bench else status


def _benchmarks(bench: Path, split: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        return report(bench, split, tuple(BENCHMARKS), Path(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--bench", type=Path)
    parser.add_argument("--split", default="dev", help="which part of the benchmarks: dev or test")
    return parser.parse_args()


def _read(articles: Path, read: Path) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "counterclaim", "read", str(articles), "--format", "jsonl", "-o", str(read)]
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def _score(scorer: Path, gold: Path, read: Path, errors: int) -> str:
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(read), "--errors", str(errors)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _compare(gold: Path, found: dict[str, float]) -> int:
    digest = digest_of(gold)
    floors = [floor for floor in json.loads(FLOORS.read_text("utf-8"))["gold"] if floor["digest"] == digest]
    if not floors:
        print(f"no floor is stored for this gold (digest {digest}); add one to {FLOORS.name}")
        return 0
    below = [f"{name} F1 {found[name]:.3f} is below its floor {low}" for name, low in floors[0]["f1"].items()
             if found[name] < low]  # fmt: skip
    print("\n".join(below) or f"at or above the floor: {floors[0]['f1']}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
