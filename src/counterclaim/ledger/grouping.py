"""Which claims say the same: new ones grouped with those that are filed under the same keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from counterclaim.compare.same_claim import block, blocks_around, can_be_grouped, group
from counterclaim.figures import Figure
from counterclaim.ledger.figure_rows import COLUMNS, from_row
from counterclaim.ledger.tables import figures

_READ = [figures.c.block, figures.c.same, *(figures.c[name] for name in COLUMNS)]


def group_new(connection: Connection, new: Sequence[Figure]) -> dict[str, str]:
    """The group of each new claim that has one, by the claim's id."""
    keys = {key for figure in new if can_be_grouped(figure) for key in blocks_around(figure)}
    filed = _filed(connection, keys)
    return group(new, lambda wanted: [pair for key in wanted for pair in filed.get(key, ())])


def block_of(figure: Figure) -> str | None:
    """The key under which a figure is filed, if it can be found again at all."""
    return block(figure) if can_be_grouped(figure) else None


def _filed(connection: Connection, keys: Iterable[str]) -> dict[str, list[tuple[Figure, str]]]:
    """All figures under these keys, asked for at once: one question for a batch, not one for each claim."""
    found: dict[str, list[tuple[Figure, str]]] = {}
    wanted = select(*_READ).where(figures.c.block.in_(list(keys))).order_by(figures.c.number)
    for row in connection.execute(wanted):
        found.setdefault(row.block, []).append((from_row(row[2:]), row.same or row.claim))
    return found
