"""Memory over many articles."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from counterclaim import pipeline
from scripts.bench import now_mb, varied
from scripts.gold import load

GOLD = Path(__file__).parent / "gold"
MANY = 800


@pytest.mark.long
def test_memory_stays_flat(tmp_path: Path) -> None:
    """After a first part the memory of the reader grows by less than a tenth, however many articles follow."""
    lines = [json.dumps({"id": gold.name, "title": "", "language": "en", "text": gold.text}) for gold in load(GOLD)]
    file = tmp_path / "many.jsonl"
    file.write_text("".join(varied(lines[n % len(lines)], n // len(lines)) + "\n" for n in range(MANY)), "utf-8")
    found = pipeline.read([file])
    first = sum(1 for _ in islice(found, MANY // 5))
    early = now_mb()
    rest = sum(1 for _ in found)

    assert (MANY, True) == (first + rest, now_mb() <= 1.1 * early)
