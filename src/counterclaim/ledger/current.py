"""What is current: a figure for each claim of the newest extraction of every version, made from what is kept.

All of it can be dropped and made again. What is newly added costs time in proportion to itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from counterclaim.figures import Figure
from counterclaim.ledger import search
from counterclaim.ledger.bulk import among, insert_all
from counterclaim.ledger.copying import add_copies
from counterclaim.ledger.drawers import drawer_of, in_every_drawer, open_drawers
from counterclaim.ledger.figure_rows import COLUMNS, figures_of, from_row
from counterclaim.ledger.grouping import apply_pairs, group_new
from counterclaim.ledger.judging import load_judged
from counterclaim.ledger.loading import load_extractions
from counterclaim.ledger.projected import Projected, project
from counterclaim.ledger.querying import readings_of
from counterclaim.ledger.sightings import newest_versions
from counterclaim.ledger.tables import create_derived, drop_derived, extractions, figures, versions

TOGETHER = 200  # extractions whose figures are made at once
Numbered = tuple[int, Projected]


def add_figures(
    connection: Connection, new: Sequence[Numbered], *, before_writing: Callable[[], None] = lambda: None
) -> None:
    """Make the figures of new extractions, in place of those that older extractions of the same versions gave.

    From the call of `before_writing` on there is little left to do but for the database.
    """
    if not new:
        return
    _drop_outdated(connection, new)
    newest = newest_versions(connection, {projected.article.key for _, projected in new})
    _mark_older_versions(connection, newest)
    _insert(connection, new, newest, before_writing)


def refresh(connection: Connection, keys: Iterable[str]) -> None:
    """Make the figures of all versions of these articles anew, after something was judged of them."""
    wanted = iter(sorted(keys))
    while batch := list(islice(wanted, TOGETHER)):
        ids = select(versions.c.id).where(versions.c.key.in_(batch))
        newest = select(func.max(extractions.c.entry)).where(extractions.c.version.in_(ids))
        entries = connection.scalars(newest.group_by(extractions.c.version)).all()
        found = [(entry, project(extraction)) for entry, extraction in load_extractions(connection, entries)]
        _drop(connection, [projected.article.id for _, projected in found])
        _insert(connection, found, newest_versions(connection, batch))


def restate(connection: Connection, key: str) -> bool:
    """Put the statuses of an article's figures right where they stand; False where more than that has changed.

    So a verdict leaves the order of the figures as it was, and writes to one row.
    """
    ids = select(versions.c.id).where(versions.c.key == key)
    newest = select(func.max(extractions.c.entry)).where(extractions.c.version.in_(ids))
    entries = connection.scalars(newest.group_by(extractions.c.version)).all()
    judged = load_judged(connection, [key])
    otherwise: dict[int, str] = {}
    for entry, extraction in load_extractions(connection, entries):
        there = select(figures.c.number, *(figures.c[name] for name in COLUMNS)).where(figures.c.extraction == entry)
        rows = connection.execute(there.order_by(figures.c.position)).all()
        stood = [from_row(row[1:]) for row in rows]
        stand = judged.over(figures_of(extraction), extraction.article.text)
        if not _differ_in_status(stood, stand):
            return False
        both = zip(rows, stand, strict=True)
        otherwise.update({row.number: figure.status for row, figure in both if row.status != figure.status})
    for number, status in otherwise.items():
        connection.execute(update(figures).where(figures.c.number == number).values(status=status))
    return True


def _differ_in_status(before: Sequence[Figure], after: Sequence[Figure]) -> bool:
    """Whether figures are what they were, but for their status, and for whose copies they are."""
    return len(before) == len(after) and all(
        old == replace(new, status=old.status, origin=old.origin) for old, new in zip(before, after, strict=True)
    )


def rename(connection: Connection, names: Iterable[str]) -> None:
    """Make the figures of these claimants anew, after it was judged which claimants are one."""
    theirs = in_every_drawer(connection), figures.c.claimant.in_(list(names))
    keys = connection.scalars(select(figures.c.key).where(*theirs).distinct()).all()
    refresh(connection, keys)


def rebuild(connection: Connection) -> int:
    """Drop all that is derived and make it again; the number of figures."""
    drop_derived(connection)
    create_derived(connection)
    loaded = load_extractions(connection)
    while batch := list(islice(loaded, TOGETHER)):
        new = [(entry, project(extraction)) for entry, extraction in batch]
        _insert(connection, new, newest_versions(connection, {projected.article.key for _, projected in new}))
    return connection.scalar(select(func.count()).select_from(figures)) or 0


def _insert(
    connection: Connection,
    new: Sequence[Numbered],
    newest: Mapping[str, str],
    before_writing: Callable[[], None] = lambda: None,
) -> None:
    origins = add_copies(connection, [projected for _, projected in new])
    judged = load_judged(connection, newest)
    made = [(entry, one, judged.over(one.figures, one.article.text)) for entry, one in new]
    groups = group_new(connection, [figure for _, _, found in made for figure in found])
    first = (connection.scalar(select(func.max(figures.c.number))) or 0) + 1
    rows: list[tuple[Any, ...]] = []
    for entry, one, found in made:
        origin, is_newest = origins.get(one.article.id), newest[one.article.key] == one.article.id
        for position, figure in enumerate(found):
            if origin:
                figure = replace(figure, origin=origin)
            same = groups.get(figure.claim)
            number = first + len(rows)
            row, block = one.row_of(position, figure)
            derived = block, same if same != figure.claim else None, is_newest, drawer_of(number)
            rows.append((number, entry, position, *row, *derived))
    open_drawers(connection, first, first + len(rows))
    before_writing()
    insert_all(connection, figures, rows)
    search.fill(connection, first)
    if judged.pairs:
        apply_pairs(connection, judged.pairs, (figure.claim for _, _, found in made for figure in found))


def _drop_outdated(connection: Connection, new: Sequence[Numbered]) -> None:
    ids = [projected.article.id for _, projected in new]
    rows = connection.execute(
        select(extractions.c.version, func.count())
        .where(among(connection, extractions.c.version, ids))
        .group_by(extractions.c.version)
    )
    _drop(connection, [version for version, count in rows if count > 1])


def _drop(connection: Connection, articles: Sequence[str]) -> None:
    if articles:
        of_articles = figures.c.extraction.in_(readings_of(articles))
        search.forget(connection, of_articles)
        connection.execute(delete(figures).where(of_articles))


def _mark_older_versions(connection: Connection, newest: Mapping[str, str]) -> None:
    rows = connection.execute(select(versions.c.key, versions.c.id).where(among(connection, versions.c.key, newest)))
    older = [version for key, version in rows if newest[key] != version]
    if older:
        connection.execute(update(figures).where(figures.c.extraction.in_(readings_of(older))).values(newest=False))


assert [column.name for column in figures.columns] == [
    "number", "extraction", "position", *COLUMNS, "block", "same", "newest", "drawer",
]  # fmt: skip
