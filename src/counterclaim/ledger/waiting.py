"""Which claims wait for a person, in the order of `counterclaim.review.queue`, found by the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.errors import MisuseError
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.ledger.judging import load_kept
from counterclaim.ledger.loading import newest_extraction
from counterclaim.ledger.querying import NOTHING, Filter, conditions, find_all
from counterclaim.ledger.tables import extractions, figures, judgements
from counterclaim.review.judgement import UNDO, UNREVIEWED, Judgement

MOST = 2000  # claims of a queue that are known at once
OPEN = ("side", "start", "end", "place")
_size = func.coalesce(func.nullif(figures.c.high, 0), figures.c.low, 0)
_open: ColumnElement[Any] = sum((case((figures.c[name].is_(None), 1), else_=0) for name in OPEN[1:]),
                                case((figures.c[OPEN[0]].is_(None), 1), else_=0))  # fmt: skip
ORDERS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "doubt": (func.coalesce(figures.c.confidence, 0.0), _open.desc()),
    "importance": (_size.desc(), case((figures.c.modality == "denied", 0), else_=1)),
    "arrival": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A blind round: its name, how many judgements were made in it, and by how many coders."""

    name: str
    judgements: int
    coders: int


def find_waiting(
    connection: Connection, wanted: Filter = NOTHING, *, order: str = "doubt", judged: bool = False, most: int = MOST
) -> tuple[str, ...]:
    """The ids of the first claims that wait, in this order; those that somebody has judged only where `judged`.

    Raises MisuseError for an order that is none.
    """
    if order not in ORDERS:
        raise MisuseError(f"order {order!r}; expected one of {', '.join(ORDERS)}")
    fitting = [*conditions(connection, wanted), figures.c.kind == CLAIM]
    if not judged:
        fitting.append(figures.c.status == UNREVIEWED)
    query = select(figures.c.claim).where(*fitting).order_by(*ORDERS[order], figures.c.number)
    return tuple(connection.scalars(query.limit(most)))


def find_extracted(connection: Connection, claims: Sequence[str]) -> dict[str, Figure]:
    """The figures of some claims as they were extracted, before anybody judged them; those that are there."""
    known = list(find_all(connection, Filter(claim=claims, replaced=True))) if claims else []
    articles = dict.fromkeys(figure.article for figure in known)
    wanted, found = set(claims), {}
    for article in articles:
        extraction = newest_extraction(connection, article)
        if extraction:
            found.update({figure.claim: figure for figure in figures_of(extraction) if figure.claim in wanted})
    return found


def last_reading(connection: Connection) -> int:
    """The number of the newest extraction, 0 where there is none."""
    return connection.scalar(select(func.max(extractions.c.entry))) or 0


def find_rounds(connection: Connection) -> tuple[Round, ...]:
    """The blind rounds in order of their names."""
    name = judgements.c.round
    coders = func.count(judgements.c.person.distinct())
    query = select(name, func.count(), coders).where(name.is_not(None), judgements.c.verdict != UNDO)
    rows = connection.execute(query.group_by(name).order_by(name))
    return tuple(Round(name=row[0], judgements=row[1], coders=row[2]) for row in rows)


def find_judged_by(connection: Connection, person: str) -> tuple[Judgement, ...]:
    """A person's judgements, and those that took them back, whoever did."""
    own = select(judgements.c.entry).where(judgements.c.person == person)
    named = (judgements.c.person == person) | judgements.c.undoes.in_(own)
    return tuple(kept.judgement for kept in load_kept(connection, named))
