"""A picture into a file: SVG, PNG or one HTML page, with the figures it shows in a table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counterclaim.csv_lines import Cell, csv_line
from counterclaim.exports.placing import placed
from counterclaim.figures import act_of
from counterclaim.plots.palette import DARK, LIGHT, THEMES
from counterclaim.plots.points import Drawn
from counterclaim.plots.words import number

FORMATS = ("svg", "png", "html")
COLUMNS = (
    "line", "claimant", "claimant_side", "act", "modality", "figure", "low", "high", "form", "basis", "start", "end",
    "revised", "wording", "link", "outlet", "published", "claim",
)  # fmt: skip
SHOWN = ("claimant", "act", "figure", "start", "end", "wording", "link")
BESIDE = "-figures.csv"


def draw(drawn: Drawn, place: Path, *, theme: str = LIGHT.name) -> tuple[Path, Path]:
    """The picture that was written and the table of its figures; the ending of the name says which kind.

    Raises MeasureError where the figures are of several measures, ValueError for another ending or theme.
    """
    kind = place.suffix.removeprefix(".").lower()
    if kind not in FORMATS:
        raise ValueError(f"{place}: ending {place.suffix!r} found, .{', .'.join(FORMATS)} expected")
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r}: unknown; known themes: {', '.join(THEMES)}")
    picture = picture_of(drawn, kind, theme)
    beside = place.with_name(place.stem + BESIDE)
    with placed(place, beside) as (out, table):
        out.write(picture)
        table.writelines(line.encode() for line in table_of(drawn))
    return place, beside


def picture_of(drawn: Drawn, kind: str, theme: str = LIGHT.name) -> bytes:
    """The picture as bytes; a page holds it for light and for dark screens."""
    from counterclaim.plots.chart import chart
    from counterclaim.plots.page import page
    from counterclaim.plots.svg import to_png, to_svg

    if kind == "html":
        pictures = {name: to_svg(chart(drawn, made).to_dict(), prefix=name) for name, made in THEMES.items()}
        return page(drawn, light=pictures[LIGHT.name], dark=pictures[DARK.name]).encode()
    spec = chart(drawn, THEMES[theme]).to_dict()
    return to_png(spec) if kind == "png" else to_svg(spec).encode()


def table_of(drawn: Drawn) -> Iterator[str]:
    """The figures of a picture as CSV, each with claimant, act, wording and link."""
    yield csv_line(COLUMNS)
    for row in rows_of(drawn):
        yield csv_line(row[name] for name in COLUMNS)


def rows_of(drawn: Drawn) -> Iterator[dict[str, Cell]]:
    """The figures of a picture as rows."""
    for point in drawn.points:
        figure = point.figure
        told: dict[str, Cell] = {
            "line": point.line,
            "act": act_of(figure),
            "figure": number(figure),
            "wording": figure.evidence,
            "revised": "yes" if point.revised else None,
        }
        yield {name: told[name] if name in told else getattr(figure, name) for name in COLUMNS}
