"""`counterclaim add`: articles, or a series of official figures, into a ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.given import PATHS, Language, Outlet, Published, Url, given_by_user, without_refusals
from counterclaim.cli.options import (
    HERE,
    REFUSED,
    LedgerPlace,
    Model,
    Rules,
    complain,
    ledger_errors,
    now,
    usage_errors,
    wrong_usage,
)
from counterclaim.cli.progress import shown

if TYPE_CHECKING:
    from counterclaim.ledger.book import Added, Ledger
    from counterclaim.reading import Given, Refusal
    from counterclaim.series_files import Totals


def add(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=PATHS)] = None,
    ledger: LedgerPlace = HERE,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    model: Model = None,
    rules: Rules = None,
    series: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A table of official figures, CSV or totals as JSON.")
    ] = None,
    meanings: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="What each measure of the series means, instead of ours."),
    ] = None,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave out rows of the series that are wrong.")] = False,
    scan: Annotated[Path | None, typer.Option(metavar="DIR", help="What a finished scan of archives found.")] = None,
    claimant: Annotated[str | None, typer.Option(metavar="NAME", help="Who says the totals of the series.")] = None,
    about: Annotated[str | None, typer.Option(metavar="WORDS", help="What the totals of the series are of.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day of the totals of the series.")] = None,
) -> None:
    """Read articles into a ledger: their bytes, their text, and who claims what in them."""
    from counterclaim.ledger.book import Ledger

    if sum(bool(given) for given in (paths, series, scan)) != 1:
        wrong_usage("nothing to add; give files, folders or addresses, --series FILE, or --scan DIR, and not both")
    given = given_by_user(published, outlet, url, language)
    refusals: list[Refusal] = []
    with ledger_errors(), usage_errors(), Ledger(ledger, tell=complain) as book:
        if series:
            added = add_series(book, series, meanings, totals_of(claimant, about, on), given, skip_bad=skip_bad)
        elif scan:
            added = add_scan(book, scan)
        else:
            from counterclaim.intake import take_in

            taken = take_in(paths or [], given=given, rules_dirs=tuple(rules or ()), model=model, retrieved=now())
            intakes = without_refusals(shown(taken, paths or [], to_screen=False), refusals)
            added = book.add_extractions(intakes, now=now())
    sys.stdout.write(f"{book.name}: {in_words(added)}\n")
    if refusals:
        raise typer.Exit(REFUSED)


def add_scan(book: Ledger, folder: Path) -> Added:
    """Keep what a scan found; a folder that holds no finished scan ends with status 2."""
    from counterclaim.scanning.taking import take_in_scan

    try:
        return book.add_extractions(take_in_scan(folder), now=now())
    except ValueError as error:
        wrong_usage(str(error))


def add_series(
    book: Ledger,
    series: Path,
    meanings: Path | None,
    totals: Totals | None,
    given: Given,
    *,
    skip_bad: bool,
) -> Added:
    """Keep a series; what was left out of it is told in one line each. A series that is none ends with status 1."""
    from counterclaim.series_files import SeriesError

    left_out: list[str] = []
    try:
        return book.add_series(
            series, now=now(), meanings=meanings, totals=totals, given=given, skip_bad=skip_bad, refused=left_out
        )  # fmt: skip
    except SeriesError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error
    finally:
        for line in left_out:
            complain(line)


def totals_of(claimant: str | None, about: str | None, on: str | None) -> Totals | None:
    """Whose totals a file of totals has, where that was said."""
    from counterclaim.series_files import Totals

    if not claimant:
        return None
    return Totals(claimant=claimant, about=about or "", day=on)


def in_words(added: Added) -> str:
    """What was new, in one line."""
    counted = ((added.versions, "article"), (added.claims, "claim"), (added.statements, "statement"))
    new = ", ".join(f"{number} {noun if number == 1 else noun + 's'}" for number, noun in counted) + " new"
    known = f"; {added.known} known before" if added.known else ""
    return new + known + (f"; {added.again} seen again with something new to it" if added.again else "")
