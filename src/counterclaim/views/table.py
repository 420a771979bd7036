"""Claims as text for a terminal: who says it, the sentence, then each figure in a row; below, what else was said."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from counterclaim.extraction import Extraction
from counterclaim.records import Claim, Statement
from counterclaim.rows import claimant
from counterclaim.views import words

WIDTH = 100
COLUMNS = (("what", 11), ("how many", 14), ("whom or what", 20), ("when", 21), ("where", 12), ("how firmly", 10))


def render(extractions: Iterable[Extraction], *, width: int = WIDTH, colour: bool = False) -> Iterator[str]:
    """Text for each article, no line longer than `width`."""
    for extraction in extractions:
        yield _print(_article(extraction), width, colour)


def _print(content: RenderableType, width: int, colour: bool) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    with console.capture() as capture:
        console.print(content)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def _article(extraction: Extraction) -> RenderableType:
    said = words.without_figure(extraction.statements)
    parts: list[RenderableType] = [_heading(extraction, len(said))]
    if extraction.claims:
        parts += [Text(), Padding(_rows((), header=True), (0, 0, 0, 2))]
    for _, claims in groupby(extraction.claims, key=_stands_on):
        parts.append(_group(list(claims)))
    if said:
        parts += [Text("\nAlso said, without a figure", style="bold"), *map(_statement, said)]
    return Group(*parts, Text())


def _stands_on(claim: Claim) -> tuple[int, tuple[tuple[int, str], ...]]:
    return claim.evidence.start, tuple((source.start, claimant(source)) for source in claim.sources)


def _heading(extraction: Extraction, said: int) -> RenderableType:
    article = extraction.article
    counts = (
        words.tally(len(extraction.claims), "claim"),
        f"{words.tally(said, 'statement')} without a figure",
        f"{words.tally(len(extraction.skipped), 'number')} passed over",
    )
    lines = [Text(words.headline(article), style="bold")]
    if words.byline(article):
        lines.append(Text(words.byline(article)))
    return Group(Rule(style="dim"), *lines, Text(", ".join(counts), style="dim"))


def _group(claims: list[Claim]) -> RenderableType:
    first = claims[0]
    return Group(
        Text(),
        Text(words.who(first.sources), style="bold cyan"),
        Padding(Text(first.evidence.text, style="italic"), (0, 2, 0, 2)),
        Padding(_rows(claims), (0, 0, 0, 2)),
    )


def _rows(claims: Sequence[Claim], *, header: bool = False) -> Table:
    """Rows in columns of the same widths for every group, so that one header serves a whole article."""
    table = Table(
        box=box.HORIZONTALS, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), border_style="dim",
        show_header=header, header_style="dim", expand=True,
    )  # fmt: skip
    for name, share in COLUMNS:
        table.add_column(name, ratio=share, overflow="fold")
    for claim in claims:
        table.add_row(*_cells(claim))
    return table


def _cells(claim: Claim) -> tuple[Text, ...]:
    return (
        _two(claim.event, _standing(claim), style="bold"),
        Text(words.how_many(claim.quantity), style="bold"),
        _two(words.whom(claim.target), words.whose(claim)),
        _two(words.days(claim.period), words.basis(claim.period)),
        Text(words.where(claim.place)),
        Text(words.firmness(claim)),
    )


def _two(first: str, second: str, *, style: str = "") -> Text:
    """Two lines, the second one paler; one line where either is empty."""
    text = Text(first, style=style)
    return text.append("\n" * bool(first and second)).append(second, style="not bold dim")


def _standing(claim: Claim) -> str:
    if claim.part_of:
        return "of these"
    return "said before" if claim.restates else ""


def _statement(statement: Statement) -> RenderableType:
    who = Text(words.who(statement.sources), style="cyan")
    if about := words.about(statement):
        who.append(f" ({about})", style="not bold dim")
    return Group(who, Padding(Text(statement.content.text, style="italic"), (0, 2, 0, 2)))
