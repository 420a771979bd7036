"""Which claims say the same: new ones grouped with those that are filed under the same keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, update

from counterclaim.compare.same_claim import block, blocks_around, can_be_grouped, group
from counterclaim.figures import Figure
from counterclaim.ledger.bulk import among
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.tables import figures
from counterclaim.review.judgement import DIFFERENT, SAME, Judgement

MOST = 12  # figures of one key that a new one is held against: what many say, each of the newest ones says
_READ = [figures.c.block, figures.c.same, *(figures.c[name] for name in COLUMNS)]


def group_new(connection: Connection, new: Sequence[Figure]) -> dict[str, str]:
    """The group of each new claim that has one, by the claim's id."""
    keys = {key for figure in new if can_be_grouped(figure) for key in blocks_around(figure)}
    filed = _filed(connection, keys)
    return group(new, lambda wanted: [pair for key in wanted for pair in filed.get(key, ())])


def apply_pairs(connection: Connection, judged: Sequence[Judgement], claims: Iterable[str]) -> None:
    """Put those of these claims that people called the same into one group, and those called different apart."""
    present = set(claims)
    for one in judged:
        if one.claim is None or one.other is None or not present & {one.claim, one.other}:
            continue
        groups = _groups(connection, (one.claim, one.other))
        kept, moved = groups.get(one.claim), groups.get(one.other)
        if one.verdict == SAME and kept and moved:
            _move(connection, moved, one.other, kept)
        elif one.verdict == DIFFERENT and kept == moved:
            alone = update(figures).where(figures.c.claim == one.other)
            connection.execute(alone.values(same=None if kept != one.other else f"{one.other} (apart)"))


def _groups(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    rows = connection.execute(select(figures.c.claim, figures.c.same).where(figures.c.claim.in_(claims)))
    return {row.claim: row.same or row.claim for row in rows}


def _move(connection: Connection, moved: str, other: str, kept: str) -> None:
    """All of one group into another, which is named after its own first claim."""
    into = (figures.c.same.in_((moved, kept))) | (figures.c.claim.in_((other, kept)))
    connection.execute(update(figures).where(into).values(same=kept))


def block_of(figure: Figure) -> str | None:
    """The key under which a figure is filed, if it can be found again at all."""
    return block(figure) if can_be_grouped(figure) else None


def _filed(connection: Connection, keys: Iterable[str]) -> dict[str, list[tuple[Figure, str]]]:
    """The newest figures under each of these keys, asked for at once: one question for a batch, not one for a claim."""
    numbers: dict[str, list[int]] = {}
    under = select(figures.c.block, figures.c.number).where(among(connection, figures.c.block, keys))
    for key, number in connection.execute(under.order_by(figures.c.block, figures.c.number)):
        numbers.setdefault(key, []).append(number)
    wanted = [number for under_key in numbers.values() for number in under_key[-MOST:]]
    found: dict[str, list[tuple[Figure, str]]] = {}
    rows = connection.execute(
        select(*_READ).where(among(connection, figures.c.number, wanted)).order_by(figures.c.number)
    )
    for row in rows:
        found.setdefault(row.block, []).append((from_row(row[2:]), row.same or row.claim))
    return found
