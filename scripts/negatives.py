"""Draw claims from news that is not about a war, to be judged by hand: how often is ordinary news misread?

    python -m scripts.negatives CORPUS [--seed 7] [--draw 300] [--judged FILE.tsv] [--write FILE.tsv] [--show all]

Reads all articles of the folders of CORPUS whose names end in _neg (those in languages without rules are refused)
and draws from the claims read there. --write keeps the list without the text. A claim of the list given by --judged
keeps its verdict and reason; the others wait for theirs and are printed with their sentences.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from counterclaim.extraction import Extraction
from counterclaim.pipeline import read
from counterclaim.records import Claim

COLUMNS = ("article", "start", "end", "quantity", "event", "category", "verdict", "reason")
WHAT = COLUMNS[:6]
Row = dict[str, str]


def main() -> None:
    """Draw, print what waits for a verdict, write the list, and say how many are wrong."""
    options = _options()
    found = list(_claims(sorted(options.corpus.glob("*_neg"))))
    drawn = random.Random(options.seed).sample(found, min(options.draw, len(found)))
    judged = _judged(options.judged) if options.judged else {}
    rows = [{**row, **judged.get(_key(row), {"verdict": "", "reason": ""})} for row, _ in drawn]
    for row, (_, sentence) in zip(rows, drawn, strict=True):
        if not row["verdict"] or options.show == "all" or row["verdict"] == options.show:
            print(f"{' | '.join(row[name] for name in COLUMNS)}\n    {sentence}")
    if options.write:
        _write(options.write, sorted(rows, key=lambda row: (row["article"], int(row["start"]), row["event"])))
    verdicts = Counter(row["verdict"] or "not judged" for row in rows)
    print(f"{len(found)} claims, {len(rows)} drawn with seed {options.seed}: {dict(sorted(verdicts.items()))}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--draw", type=int, default=300)
    parser.add_argument("--judged", type=Path, help="a list written before, with verdicts filled in")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--show", default="", help="print those of this verdict as well (right, wrong, all)")
    return parser.parse_args()


def _claims(folders: Sequence[Path]) -> Iterator[tuple[Row, str]]:
    """Each claim of the folders' articles with its sentence, the number marked."""
    for item in read(folders):
        if isinstance(item, Extraction) and item.article.origin is not None:
            name = Path(item.article.origin.path).stem
            yield from ((_row(name, claim), _marked(claim)) for claim in item.claims)


def _row(article: str, claim: Claim) -> Row:
    quantity = claim.quantity
    values = (article, quantity.start, quantity.end, quantity.text, claim.event, claim.target.category)
    return dict(zip(WHAT, map(str, values), strict=True))


def _marked(claim: Claim) -> str:
    text, at = claim.evidence.text, claim.quantity.start - claim.evidence.start
    return f"{text[:at]}[{claim.quantity.text}]{text[at + len(claim.quantity.text) :]}"


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in WHAT)


def _judged(file: Path) -> dict[tuple[str, ...], Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return {_key(row): {"verdict": row["verdict"], "reason": row["reason"]} for row in rows}


def _write(file: Path, rows: Sequence[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
