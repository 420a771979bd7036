"""`counterclaim rules check`: whether rules can be read, and fire where they say they do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.options import REFUSED, complain

rules = typer.Typer(help="Work with rules.", no_args_is_help=True, rich_markup_mode=None)


@rules.callback()
def about() -> None:
    """Work with rules."""


@rules.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of rules, read after ours; ours alone without it.")
    ] = None,
    language: Annotated[str, typer.Option(metavar="CODE", help="The language of the rules.")] = "en",
) -> None:
    """Check a folder of rules: every key known, every id single, every rule with sentences of its own."""
    from counterclaim.rules import RuleError, load_rules

    try:
        ruleset = load_rules(language, (folder,) if folder else ())
    except RuleError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error
    found = sum(map(len, ruleset.rules_by_kind.values()))
    rows = sum(map(len, ruleset.tables.values()))
    sys.stdout.write(f"{found} rules and {rows} table rows are in order\n")
