"""The command `counterclaim`: reads articles and prints who claims what.

Exit status: 0 all is well, 1 something was refused or is wrong, 2 wrong usage.
"""

from __future__ import annotations

import os
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.cli.add import add
from counterclaim.cli.alarms import alarms
from counterclaim.cli.claims import claims
from counterclaim.cli.compare import compare
from counterclaim.cli.disputes import disputes
from counterclaim.cli.explain import explain
from counterclaim.cli.export import export
from counterclaim.cli.history import history
from counterclaim.cli.plot import plot
from counterclaim.cli.read import read
from counterclaim.cli.rerun import rerun
from counterclaim.cli.review import review
from counterclaim.cli.rules import rules
from counterclaim.cli.scan import scan
from counterclaim.cli.series import series
from counterclaim.cli.serve import serve
from counterclaim.cli.trace import trace
from counterclaim.cli.user import user
from counterclaim.cli.verify import verify

# What numpy's libraries read once, when they are loaded; no command loads them before it runs.
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

app = typer.Typer(
    help="Read news articles and print who claims what.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read)
app.command()(explain)
app.command()(add)
app.command()(claims)
app.command()(history)
app.command()(rerun)
app.command()(verify)
for command in (compare, series, disputes, alarms, trace):
    app.command()(command)
app.command()(plot)
app.command()(export)
app.command()(scan)
app.command()(serve)
app.add_typer(review, name="review")
app.add_typer(rules, name="rules")
app.add_typer(user, name="user")


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"counterclaim {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=lambda wanted: _version(wanted=wanted), is_eager=True,
                           help="Print the version and stop.")
    ] = False,
) -> None:  # fmt: skip
    """Read news articles and print who claims what."""


def main() -> None:
    """Run the command, on one thread a process unless the environment asks for more.

    The parser's products of matrices are small: with more threads numpy only waits for them, at twice the time.
    """
    for name in THREADS:
        os.environ.setdefault(name, "1")
    app()
