"""The excerpt in README.md, from a real run over the examples: writes it anew, or says that it is out of date.

python -m scripts.excerpt [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from counterclaim import pipeline
from counterclaim.extraction import Extraction
from counterclaim.views import table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- excerpt: make readme -->\n", "<!-- end of excerpt -->"
CLAIMS, SAID = 26, 9  # lines of the first article


def main() -> int:
    """0 if README.md has the excerpt of this run, or has it now; 1 if it was only to be checked and has not."""
    before, _, rest = README.read_text("utf-8").partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    wanted = f"{before}{OPEN}{excerpt()}{CLOSE}{after}"
    if README.read_text("utf-8") == wanted:
        return 0
    if "--check" in sys.argv:
        print("the excerpt in README.md is out of date; run make readme")
        return 1
    README.write_text(wanted, "utf-8")
    return 0


def excerpt() -> str:
    """The first lines of the table of the examples, and the first of what else was said, as a block of code."""
    found = pipeline.read([ROOT / "examples"])
    first = next(item for item in found if isinstance(item, Extraction))
    lines = "".join(table.render([first])).split("\n")
    said = lines.index("Also said, without a figure")
    shown = [*_whole(lines[:said], CLAIMS), "[...]", "", *_whole(lines[said:], SAID), "[...]"]
    return "".join(["```\n", *(f"{line}\n" for line in shown), "```\n"])


def _whole(lines: list[str], number: int) -> list[str]:
    """About so many lines, up to the end of a claimant's block."""
    ends = [index for index, line in enumerate(lines) if index >= number and not line.startswith(" ")]
    return lines[: ends[0]] if ends else lines


if __name__ == "__main__":
    sys.exit(main())
