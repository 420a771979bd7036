"""The list of claims drawn from ordinary news and judged by hand."""

import csv
from collections import Counter
from pathlib import Path

LIST = Path(__file__).parents[2] / "docs" / "negatives.tsv"
COLUMNS = ["article", "start", "end", "quantity", "event", "category", "verdict", "reason"]


def test_fewer_than_one_in_ten_is_wrong() -> None:
    """Every claim of the list has a verdict and a reason; nine in ten are right."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    verdicts = Counter(row["verdict"] for row in rows)

    assert COLUMNS == list(rows[0])
    assert {"right", "wrong"} == set(verdicts)
    assert all(row["reason"] for row in rows)
    assert verdicts["wrong"] < len(rows) / 10
