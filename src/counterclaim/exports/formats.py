"""Every format of an export by its name: what writes it, and the files it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.exports import (
    acled,
    bundle,
    csvw,
    json_lines,
    leaving_out,
    parquet,
    schema_org,
    ucdp,
    web_annotations,
    wikitext,
)
from counterclaim.exports.conventions import OURS
from counterclaim.exports.conventions import names as conventions
from counterclaim.exports.leaving_out import Keep, LeftOut
from counterclaim.exports.placing import placed
from counterclaim.exports.row import Row
from counterclaim.serialise import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the one who exports may choose.

    `convention` None is the usual one of the format: ours, and none for the shapes of UCDP and ACLED.
    `now` and `entries` (of the ledger's chain) go into an evidence bundle.
    """

    convention: str | None = None
    best: str = ucdp.BEST_RULES[0]
    texts: str = bundle.QUOTES
    now: str = ""
    entries: Iterable[Mapping[str, Json]] = ()


Write = Callable[[Iterable[Row], Path, Wishes], tuple[Path, ...]]
Pieces = Callable[[Iterable[Row], Wishes], Iterator[str]]
Shaped = Callable[[Iterable[Row], Keep, Wishes], Iterator[str]]


def export(rows: Iterable[Row], name: str, place: Path, wishes: Wishes | None = None) -> tuple[Path, ...]:
    """The files that were written, the one asked for first; each appears whole or not at all.

    Raises ValueError for a format or convention that is not known, FileExistsError where a bundle's folder is taken.
    """
    wishes = wishes or Wishes()
    if name not in FORMATS:
        raise ValueError(f"format {name!r}: unknown; known formats: {', '.join(FORMATS)}")
    if wishes.convention not in (None, *conventions()):
        raise ValueError(f"convention {wishes.convention!r}: unknown; known conventions: {', '.join(conventions())}")
    return FORMATS[name](rows, place, wishes)


def _text(pieces: Pieces) -> Write:
    """A format that is one file of text."""

    def write(rows: Iterable[Row], place: Path, wishes: Wishes) -> tuple[Path, ...]:
        with placed(place) as (out,):
            out.writelines(piece.encode() for piece in pieces(rows, wishes))
        return (place,)

    return write


def _shape(pieces: Shaped) -> Write:
    """A format that cannot hold every row: the rows left out stand in a file beside it, each with the reason."""

    def write(rows: Iterable[Row], place: Path, wishes: Wishes) -> tuple[Path, ...]:
        beside = place.with_name(place.stem + leaving_out.BESIDE)
        with placed(place, beside) as (out, left_out):
            left_out.write(leaving_out.header().encode())

            def keep(item: LeftOut) -> None:
                left_out.write(item.line().encode())

            out.writelines(piece.encode() for piece in pieces(rows, keep, wishes))
        return (place, beside)

    return write


def _csv(rows: Iterable[Row], place: Path, wishes: Wishes) -> tuple[Path, ...]:
    beside = place.with_name(place.name + csvw.BESIDE)
    with placed(place, beside) as (out, described):
        described.write(csvw.metadata(place.name).encode())
        out.writelines(piece.encode() for piece in csvw.render(rows, wishes.convention or OURS))
    return (place, beside)


def _parquet(rows: Iterable[Row], place: Path, wishes: Wishes) -> tuple[Path, ...]:
    with placed(place) as (out,):
        parquet.write(rows, out, wishes.convention or OURS)
    return (place,)


def _bundle(rows: Iterable[Row], place: Path, wishes: Wishes) -> tuple[Path, ...]:
    bundle.write(
        rows, place, now=wishes.now, entries=wishes.entries, texts=wishes.texts, convention=wishes.convention or OURS
    )
    return (place,)


def _grouped(rows: Iterable[Row], _: Wishes) -> Iterator[str]:
    """schema.org needs the rows of one group together, so it alone holds them all."""
    return schema_org.render(sorted(rows, key=lambda row: row.group))


FORMATS: dict[str, Write] = {
    "csv": _csv,
    "jsonl": _text(lambda rows, _: json_lines.render(rows)),
    "parquet": _parquet,
    "annotations": _text(lambda rows, wishes: web_annotations.render(rows, wishes.convention or OURS)),
    "schema-org": _text(_grouped),
    "ucdp": _shape(lambda rows, keep, w: ucdp.render(rows, keep, convention=w.convention, best=w.best)),
    "acled": _shape(lambda rows, keep, w: acled.render(rows, keep, convention=w.convention)),
    "wikitext": _text(lambda rows, _: wikitext.render(rows)),
    "bundle": _bundle,
}
