"""What the entries since a known one bear on: where only claims were judged, which figures that can have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, func, select

from counterclaim.figures import Figure
from counterclaim.ledger.figure_rows import from_row
from counterclaim.ledger.judging import load_merged
from counterclaim.ledger.querying import LISTS, READ, Filter, fitting
from counterclaim.ledger.tables import entries, judgements
from counterclaim.review.judgement import ACCEPT, CLAIM, CORRECT, REJECT, UNSURE

MOST = 200  # entries looked at one by one; after more of them everything may have changed
STATUS_ONLY = (ACCEPT, REJECT, UNSURE)
UNTOLD = ("status", "same")  # what a verdict changes, and what a figure does not tell
TOLD = tuple(name for name in LISTS if name not in UNTOLD)


@dataclass(frozen=True, slots=True)
class Touched:
    """The figures that were judged, as they are now: of each nothing but its status has changed.

    `merged` are the claimants who stand under another name.
    """

    figures: tuple[Figure, ...]
    merged: Mapping[str, str]

    def bears_on(self, wanted: Filter) -> bool:
        """Whether one of the figures may be among those that fit, or may have been before it was judged."""
        return any(_may_fit(wanted, figure, self.merged) for figure in self.figures)


def find_touched(connection: Connection, after: int, last: int) -> Touched | None:
    """What the entries after one and up to another changed; None where it is more than statuses of claims."""
    between = entries.c.seq > after, entries.c.seq <= last
    if last - after > MOST:
        return None
    judged = select(judgements.c.claim, judgements.c.key, judgements.c.subject, judgements.c.verdict)
    rows = connection.execute(judged.join(entries, entries.c.seq == judgements.c.entry).where(*between)).all()
    every = connection.scalar(select(func.count()).select_from(entries).where(*between))
    told = (row.subject == CLAIM and row.verdict in STATUS_ONLY and row.claim and row.key for row in rows)
    if len(rows) != every or not all(told):
        return None
    keys = {row.key for row in rows}
    # After a correction a verdict may change any field back.
    corrected = select(judgements.c.entry).where(judgements.c.key.in_(keys), judgements.c.verdict == CORRECT)
    if connection.scalar(corrected.limit(1)) is not None:
        return None
    found = list(_figures_of(connection, keys))
    return Touched(tuple(_judged(found, {row.claim: row.key for row in rows})), load_merged(connection))


def _figures_of(connection: Connection, keys: Iterable[str]) -> Iterator[Figure]:
    """The figures of all versions of some articles."""
    wanted = Filter(key=sorted(keys), replaced=True)
    for row in connection.execute(select(*READ).where(*fitting(connection, wanted))).all():
        yield from_row(row)


def _judged(found: Sequence[Figure], claims: Mapping[str, str]) -> Iterator[Figure]:
    """The claims that were judged, and all of other versions of their articles, where they may have another id."""
    of_claim = {figure.claim: figure.article for figure in found}
    articles: dict[str, set[str | None]] = {}
    for claim, key in claims.items():
        articles.setdefault(key, set()).add(of_claim.get(claim))
    return (figure for figure in found if figure.claim in claims or articles[figure.key] != {figure.article})


def _may_fit(wanted: Filter, figure: Figure, merged: Mapping[str, str]) -> bool:
    """Whether a figure fits, as far as it tells by itself: not whether it has the words, or which status it had."""
    return all(_has(figure, name, getattr(wanted, name), merged) for name in TOLD) and _is_in_bounds(wanted, figure)


def _has(figure: Figure, name: str, values: Sequence[str], merged: Mapping[str, str]) -> bool:
    if not values:
        return True
    if name == "category":
        return not {figure.category, *figure.also}.isdisjoint(values)
    if name == "claimant":
        return figure.claimant in {merged.get(value, value) for value in values}
    return getattr(figure, name) in values


def _is_in_bounds(wanted: Filter, figure: Figure) -> bool:
    if not wanted.copies and figure.origin is not None:
        return False
    least, most, first, last = wanted.at_least, wanted.at_most, wanted.since, wanted.until
    return (
        (least is None or (figure.low is not None and figure.low >= least))
        and (most is None or (figure.high is not None and figure.high <= most))
        and (not first or (figure.end or "") >= first)
        and (not last or (figure.start or figure.end or "9999") <= last)
        and (not wanted.published_since or (figure.published or "") >= wanted.published_since)
        and (not wanted.published_until or (figure.published or "9999")[:10] <= wanted.published_until)
    )


assert set(TOLD) <= {field.name for field in fields(Figure)}
