"""The public benchmarks from the command line."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.benchmarks import __doc__ as usage
from scripts.benchmarks.reporting import report
from scripts.benchmarks.scoring import BENCHMARKS


def main() -> int:
    """0 if every figure is at its floor or above, 1 if one is below, 2 if there is nothing to measure on."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        keep: Path = options.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        return report(options.bench, options.split, tuple(options.only.split(",")), keep, most=options.most)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", default=",".join(BENCHMARKS), help="names with commas between")
    parser.add_argument("--keep", type=Path, help="leave gold and findings in this folder")
    parser.add_argument("--most", type=int, help="so many texts of each at most, drawn with a fixed seed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
