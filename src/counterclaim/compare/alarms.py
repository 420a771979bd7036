"""What does not add up in a ledger, each with the sentences it rests on, and what could not be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.compare.copy_alarms import find_changed_copies
from counterclaim.compare.denials import find_denials_without_claim
from counterclaim.compare.findings import ALARMS, Alarm, NotComparable
from counterclaim.compare.part_alarms import find_excessive_parts
from counterclaim.compare.quote_alarms import find_changed_quotes
from counterclaim.compare.series import build_series
from counterclaim.compare.series_alarms import find_daily_mismatches, find_falls
from counterclaim.figures import Figure


@dataclass(frozen=True, slots=True)
class Alarms:
    """The alarms, and beside them the pairs that look like alarms and are none, with the reason."""

    alarms: tuple[Alarm, ...]
    not_comparable: tuple[NotComparable, ...]


def find_alarms(figures: Iterable[Figure], revisions: Iterable[Figure] = ()) -> Alarms:
    """Every alarm of the figures, in order of kind, claimant and day.

    The figures are those that stand: of the newest version of each article, not rejected by a person. `revisions` are
    the claimants' own corrections of their series; a fall cites those that stand beside it.
    """
    known = tuple(figures)
    series = build_series(known)
    daily = tuple(find_daily_mismatches(series))
    alarms = [
        *find_falls(series, revisions),
        *(found for found in daily if isinstance(found, Alarm)),
        *find_excessive_parts(known),
        *find_changed_copies(known),
        *find_changed_quotes(known),
        *find_denials_without_claim(known),
    ]
    return Alarms(
        tuple(sorted(alarms, key=_order)), tuple(found for found in daily if isinstance(found, NotComparable))
    )


def _order(alarm: Alarm) -> tuple[int, str, str, str, str, int]:
    figure = alarm.second
    return (
        ALARMS.index(alarm.kind), figure.claimant, figure.event or "", figure.category or "",
        figure.end or figure.published or "", figure.evidence_start,
    )  # fmt: skip
