"""The verbs of a ledger that hold figures against one another; what is said of them comes from `compare`."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Engine

from counterclaim.compare.alarms import Alarms, find_alarms
from counterclaim.compare.disputes import Disputes, find_disputes
from counterclaim.compare.intervals import OURS
from counterclaim.compare.series import Series, build_series
from counterclaim.compare.standings import Standing, find_standings
from counterclaim.compare.trace import Trace, trace
from counterclaim.figures import Figure
from counterclaim.ledger import comparing
from counterclaim.ledger.errors import told
from counterclaim.ledger.opening import reading
from counterclaim.ledger.querying import NOTHING, Filter


class Comparing:
    """Comparing what a ledger holds; `Ledger` has these verbs beside its own."""

    name: str
    _engine: Engine

    def compare(self, wanted: Filter = NOTHING, *, convention: str = OURS) -> tuple[Standing, ...]:
        """Every two claimants of what fits: they contradict each other, agree, or cannot be compared, and why."""
        return find_standings(self._standing(wanted), convention=convention)

    def series(self, wanted: Filter = NOTHING) -> tuple[Series, ...]:
        """What fits as series: one for each claimant and measure, running totals and periods apart."""
        return build_series(self._standing(wanted))

    def disputes(self, wanted: Filter = NOTHING, *, convention: str = OURS) -> Disputes:
        """Figures that cannot both be right, widest apart first, and denials beside what they deny."""
        return find_disputes(tuple(self._standing(wanted)), convention=convention)

    def alarms(self, wanted: Filter = NOTHING) -> Alarms:
        """What does not add up, each with the figures it rests on, and what could not be compared, and why."""
        with told(self.name), reading(self._engine) as connection:
            standing = comparing.standing_figures(connection, wanted)
            return find_alarms(standing, comparing.revisions(connection))

    def trace(self, words: str) -> Trace:
        """Where the claims that some words name were first seen, who carried, revised, disputed and denied them."""
        with told(self.name), reading(self._engine) as connection:
            return trace(comparing.figures_to_trace(connection, words), words)

    def _standing(self, wanted: Filter) -> Iterator[Figure]:
        """What fits and was not rejected."""
        with told(self.name), reading(self._engine) as connection:
            yield from comparing.standing_figures(connection, wanted)
