"""Check the places of claims against those judged by hand: how many lie within 50 km of the right place?

    python -m scripts.check_places GOLD... [--table tests/quality/places.tsv] [--seed 14] [--draw N] [--write FILE.tsv]

GOLD are folders of annotated articles (their texts in GOLD/articles). The places of the claims read there that the
gazetteer knows are taken, each mention once; --draw takes only some, in an order that the seed decides. A place
that the table holds with the same entry keeps its verdict and reason; the others wait for theirs and are printed
with their context. A country is right if it is the one meant, any other place if it lies within 50 km of it; whether
it is the place of the claim is measured by the annotated articles themselves.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from counterclaim.extraction import Extraction
from counterclaim.pipeline import read

WHAT = ("article", "start", "end", "text", "name", "country", "geonames")
COLUMNS = (*WHAT, "verdict", "reason")
WIDTH = 80  # characters of context printed on each side
Row = dict[str, str]


def main() -> None:
    """Draw, print what waits for a verdict, write the table, and say how many are right."""
    options = _options()
    found = dict(places([folder / "articles" for folder in options.gold]))
    drawn = sorted(found, key=lambda what: _order(options.seed, what))[: options.draw]
    known = judged(options.table) if options.table.exists() else {}
    rows = [dict(zip(COLUMNS, (*what, *known.get(what, ("", ""))), strict=True)) for what in sorted(drawn)]
    for row in rows:
        if row["verdict"] != "right":
            print(f"{' | '.join(row.values())}\n    {found[_what(row)]}")
    if options.write:
        _write(options.write, rows)
    _report(len(found), rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--table", type=Path, default=Path("tests/quality/places.tsv"))
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--draw", type=int, default=1000)
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


def places(folders: Sequence[Path]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each place of a claim that has an entry of the gazetteer, with its context."""
    for item in read(folders):
        if not isinstance(item, Extraction) or item.article.origin is None:
            continue
        name, text = Path(item.article.origin.path).stem, item.article.text
        for place in (claim.place for claim in item.claims):
            if place is not None and place.geonames is not None:
                values = (place.start, place.end, place.text, place.name, place.country, place.geonames)
                context = text[max(0, place.start - WIDTH) : place.end + WIDTH]
                yield (name, *map(str, values)), " ".join(context.split())


def _order(seed: int, what: Sequence[str]) -> str:
    return sha256("|".join((str(seed), *what[:3])).encode()).hexdigest()


def _what(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in WHAT)


def judged(file: Path) -> dict[tuple[str, ...], tuple[str, str]]:
    """Verdict and reason by what was judged."""
    with file.open(encoding="utf-8", newline="") as lines:
        return {_what(row): (row["verdict"], row["reason"]) for row in csv.DictReader(lines, delimiter="\t")}


def _write(file: Path, rows: Sequence[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _report(found: int, rows: Sequence[Row]) -> None:
    verdicts = Counter(row["verdict"] or "not judged" for row in rows)
    checked = verdicts["right"] + verdicts["wrong"]
    precision = f"{verdicts['right'] / checked:.2f}" if checked else "none"
    print(f"{found} places, {len(rows)} drawn: {dict(sorted(verdicts.items()))}; precision within 50 km {precision}")


if __name__ == "__main__":
    main()
