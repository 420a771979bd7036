"""What stands in a ledger held against itself: the figures that no one rejected, compared, traced, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, func, or_, select

from counterclaim.compare.trace import Asked, asked_for, matches
from counterclaim.figures import REVISION, Figure
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.figure_rows import from_row, revision_figures
from counterclaim.ledger.loading import load_article, record_of
from counterclaim.ledger.querying import NOTHING, READ, Filter, conditions, order_of
from counterclaim.ledger.sightings import newest_of_all
from counterclaim.ledger.tables import claims, extractions, figures, versions
from counterclaim.series_files.reading import READER

REJECTED = "rejected"
TOGETHER = 500  # figures fetched at a time


def standing_figures(connection: Connection, wanted: Filter = NOTHING, *also: ColumnElement[bool]) -> Iterator[Figure]:
    """The figures that fit, and whose rows fulfil `also`, less those that a person has rejected, in order of adding."""
    query = select(*READ).where(*conditions(connection, wanted), *also, figures.c.status != REJECTED)
    query = query.order_by(figures.c.number + 0 if also else order_of(connection, wanted))
    for row in connection.execute(query, execution_options={"yield_per": TOGETHER}):
        yield from_row(row)


def revisions(connection: Connection) -> Iterator[Figure]:
    """The claimants' own corrections of their series, of the newest version of each."""
    series = (
        select(func.max(extractions.c.entry), versions.c.id)
        .join(versions, versions.c.id == extractions.c.version)
        .where(extractions.c.made_by.contains(f'"{READER}"'), versions.c.id.in_(newest_of_all()))
        .group_by(versions.c.id)
        .order_by(versions.c.id)
    )
    for entry, version in connection.execute(series).all():
        wanted = select(claims.c.record).where(claims.c.extraction == entry, claims.c.kind == REVISION)
        records = connection.scalars(wanted.order_by(claims.c.position)).all()
        article = load_article(connection, version) if records else None
        if article:
            yield from revision_figures(article, [record_of(REVISION, record) for record in records])


def figures_to_trace(connection: Connection, words: str) -> tuple[Figure, ...]:
    """The figures that some words name, with those that may revise, dispute or deny them."""
    asked = asked_for(words)
    found = [figure for figure in _candidates(connection, asked) if matches(figure, asked)]
    offered = in_every_drawer(connection)
    related = (figure for query in _related(found) for figure in standing_figures(connection, NOTHING, offered, *query))
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
        # Their numbers first: the index of the lower bounds has the upper ones beside them.
        named = select(figures.c.number).where(or_(figures.c.low == number, figures.c.high == number))
        yield from standing_figures(connection, NOTHING, figures.c.number.in_(named))
        return
    by_text = tuple(standing_figures(connection, Filter(text=" ".join(asked.words)))) if asked.words else ()
    yield from by_text or standing_figures(connection)
