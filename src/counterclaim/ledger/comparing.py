"""What stands in a ledger held against itself: the figures that no one rejected, compared, traced, added up."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from counterclaim.compare.trace import Asked, asked_for, matches
from counterclaim.figures import Figure
from counterclaim.ledger.querying import NOTHING, Filter, find_all

REJECTED = "rejected"


def standing_figures(connection: Connection, wanted: Filter = NOTHING) -> Iterator[Figure]:
    """The figures that fit and that no person has rejected, in the order in which they were added."""
    return (figure for figure in find_all(connection, wanted) if figure.status != REJECTED)


def figures_to_trace(connection: Connection, words: str) -> tuple[Figure, ...]:
    """The figures that some words name, with all others of the same events: what may carry, revise or dispute them."""
    asked = asked_for(words)
    found = [figure for figure in _candidates(connection, asked) if matches(figure, asked)]
    events = sorted({figure.event for figure in found if figure.event})
    related = standing_figures(connection, Filter(event=events)) if events else iter(())
    both = {(figure.article, figure.claim): figure for figure in (*found, *related)}
    return tuple(both.values())


def _candidates(connection: Connection, asked: Asked) -> Iterator[Figure]:
    """Figures with one of the numbers asked for; without a number those whose text has the words, else all."""
    if asked.numbers:
        number = asked.numbers[0]
        yield from standing_figures(connection, Filter(at_least=number, at_most=number))
        yield from standing_figures(connection, Filter(at_least=number, form=["at_least", "vague", "range"]))
        yield from standing_figures(connection, Filter(at_most=number, form=["at_most", "range"]))
        return
    by_text = tuple(standing_figures(connection, Filter(text=" ".join(asked.words)))) if asked.words else ()
    yield from by_text or standing_figures(connection)
