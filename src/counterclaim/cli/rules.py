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
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of rules, read after ours; without it, ours.")
    ] = None,
    language: Annotated[str, typer.Option(metavar="CODE", help="The language of the rules.")] = "en",
) -> None:
    """Check rules: every key known, every id single, and every rule fires on its own sentences and on no others."""
    from counterclaim.rules import RuleError, load_rules

    try:
        ours = load_rules(language)
        ruleset = load_rules(language, (folder,)) if folder else ours
    except RuleError as error:
        complain(str(error))
        raise typer.Exit(REFUSED) from error
    from counterclaim.checking import misfires
    from counterclaim.pipeline import Reader

    rules = [rule for rule in ruleset.all_rules if not folder or rule not in ours.all_rules]
    wrong = [str(misfire) for misfire in misfires(Reader(ruleset), rules)]
    for line in wrong:
        complain(line)
    if wrong:
        raise typer.Exit(REFUSED)
    sentences = sum(len(rule.yes) + len(rule.no) for rule in rules)
    rows = sum(map(len, ruleset.tables.values()))
    sys.stdout.write(f"{len(rules)} rules with {sentences} sentences are in order, and so are {rows} rows of tables\n")
