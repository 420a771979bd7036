"""Fit the confidence of claims on annotated articles, and say how well it keeps its word.

    python -m scripts.calibrate TRAIN DEV [--write FILE.tsv] [--picture FILE.svg]

TRAIN and DEV are folders of gold articles. The penalty is chosen by article-wise cross-validation on TRAIN; the
calibration error is the mean gap between promise and outcome in ten bins of equal count. DEV is only measured on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.assembling.confidence import features
from counterclaim.extraction import Extraction
from counterclaim.pipeline import read
from counterclaim.records import Claim
from scripts.calibration_picture import Bin, draw

FOLDS, BINS = 8, 10
PENALTIES = (0.3, 1.0, 3.0, 10.0)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of an article, and whether event, low and high are right by the gold."""

    article: int
    names: tuple[str, ...]
    right: bool


def squash(text: str) -> tuple[str, list[int]]:
    """The text without white space, and the offset of each character kept."""
    kept = [(c, i) for i, c in enumerate(text) if not c.isspace()]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def judged(folder: Path) -> list[Judged]:
    """Every claim read from the folder's articles that the gold judges; "unsure" ones are left out."""
    found: list[Judged] = []
    for number, file in enumerate(sorted(folder.glob("*.gold.json"))):
        gold = json.loads(file.read_text("utf-8"))
        record = json.loads((folder / gold["doc"]).read_text("utf-8"))
        for extraction in read([folder / gold["doc"]]):
            if isinstance(extraction, Extraction):
                found.extend(_judge(number, extraction, record["text"], gold["claims"]))
    return found


def _judge(number: int, extraction: Extraction, text: str, golds: Sequence[dict[str, object]]) -> list[Judged]:
    ours, _ = squash(extraction.article.text)
    theirs, offsets = squash(text)
    place = {offset: at for at, offset in enumerate(offsets)}
    marked = [(_range(gold, place), gold) for gold in golds]
    judgements = []
    for claim in extraction.claims:
        around = _around(extraction.article.text, claim, ours, theirs)
        if around is None:
            continue
        hits = [gold for (a, b), gold in marked if a < around[1] and around[0] < b]
        if any(gold.get("unsure") for gold in hits) and not any(_agrees(claim, gold) for gold in hits):
            continue
        judgements.append(Judged(number, features(claim), any(_agrees(claim, gold) for gold in hits)))
    return judgements


def _range(gold: dict[str, object], place: dict[int, int]) -> tuple[int, int]:
    inside = [place[i] for i in range(int(str(gold["start"])), int(str(gold["end"]))) if i in place]
    return inside[0], inside[-1] + 1


def _around(text: str, claim: Claim, ours: str, theirs: str) -> tuple[int, int] | None:
    """Where the claim's quantity stands in the gold's squashed text; None where the gold lacks it (a title)."""
    at = len(squash(text[: claim.quantity.start])[0])
    length = len(squash(claim.quantity.text)[0])
    for left, right in ((40, 40), (20, 20), (8, 8)):
        lead = min(at, left)
        found = theirs.find(ours[at - lead : at + length + right])
        if found >= 0:
            return found + lead, found + lead + length
    return None


def _agrees(claim: Claim, gold: dict[str, object]) -> bool:
    return (claim.event, claim.quantity.low, claim.quantity.high) == (gold["event"], gold["low"], gold["high"])


def matrix(rows: Sequence[Judged], names: Sequence[str]) -> Floats:
    """One row a claim, one column a feature."""
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name in row.names:
            if name in column:
                table[i, column[name]] = 1.0
    return table


def fit(table: Floats, right: Floats, penalty: float) -> Floats:
    """Weights of a logistic model with a quadratic penalty on all but the first column (Newton's method)."""
    weights = np.zeros(table.shape[1])
    ridge = np.full(table.shape[1], penalty)
    ridge[0] = 1e-3
    for _ in range(30):
        promise = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - promise) - ridge * weights
        curve = (table.T * (promise * (1 - promise))) @ table + np.diag(ridge)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def calibration_error(promise: Floats, right: Floats) -> float:
    """The mean gap between promise and outcome in ten bins of equal count."""
    return float(np.mean([abs(one.promised - one.right) for one in bins(promise, right, "")]))


def bins(promise: Floats, right: Floats, part: str) -> list[Bin]:
    """Ten bins of equal count, from the lowest promise to the highest."""
    parts = np.array_split(np.argsort(promise, kind="stable"), BINS)
    return [Bin(float(promise[at].mean()), float(right[at].mean()), len(at), part) for at in parts]


def loss(promise: Floats, right: Floats) -> float:
    """The mean logarithmic loss."""
    return float(-np.mean(np.log(np.where(right > 0, promise, 1 - promise))))


def validated(rows: Sequence[Judged], names: Sequence[str], penalty: float) -> Floats:
    """Each claim's promise from a model that has not seen its article."""
    table, right = matrix(rows, names), np.array([row.right for row in rows], dtype=float)
    fold = np.array([row.article % FOLDS for row in rows])
    promise = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit(table[fold != number], right[fold != number], penalty)
        promise[fold == number] = 1 / (1 + np.exp(-table[fold == number] @ weights))
    return promise


def main() -> int:
    """Fit, measure, and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    train, dev = judged(asked.train), judged(asked.dev)
    counts: dict[str, int] = {}
    for row in train:
        for name in row.names:
            counts[name] = counts.get(name, 0) + 1
    names = ["bias", *sorted(name for name, count in counts.items() if count >= 5 and name != "bias")]
    right = np.array([row.right for row in train], dtype=float)
    penalty = min(PENALTIES, key=lambda p: loss(validated(train, names, p), right))
    held = validated(train, names, penalty)
    weights = fit(matrix(train, names), right, penalty)
    promise = 1 / (1 + np.exp(-matrix(dev, names) @ weights))
    outcome = np.array([row.right for row in dev], dtype=float)
    print(f"train {len(train)} claims, right {right.mean():.3f}; penalty {penalty}")
    print(f"cross-validated: loss {loss(held, right):.3f}, error {calibration_error(held, right):.3f}")
    print(f"dev {len(dev)} claims, right {outcome.mean():.3f}, promised {promise.mean():.3f}: "
          f"loss {loss(promise, outcome):.3f}, error {calibration_error(promise, outcome):.3f}")  # fmt: skip
    shown = bins(promise, outcome, "not seen in fitting")
    for one in shown:
        print(f"  promised {one.promised:.2f}  right {one.right:.2f}  of {one.count}")
    if asked.picture:
        draw([*bins(held, right, "cross-validated"), *shown], asked.picture)
    if asked.write:
        lines = [f"{name}\t{weight:.3f}" for name, weight in zip(names, weights, strict=True)]
        asked.write.write_text("feature\tweight\n" + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
