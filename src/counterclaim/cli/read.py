"""`counterclaim read`: articles in, claims out, in the format asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.given import PATHS, Language, Outlet, Published, Url, given_by_user, without_refusals
from counterclaim.cli.options import REFUSED, Model, Rules, usage_errors
from counterclaim.cli.output import sink
from counterclaim.cli.progress import shown

if TYPE_CHECKING:
    from counterclaim.extraction import Extraction
    from counterclaim.reading import Refusal

    View = Callable[[Iterable[Extraction]], Iterator[str]]

NARROWEST, WIDEST, USUAL = 60, 140, 100


class Format(StrEnum):
    """How the claims are written."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    html = "html"


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help=PATHS)],
    format: Annotated[Format, typer.Option("--format", "-f", help="How the claims are written.")] = Format.table,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    model: Model = None,
    rules: Rules = None,
) -> None:
    """Read articles and print every attributed claim: who says it, what, how many, when, where, how firmly."""
    from counterclaim import pipeline

    given = given_by_user(published, outlet, url, language)
    refusals: list[Refusal] = []
    with usage_errors():
        found = pipeline.read(paths, given=given, rules_dirs=tuple(rules or ()), model=model)
        to_screen = output is None and sys.stdout.isatty()
        extractions = without_refusals(shown(found, paths, to_screen=to_screen), refusals)
        with sink(output) as out:
            for text in rendered(extractions, format, to_screen=to_screen):
                out.write(text.encode("utf-8"))
    if refusals:
        raise typer.Exit(REFUSED)


def rendered(extractions: Iterable[Extraction], format: Format, *, to_screen: bool) -> Iterator[str]:
    """The extractions in one format, piece by piece."""
    if format is Format.table:
        from counterclaim.views import table

        colour = to_screen and "NO_COLOR" not in os.environ
        return table.render(extractions, width=screen_width(to_screen=to_screen), colour=colour)
    from counterclaim.views import csv_rows, html, json_array, json_lines

    views: dict[Format, View] = {
        Format.jsonl: json_lines.render,
        Format.json: json_array.render,
        Format.csv: csv_rows.render,
        Format.html: html.render,
    }
    return views[format](extractions)


def screen_width(*, to_screen: bool) -> int:
    """The width of the terminal, within reason; 100 where there is none."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST) if to_screen else USUAL
