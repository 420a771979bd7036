"""What stands in a ledger held against itself: the figures that no one rejected, compared, traced, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, or_, select

from counterclaim.compare.trace import Asked, asked_for, matches
from counterclaim.figures import Figure
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.querying import NOTHING, Filter, conditions
from counterclaim.ledger.tables import figures

REJECTED = "rejected"
TOGETHER = 500  # figures fetched at a time
_READ = tuple(figures.c[name] for name in COLUMNS)


def standing_figures(connection: Connection, wanted: Filter = NOTHING, *also: ColumnElement[bool]) -> Iterator[Figure]:
    """The figures that fit, and whose rows fulfil `also`, less those that a person has rejected, in order of adding."""
    fitting = conditions(wanted, connection.dialect.name)
    query = select(*_READ).where(*fitting, *also, figures.c.status != REJECTED).order_by(figures.c.number)
    for row in connection.execute(query, execution_options={"yield_per": TOGETHER}):
        yield from_row(row)


def figures_to_trace(connection: Connection, words: str) -> tuple[Figure, ...]:
    """The figures that some words name, with those that may revise, dispute or deny them."""
    asked = asked_for(words)
    found = [figure for figure in _candidates(connection, asked) if matches(figure, asked)]
    related = (figure for query in _related(found) for figure in standing_figures(connection, NOTHING, *query))
    both = {(figure.article, figure.claim): figure for figure in (*found, *related)}
    return tuple(both.values())


def _related(found: Sequence[Figure]) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """What to ask for beside some figures: what their claimants and others say of the same days, and denials."""
    figured = [figure for figure in found if figure.event and figure.category]
    if not figured:
        return
    event = figures.c.event.in_(sorted({figure.event for figure in figured if figure.event}))
    category = figures.c.category.in_(sorted({figure.category for figure in figured if figure.category}))
    yield event, category, figures.c.end.in_(sorted({figure.end for figure in figured if figure.end}))
    yield event, or_(figures.c.modality == "denied", figures.c.act == "denied")


def _candidates(connection: Connection, asked: Asked) -> Iterator[Figure]:
    """Figures with the number asked for; without a number those whose text has the words, else all."""
    if asked.numbers:
        number = asked.numbers[0]
        yield from standing_figures(connection, NOTHING, or_(figures.c.low == number, figures.c.high == number))
        return
    by_text = tuple(standing_figures(connection, Filter(text=" ".join(asked.words)))) if asked.words else ()
    yield from by_text or standing_figures(connection)
