"""`counterclaim plot`: every claimant's figures for one measure as a picture, or the table of what it shows."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.filters import Copies, Replaced, Where, read_filter
from counterclaim.cli.options import HERE, LedgerPlace, complain, ledger_errors, wrong_usage
from counterclaim.cli.tables import TableFormat, show


class ThemeName(StrEnum):
    """What a picture is drawn for."""

    light = "light"
    dark = "dark"


def plot(
    where: Where = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The picture: a name that ends in .svg, .png or .html."),
    ] = None,
    ledger: LedgerPlace = HERE,
    theme: Annotated[ThemeName, typer.Option(help="For light or dark paper; a page has both.")] = ThemeName.light,
    format: Annotated[
        TableFormat, typer.Option("--format", "-f", help="Without -o: how the figures of the picture are printed.")
    ] = TableFormat.table,
    copies: Copies = False,
    replaced: Replaced = False,
) -> None:
    """Draw what every claimant says of one measure; without -o print the figures that the picture would show."""
    from counterclaim.ledger.book import Ledger
    from counterclaim.plots import drawing
    from counterclaim.plots.points import find_points
    from counterclaim.plots.words import MeasureError, title

    with ledger_errors(), Ledger(ledger, create=False, tell=complain) as book:
        figures = book.figures(read_filter(where, copies=copies, replaced=replaced))
        drawn = find_points(figures)
    try:
        if output is None:
            title([point.figure for point in drawn.points])
            return show(drawing.rows_of(drawn), drawing.SHOWN, format, fields=drawing.COLUMNS)
        written = drawing.draw(drawn, output, theme=theme.value)
    except MeasureError as error:
        wrong_usage(str(error))
    except ValueError as error:
        wrong_usage(f"{error}; give a name such as picture.svg with -o")
    except OSError as error:
        wrong_usage(f"{output}: cannot be written: {error.strerror or error}; give another place with -o")
    for place in written:
        sys.stdout.write(f"{place}\n")
    return None
