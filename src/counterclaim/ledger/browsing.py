"""The verbs of a ledger for pages: what is in it, what can be chosen, one claim with all that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine

from counterclaim.exports.row import Row
from counterclaim.figures import Figure
from counterclaim.ledger import counting, disputing, judging, outgoing, touching, verifying, versions, windowed
from counterclaim.ledger.counting import Facets, Tally
from counterclaim.ledger.errors import told
from counterclaim.ledger.newest_entry import newest_change, newest_entry
from counterclaim.ledger.opening import reading
from counterclaim.ledger.querying import Filter
from counterclaim.ledger.tables import judgements
from counterclaim.ledger.touching import Touched
from counterclaim.ledger.verifying import Verified
from counterclaim.ledger.versions import Carried, Version
from counterclaim.ledger.windowed import Window
from counterclaim.records import Article
from counterclaim.review.judgement import Judgement


class Browsing:
    """What a page asks of a ledger; `Ledger` has these verbs beside its own."""

    name: str
    _engine: Engine

    def head(self) -> int:
        """The number of the newest entry, 0 where there is none: nothing in the ledger changes while this does not."""
        with told(self.name):
            return newest_entry(self._engine)

    def newest_change(self) -> int:
        """The number of the newest entry that is no mere verdict: what figures say is the same while this is."""
        with told(self.name):
            return newest_change(self._engine)

    def touched(self, after: int, last: int) -> Touched | None:
        """What the entries after one and up to another bear on; None where it may be anything."""
        with told(self.name), reading(self._engine) as connection:
            return touching.find_touched(connection, after, last)

    @property
    def is_file(self) -> bool:
        """Whether the ledger is a file, which answers at once, and not a server's database."""
        return self._engine.dialect.name == "sqlite"

    def tally(self) -> Tally:
        """How many articles, claims and statements there are, and how far they were judged."""
        with told(self.name), reading(self._engine) as connection:
            return counting.tally(connection)

    def last_number(self) -> int:
        """The number of the newest figure, 0 where there is none: about how many there are, told at once."""
        with told(self.name), reading(self._engine) as connection:
            return counting.last_number(connection)

    def facets(self, wanted: Filter, names: Sequence[str], *, most: int = counting.MOST) -> Facets:
        """The values that some fields have among what fits, counted in the newest of it."""
        with told(self.name), reading(self._engine) as connection:
            return counting.find_facets(connection, wanted, names, most=most)

    def located(self, wanted: Filter, *, most: int) -> tuple[Figure, ...]:
        """The newest claims that fit and have coordinates, at most so many; rejected ones are left out."""
        with told(self.name), reading(self._engine) as connection:
            return counting.find_located(connection, wanted, most=most)

    def row(self, claim: str) -> Row | None:
        """A claim or statement by its id, with its record, its article and the group of those that say the same."""
        with told(self.name), reading(self._engine) as connection:
            return next(outgoing.load_rows(connection, Filter(claim=[claim], replaced=True)), None)

    def near(self, figure: Figure, *, most: int) -> tuple[Figure, ...]:
        """The claims that can dispute one: of its article, and the newest of its event and days; no rejected ones."""
        with told(self.name), reading(self._engine) as connection:
            return disputing.find_near(connection, figure, most=most)

    def versions(self, key: str) -> tuple[Version, ...]:
        """Every version of an article, oldest first."""
        with told(self.name), reading(self._engine) as connection:
            return versions.find_versions(connection, key)

    def carried(self, identity: str) -> tuple[Carried, ...]:
        """Whose text a version of an article carries, and who carries its text."""
        with told(self.name), reading(self._engine) as connection:
            return versions.find_carried(connection, identity)

    def window(self, article: Article, first: int, last: int) -> Window | None:
        """The claims and statements of an article from one character to another; None where it was never read."""
        with told(self.name), reading(self._engine) as connection:
            return windowed.load_window(connection, article, first, last)

    def judged(self, claim: str) -> tuple[Judgement, ...]:
        """What was said of one claim, oldest first, blind rounds included."""
        with told(self.name), reading(self._engine) as connection:
            named = (judgements.c.claim == claim) | (judgements.c.other == claim)
            return tuple(kept.judgement for kept in judging.load_kept(connection, named))

    def verify_claim(self, claim: str) -> Verified | None:
        """Check the entries that hold a claim, its article and its judgements; None where there is no such claim."""
        with told(self.name), reading(self._engine) as connection:
            return verifying.verify_claim(connection, claim)
