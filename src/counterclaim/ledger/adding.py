"""The verbs of a ledger that put something in: articles to read, series of figures, extractions made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from counterclaim.extraction import Extraction
from counterclaim.intake import Intake, take_in
from counterclaim.ledger.bulk import without_collecting
from counterclaim.ledger.current import add_figures, refresh
from counterclaim.ledger.errors import told
from counterclaim.ledger.keeping import Added, keep
from counterclaim.ledger.opening import writing
from counterclaim.ledger.preparing import GoOn, Prepared, prepare_ahead, prepare_all

if TYPE_CHECKING:
    from counterclaim.reading import Given, Refusal
    from counterclaim.series_files import Totals

TOGETHER = 32  # articles that are kept in one transaction


class Adding:
    """Putting something into a ledger; `Ledger` has these verbs beside its own."""

    name: str
    _engine: Engine
    _grown: bool

    def add(
        self,
        sources: Sequence[str | PathLike[str]],
        *,
        now: str,
        given: Given | None = None,
        model: str | None = None,
        rules: Sequence[str | PathLike[str]] = (),
        refusals: list[Refusal] | None = None,
    ) -> Added:
        """Read files, folders and addresses and keep every article with its claims; what was new.

        What cannot be read is added to `refusals`; without such a list ReadingError tells of it in the end.
        """
        from counterclaim.api import ReadingError

        refused: list[Refusal] = [] if refusals is None else refusals
        taken = take_in(
            list(map(str, sources)), given=given, rules_dirs=tuple(map(Path, rules)), model=model, retrieved=now
        )  # fmt: skip
        added = self.add_extractions(_accepted(taken, refused), now=now)
        if refusals is None and refused:
            raise ReadingError(refused)
        return added

    def add_series(
        self,
        path: str | PathLike[str],
        *,
        now: str,
        meanings: str | PathLike[str] | None = None,
        totals: Totals | None = None,
        given: Given | None = None,
        skip_bad: bool = False,
        refused: list[str] | None = None,
    ) -> Added:
        """Keep a series of official figures, each a claim on its own cell; what was new.

        `meanings` says what its measures mean, before ours. What was left out is told in `refused`. Raises SeriesError
        for a file that is no series, and for bad rows unless `skip_bad`.
        """
        from counterclaim import __version__
        from counterclaim.reading import Given
        from counterclaim.series_files import read_series

        found = read_series(
            Path(path), Path(meanings) if meanings else None, version=__version__, given=given or Given(),
            totals=totals, skip_bad=skip_bad, retrieved=now,
        )  # fmt: skip
        if refused is not None:
            refused += found.refused
        intake = Intake(extraction=found.extraction, original=found.original, revisions=found.revisions)
        return self.add_extractions([intake], now=now)

    def add_extractions(
        self,
        found: Iterable[Extraction | Intake],
        *,
        now: str,
        by: str | None = None,
        together: int = TOGETHER,
    ) -> Added:
        """Keep extractions that were made elsewhere; what was new. `together` of them are kept at once.

        Where all of `found` is there already, those that come next are made ready in another thread meanwhile.
        """
        incoming = (item if isinstance(item, Intake) else Intake(extraction=item) for item in found)
        batches = iter(lambda: list(islice(incoming, together)), [])
        added = Added()
        ready = prepare_ahead(batches) if isinstance(found, Sequence) else _one_by_one(batches)
        for prepared, go_on in ready:
            added += self._keep(prepared, now=now, by=by or _reader(), go_on=go_on)
        return added

    def _keep(self, prepared: Sequence[Prepared], *, now: str, by: str, go_on: GoOn) -> Added:
        with told(self.name), without_collecting(), writing(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                go_on()  # the server does the work; in SQLite it is this process, and two threads would take turns
            added, new = keep(connection, prepared, now=now, by=by)
            add_figures(connection, [(entry, kept.projected) for entry, kept in new], before_writing=go_on)
            if added.again:
                refresh(connection, {kept.extraction.article.key for kept in prepared})
        self._grown |= bool(new or added.again)
        return added


def _one_by_one(batches: Iterator[Sequence[Intake]]) -> Iterator[tuple[list[Prepared], GoOn]]:
    """Each batch prepared when it is wanted, and nothing to go on with."""
    return ((prepare_all(batch), lambda: None) for batch in batches)


def _reader() -> str:
    from counterclaim import __version__

    return f"counterclaim {__version__}"


def _accepted(items: Iterable[Intake | Refusal], refused: list[Refusal]) -> Iterator[Intake]:
    for item in items:
        if isinstance(item, Intake):
            yield item
        else:
            refused.append(item)
