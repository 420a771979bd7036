"""How a claimant's figure for one incident changed from article to article, and whether anybody said so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.compare.comparability import COARSE
from counterclaim.compare.intervals import interval
from counterclaim.compare.words import is_further, is_share, tells_the_same
from counterclaim.figures import Figure

INCIDENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One claimant, one incident, first one number and then another that does not fit it.

    `noted` is whether the later article says that it replaces a figure ("up from 12").
    """

    before: Figure
    after: Figure
    noted: bool


def find_revisions(figures: Iterable[Figure]) -> tuple[Revision, ...]:
    """Every change of a claimant's own figure for one incident, in order of publication.

    Only where the place is precise and the day is said. A figure that its own article replaces ("up from 12") is left
    out there.
    """
    known = tuple(figures)
    replaced = {(figure.article, figure.answers) for figure in known if figure.relation == "revises"}
    incidents: dict[tuple[object, ...], list[Figure]] = {}
    for figure in known:
        if is_told_apart(figure) and (figure.article, figure.claim) not in replaced:
            incidents.setdefault(incident(figure), []).append(figure)
    found = [revision for told in incidents.values() for revision in _changes(sorted(told, key=_when))]
    return tuple(sorted(found, key=lambda revision: _when(revision.after)))


def is_told_apart(figure: Figure) -> bool:
    """Whether a figure's incident can be told from others: a day, a precise place, a number, and when it was said."""
    placed = figure.place is not None and figure.precision not in COARSE
    dated = figure.start is not None and figure.start == figure.end and figure.published is not None
    plain = figure.basis == INCIDENT and figure.modality == "asserted" and figure.part_of is None and not figure.also
    whole = not is_share(figure) and not is_further(figure)
    return placed and dated and plain and whole and interval(figure) is not None


def incident(figure: Figure) -> tuple[object, ...]:
    """What is said of what, where and when, by whom."""
    return (
        figure.claimant, figure.event, figure.category, figure.side, figure.unit, figure.start,
        figure.geonames or figure.place,
    )  # fmt: skip


def _changes(told: Sequence[Figure]) -> Iterable[Revision]:
    for before, after in pairwise(told):
        one, other = interval(before), interval(after)
        retold = before.article != after.article and tells_the_same(before, after)
        if retold and one and other and not one.overlaps(other):
            yield Revision(before=before, after=after, noted=after.relation == "revises")


def _when(figure: Figure) -> tuple[str, str, int]:
    return figure.published or "9999", figure.article, figure.evidence_start
