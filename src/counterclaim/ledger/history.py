"""How an article changed: from one version to the next, which figures came, went, or became others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.figures import CLAIM, Figure
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.ledger.following import Anchor, anchor_of, nearness
from counterclaim.ledger.loading import newest_extraction
from counterclaim.ledger.sightings import seen
from counterclaim.ledger.tables import versions

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
SHARED = ("event", "category", "side", "claimant")  # what makes two figures speak of one thing
VALUES = ("low", "high", "form", "modality", "claimant", "event", "category", "side", "start", "end")
FEWEST = 2  # words around a figure, or fields, that must be the same for it to be the other one's successor


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that came, went or became another one between two versions or two readings of an article.

    `fields` names what reads otherwise. `noted` is true where the new text says that it was changed.
    """

    kind: str
    key: str
    at: str
    before: Figure | None = None
    after: Figure | None = None
    fields: tuple[str, ...] = ()
    noted: bool = False

    @property
    def words(self) -> str:
        """The change in words: "12 killed became 21 killed, without a note"."""
        if self.before and self.after:
            told = "with a note" if self.noted else "without a note"
            return f"{_figure(self.before)} became {_figure(self.after)}, {told}"
        figure = self.after or self.before
        return f"{_figure(figure) if figure else ''} {self.kind}"


def history(connection: Connection, key: str, *, notes: Callable[[str], bool]) -> Iterator[Change] | None:
    """What changed from each version of an article to the next, in order; None where no article has this key.

    `notes` tells whether words say that an article was changed.
    """
    query = select(versions.c.id, seen.c.read_at, versions.c.text).join(seen, seen.c.version == versions.c.id)
    rows = connection.execute(query.where(versions.c.key == key).order_by(seen.c.entry)).all()
    return _history(connection, rows, notes) if rows else None


def _history(connection: Connection, rows: Sequence[Any], notes: Callable[[str], bool]) -> Iterator[Change]:
    for older, newer in pairwise(rows):
        if older.id == newer.id:  # more was told of it, and its text is the same
            continue
        before, after = newest_extraction(connection, older.id), newest_extraction(connection, newer.id)
        if before and after:
            new_words = "\n".join(line for line in newer.text.split("\n") if line not in older.text)
            yield from changes(
                (figures_of(before), older.text), (figures_of(after), newer.text), at=newer.read_at,
                noted=notes(new_words),
            )  # fmt: skip


Reading = tuple[Sequence[Figure], str]


def changes(before: Reading, after: Reading, *, at: str, noted: bool = False) -> Iterator[Change]:
    """The figures that came, went or became others between two readings, in the order of the new text, then the old.

    Statements are left out where a claim stands in them; they change with it.
    """
    old, new = _anchored(*before), _anchored(*after)
    pairs = _pairs(old, new)
    matched = {id(figure) for figure, _ in pairs.values()}
    for figure, _ in new:
        earlier = pairs.get(id(figure))
        if earlier is None:
            yield Change(kind=ADDED, key=figure.key, at=at, after=figure, noted=noted)
            continue
        differing = tuple(name for name in VALUES if getattr(figure, name) != getattr(earlier[0], name))
        if differing:
            yield Change(kind=CHANGED, key=figure.key, at=at, before=earlier[0], after=figure, fields=differing,
                         noted=noted or figure.relation == "revises")  # fmt: skip
    for figure, _ in old:
        if id(figure) not in matched:
            yield Change(kind=REMOVED, key=figure.key, at=at, before=figure, noted=noted)


Anchored = tuple[Figure, Anchor]


def _anchored(found: Iterable[Figure], text: str) -> list[Anchored]:
    return [(figure, anchor_of(figure, text)) for figure in found if figure.kind == CLAIM]


def _pairs(old: Sequence[Anchored], new: Sequence[Anchored]) -> dict[int, Anchored]:
    """For each new figure the old one that it continues: the likeliest pairs first, each figure once."""
    scored = [
        (_likeness(one, other), -abs(i - j), i, j) for i, one in enumerate(old) for j, other in enumerate(new)
    ]  # fmt: skip
    pairs: dict[int, Anchored] = {}
    taken: set[int] = set()
    for score, _, i, j in sorted(scored, key=lambda item: (-item[0], -item[1], item[2], item[3])):
        if score >= FEWEST and i not in taken and id(new[j][0]) not in pairs:
            pairs[id(new[j][0])] = old[i]
            taken.add(i)
    return pairs


def _likeness(one: Anchored, other: Anchored) -> float:
    """How much speaks for one figure being the other's successor: words around it, fields, the number itself.

    Nothing does where both what happened and the words around it are others.
    """
    (old, before), (new, after) = one, other
    around = nearness(before, after)
    shared = sum(getattr(old, name) == getattr(new, name) for name in SHARED)
    same_number = before.words == after.words
    if old.event != new.event and (not same_number or around < FEWEST):
        return 0.0
    if around < FEWEST and shared < len(SHARED):
        return 0.0
    return float(around + shared + 3 * same_number)


def _figure(figure: Figure) -> str:
    words = (figure.qualifier, figure.quantity, figure.event)
    return " ".join(word for word in words if word)
