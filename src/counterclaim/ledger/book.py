"""The ledger as Python sees it: one object with the verbs of the command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.exports.row import Row
from counterclaim.extraction import Extraction, MadeBy
from counterclaim.figures import Figure
from counterclaim.intake import change_notes, extract_again
from counterclaim.ledger import current, loading, outgoing, paging, querying, rereading, verifying
from counterclaim.ledger import history as changing
from counterclaim.ledger.adding import TOGETHER, Adding
from counterclaim.ledger.browsing import Browsing
from counterclaim.ledger.chain import load_entries
from counterclaim.ledger.choosing import Choosing
from counterclaim.ledger.errors import LedgerError, told
from counterclaim.ledger.held_together import Comparing
from counterclaim.ledger.history import Change
from counterclaim.ledger.judges import Judging
from counterclaim.ledger.keeping import Added
from counterclaim.ledger.opening import WAIT, find_place, open_engine, reading, tidy, writing
from counterclaim.ledger.paging import Page, Sort
from counterclaim.ledger.querying import Filter
from counterclaim.ledger.verifying import Verified
from counterclaim.records import Article


class Ledger(Adding, Browsing, Choosing, Comparing, Judging):
    """A ledger in a file, or in a PostgreSQL database by its address; made on first use.

    Times and persons are told, never taken from the clock or the environment. LedgerError says in one line what went
    wrong; the ledger is then as it was. What takes long in opening an older ledger is said to `tell`, a line at a time.

    >>> with Ledger("war.db") as ledger:  # doctest: +SKIP
    ...     ledger.add(["articles/"], now="2026-03-01T12:00:00Z")
    ...     page = ledger.claims(Filter(event=["killed"], country=["SY"]))
    """

    def __init__(
        self,
        where: str | PathLike[str],
        *,
        create: bool = True,
        wait: float = WAIT,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self._place = find_place(str(where))
        self.name = self._place.name
        self._engine = open_engine(self._place, create=create, wait=wait, tell=tell)
        self._grown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        with told(self.name):
            if self._grown:
                tidy(self._engine)
            self._engine.dispose()

    def claims(
        self,
        wanted: Filter = querying.NOTHING,
        *,
        sort: Sort = "added",
        descending: bool = True,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """The figures that fit, a page at a time: give the page's `next` as `after` for the one that follows."""
        with told(self.name), reading(self._engine) as connection:
            return paging.find_page(
                connection, wanted, sort=sort, descending=descending, limit=limit, after=after
            )  # fmt: skip

    def figures(self, wanted: Filter = querying.NOTHING) -> Iterator[Figure]:
        """All figures that fit, in the order in which they were added, a few in memory at a time."""
        with told(self.name), reading(self._engine) as connection:
            yield from querying.find_all(connection, wanted)

    def rows(self, wanted: Filter = querying.NOTHING) -> Iterator[Row]:
        """All figures that fit with the records and articles they come from, those of one article together."""
        with told(self.name), reading(self._engine) as connection:
            yield from outgoing.load_rows(connection, wanted)

    def claim(self, identity: str) -> Figure | None:
        """The figure of a claim or statement by its id."""
        return next(self.figures(Filter(claim=[identity], replaced=True)), None)

    def article(self, identity: str) -> Article | None:
        """A version of an article by its id."""
        with told(self.name), reading(self._engine) as connection:
            return loading.load_article(connection, identity)

    def original(self, identity: str) -> bytes | None:
        """The bytes that a version of an article was read from."""
        with told(self.name), reading(self._engine) as connection:
            return loading.load_original(connection, identity)

    def extraction(self, identity: str) -> Extraction | None:
        """The newest extraction of a version of an article."""
        with told(self.name), reading(self._engine) as connection:
            return loading.newest_extraction(connection, identity)

    def entries(self) -> Iterator[dict[str, Any]]:
        """The entries of the chain, in order: seq, kind, at, by, rows, previous and hash."""
        with told(self.name), reading(self._engine) as connection:
            yield from (asdict(entry) for entry in load_entries(connection))

    def history(self, key: str) -> tuple[Change, ...] | None:
        """What changed from each version of an article to the next; None where no article has this address or name."""
        with told(self.name), reading(self._engine) as connection:
            found = changing.history(connection, key, notes=change_notes)
            return None if found is None else tuple(found)

    def rerun(
        self, *, now: str, keep: bool = True, model: str | None = None, rules: Sequence[str | PathLike[str]] = ()
    ) -> Iterator[Change]:
        """Read the newest version of every article again by the rules of today; what reads otherwise, as it is found.

        Each new reading is kept unless `keep` is false. Series of figures stay as they are.
        """
        with told(self.name), reading(self._engine) as connection:
            again = extract_again(
                loading.load_articles(connection), known=self._needs_no_reading, rules_dirs=tuple(map(Path, rules)),
                model=model,
            )  # fmt: skip
            while batch := list(islice(again, TOGETHER)):
                for extraction in batch:
                    yield from rereading.differences(connection, extraction, at=now)
                if keep:
                    self.add_extractions(batch, now=now)

    def _needs_no_reading(self, article: Article, made_by: MadeBy) -> bool:
        from counterclaim.series_files.reading import READER

        with told(self.name), reading(self._engine) as connection:
            known = loading.load_made_by(connection, article.id)
        return made_by in known or any(known_by.model == READER for known_by in known)

    def verify(self, *, head: str | None = None) -> Verified:
        """Check the chain, every row, the bytes, every span and what is derived; the first problem, if there is one.

        `head` is a hash noted down earlier that must stand in the chain.
        """
        with told(self.name), reading(self._engine) as connection:
            return verifying.verify(connection, head=head)

    def export(
        self,
        form: str,
        place: str | PathLike[str],
        wanted: Filter = querying.NOTHING,
        *,
        now: str,
        convention: str | None = None,
        best: str = "none",
        texts: str = "quotes",
    ) -> tuple[Path, ...]:
        """Write the claims that fit in a format of others; the files that were written.

        The forms and what may be chosen are those of `counterclaim export`. ValueError for one that is not known.
        """
        from counterclaim.exports.formats import Wishes, export

        wishes = Wishes(convention=convention, best=best, texts=texts, now=now, entries=self.entries())
        return export(self.rows(wanted), form, Path(place), wishes)

    def plot(
        self, place: str | PathLike[str], wanted: Filter = querying.NOTHING, *, theme: str = "light"
    ) -> tuple[Path, ...]:
        """Draw the figures that fit, which must be of one measure; the picture and the table of what it shows.

        MeasureError where they are of several; ValueError for an ending other than .svg, .png, .html.
        """
        from counterclaim.plots.drawing import draw
        from counterclaim.plots.points import find_points

        return draw(find_points(self.figures(wanted)), Path(place), theme=theme)

    def rebuild(self) -> int:
        """Make all that is derived anew from what is kept; the number of figures."""
        with told(self.name), writing(self._engine) as connection:
            return current.rebuild(connection)


__all__ = ["Added", "Filter", "Ledger", "LedgerError", "Page"]
