"""Which claims say the same: new ones grouped with those that are filed under the same keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select, true, update

from counterclaim.compare.same_claim import REACH, Block, block, can_be_grouped, group
from counterclaim.figures import Figure
from counterclaim.ledger.bulk import each
from counterclaim.ledger.drawers import in_every_drawer
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.tables import figures
from counterclaim.review.judgement import DIFFERENT, SAME, Judgement

MOST = 12  # figures of one key that a new one is held against: what many say, each of the newest ones says
OWN = 1 << 21  # set in the number of a block where the day is the claim's own; the bits below it are the day
_READ = [figures.c.block, figures.c.same, *(figures.c[name] for name in COLUMNS)]


def group_new(connection: Connection, new: Sequence[Figure]) -> dict[str, str]:
    """The group of each new claim that has one, by the claim's id."""
    near = _near(connection, [block(figure) for figure in new if can_be_grouped(figure)])
    filed = _filed(connection, {number for numbers in near.values() for number in numbers})
    return group(new, lambda wanted: [pair for number in near.get(wanted, ()) for pair in filed.get(number, ())])


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
    """The number of the block under which a figure is filed, if it can be found again at all."""
    return _number_of(block(figure)) if can_be_grouped(figure) else None


def _number_of(wanted: Block) -> int:
    """A number for a block, in the range of a database's: the days around it are its neighbours in the index.

    What shares a number by chance is told apart when it is compared.
    """
    key = int.from_bytes(blake2b(wanted.key.encode(), digest_size=8).digest(), signed=True) & -(OWN << 1)
    return key | OWN * wanted.own | wanted.day


def _reaches(own: bool) -> Iterator[tuple[int, int]]:
    """How far from the number of a block those lie that may hold the same claim, from the first to the last."""
    for others in (True, False):
        low, high = REACH[own, others]
        yield OWN * (others - own) + low, OWN * (others - own) + high


def _near(connection: Connection, blocks: Iterable[Block]) -> dict[Block, list[int]]:
    """For those of some blocks that have any figure near them the numbers of all blocks near them.

    They are few: each range of numbers is looked up in the index, and no figure is read.
    """
    near: dict[Block, list[int]] = {}
    for own, same in groupby(sorted(set(blocks), key=lambda one: one.own), key=lambda one: one.own):
        wanted = {_number_of(one): one for one in same}
        for low, high in _reaches(own):
            for number in _there(connection, wanted, low, high):
                near.setdefault(wanted[number], []).extend(range(number + low, number + high + 1))
    return near


def _filed(connection: Connection, blocks: Iterable[int]) -> dict[int, list[tuple[Figure, str]]]:
    """The newest figures under each of these numbers, with their groups."""
    found: dict[int, list[tuple[Figure, str]]] = {}
    for row in connection.execute(_newest_under(connection, blocks).order_by(figures.c.number)):
        found.setdefault(row.block, []).append((from_row(row[2:]), row.same or row.claim))
    return found


def _there(connection: Connection, numbers: Iterable[int], low: int, high: int) -> Sequence[int]:
    """Those of some numbers around which, from so far below to so far above, any figure is filed."""
    wanted = each(connection, numbers, figures.c.block.type)
    filed = select(figures.c.number).where(figures.c.block.between(wanted.c.value + low, wanted.c.value + high))
    return connection.scalars(select(wanted.c.value).where(filed.correlate(wanted).exists())).all()


def _newest_under(connection: Connection, blocks: Iterable[int]) -> Select[Any]:
    """The newest figures of each block, a few of each however many it holds."""
    wanted = each(connection, blocks, figures.c.block.type)
    filed = figures.alias()
    under = select(filed.c.number).where(filed.c.block == wanted.c.value).order_by(filed.c.number.desc()).limit(MOST)
    if connection.dialect.name == "postgresql":
        newest = under.lateral()
        return select(*_READ).join_from(wanted, newest, true()).join(figures, figures.c.number == newest.c.number)
    return select(*_READ).join_from(wanted, figures, figures.c.number.in_(under.correlate(wanted)))
