"""Which claims say the same: new ones grouped with those that are filed under the same keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, select, true, update

from counterclaim.compare.same_claim import block, blocks_around, can_be_grouped, group
from counterclaim.figures import Figure
from counterclaim.ledger.bulk import each
from counterclaim.ledger.drawers import in_every_drawer
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
            alone = update(figures).where(in_every_drawer(connection), figures.c.claim == one.other)
            connection.execute(alone.values(same=None if kept != one.other else f"{one.other} (apart)"))


def _groups(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    named = in_every_drawer(connection), figures.c.claim.in_(claims)
    rows = connection.execute(select(figures.c.claim, figures.c.same).where(*named))
    return {row.claim: row.same or row.claim for row in rows}


def _move(connection: Connection, moved: str, other: str, kept: str) -> None:
    """All of one group into another, which is named after its own first claim."""
    into = figures.c.same.in_((moved, kept)) | (in_every_drawer(connection) & figures.c.claim.in_((other, kept)))
    connection.execute(update(figures).where(into).values(same=kept))


def block_of(figure: Figure) -> int | None:
    """The number of the key under which a figure is filed, if it can be found again at all."""
    return _number_of(block(figure)) if can_be_grouped(figure) else None


def _number_of(key: str) -> int:
    """A number for a key, in the range of a database's."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)


def _filed(connection: Connection, keys: Iterable[str]) -> dict[str, list[tuple[Figure, str]]]:
    """The newest figures under each of these keys, asked for at once: one question for a batch, not one for a claim."""
    numbers = {_number_of(key): key for key in keys}
    found: dict[str, list[tuple[Figure, str]]] = {}
    for row in connection.execute(_newest_under(connection, numbers).order_by(figures.c.number)):
        found.setdefault(numbers[row.block], []).append((from_row(row[2:]), row.same or row.claim))
    return found


def _newest_under(connection: Connection, blocks: Iterable[int]) -> Select[Any]:
    """The newest figures of each block, a few of each however many it holds."""
    wanted = each(connection, blocks, figures.c.block.type)
    filed = figures.alias()
    under = select(filed.c.number).where(filed.c.block == wanted.c.value).order_by(filed.c.number.desc()).limit(MOST)
    if connection.dialect.name == "postgresql":
        newest = under.lateral()
        return select(*_READ).join_from(wanted, newest, true()).join(figures, figures.c.number == newest.c.number)
    return select(*_READ).join_from(wanted, figures, figures.c.number.in_(under.correlate(wanted)))
