"""The verbs of a ledger for comparing and judging on pages: what can be compared, what waits, who claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Engine

from counterclaim.figures import Figure
from counterclaim.ledger import judging, latest, measuring, naming, waiting
from counterclaim.ledger.errors import told
from counterclaim.ledger.measuring import Measured
from counterclaim.ledger.naming import Named
from counterclaim.ledger.opening import reading
from counterclaim.ledger.querying import NOTHING, Filter
from counterclaim.ledger.tables import judgements
from counterclaim.ledger.waiting import Round
from counterclaim.review.judgement import CLAIMANTS, Judgement


class Choosing:
    """What pages for comparing and judging ask of a ledger; `Ledger` has these verbs beside its own."""

    name: str
    _engine: Engine

    def latest(self, wanted: Filter = NOTHING, *, most: int) -> tuple[tuple[Figure, ...], bool]:
        """The claims of the latest days that fit and were not rejected, latest first; whether there are others."""
        with told(self.name), reading(self._engine) as connection:
            return latest.find_latest(connection, wanted, most=most)

    def measures(self, wanted: Filter = NOTHING) -> tuple[Measured, ...]:
        """What can be compared among the newest of what fits, that which most claimants speak of first."""
        with told(self.name), reading(self._engine) as connection:
            return measuring.find_measures(connection, wanted)

    def waiting(self, wanted: Filter = NOTHING, *, order: str = "doubt", judged: bool = False) -> tuple[str, ...]:
        """The ids of the first claims that wait for a person, by doubt, importance or arrival; all where `judged`."""
        with told(self.name), reading(self._engine) as connection:
            return waiting.find_waiting(connection, wanted, order=order, judged=judged)

    def extracted(self, claims: Sequence[str]) -> dict[str, Figure]:
        """The figures of some claims as they were extracted, before anybody judged them."""
        with told(self.name), reading(self._engine) as connection:
            return waiting.find_extracted(connection, claims)

    def named(self, words: str | None = None) -> tuple[Named, ...]:
        """The names under which claims stand, those with most claims first; only those with these words in them."""
        with told(self.name), reading(self._engine) as connection:
            return naming.find_named(connection, words)

    def last_reading(self) -> int:
        """The number of the newest extraction, 0 where there is none: no claim comes or goes while this stays."""
        with told(self.name), reading(self._engine) as connection:
            return waiting.last_reading(connection)

    def rounds(self) -> tuple[Round, ...]:
        """The blind rounds, in order of their names, with how many judgements and coders each has."""
        with told(self.name), reading(self._engine) as connection:
            return waiting.find_rounds(connection)

    def coding(self, round: str) -> tuple[Judgement, ...]:
        """What was judged in a blind round, oldest first."""
        with told(self.name), reading(self._engine) as connection:
            return tuple(kept.judgement for kept in judging.load_kept(connection, judgements.c.round == round))

    def judged_by(self, person: str) -> tuple[Judgement, ...]:
        """What a person judged, with what took it back, oldest first."""
        with told(self.name), reading(self._engine) as connection:
            return waiting.find_judged_by(connection, person)

    def merges(self) -> tuple[Judgement, ...]:
        """What was judged of claimants: who is one with whom and who is not, oldest first, undone ones too."""
        with told(self.name), reading(self._engine) as connection:
            return tuple(kept.judgement for kept in judging.load_kept(connection, judgements.c.subject == CLAIMANTS))

    def persons(self, names: Iterable[str]) -> frozenset[str]:
        """Those of some claimants' names that are a person's, who speaks for no body."""
        with told(self.name), reading(self._engine) as connection:
            return naming.find_persons(connection, names)
