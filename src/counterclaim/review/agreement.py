"""How far coders who worked blind agree, field by field: Krippendorff's alpha.

Krippendorff, K. (2019): Content Analysis, 4th ed., ch. 12. Counts are compared on the ratio scale, all else as names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import krippendorff
import numpy as np

from counterclaim.figures import Figure
from counterclaim.review.judgement import ON_ONE, REJECT, UNSURE, Judgement, in_force

JUDGED_FIELDS = (
    "verdict", "event", "category", "side", "actor", "low", "high", "modality", "claimant", "basis", "start", "end",
    "place",
)  # fmt: skip
COUNTS = frozenset({"low", "high"})
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement on one field: alpha (1 perfect, 0 as by chance), or null with the reason.

    `claims` were judged by two coders or more in this field; `equal` is the share of pairs of coders that agree.
    """

    field: str
    alpha: float | None
    equal: float | None
    claims: int
    why: str | None = None


def coded(round: str, judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """For each claim of a blind round the last judgement of each coder."""
    found: dict[str, dict[str, Judgement]] = {}
    for judgement in in_force(judgements):
        if judgement.round == round and judgement.verdict in ON_ONE and judgement.claim:
            found.setdefault(judgement.claim, {})[judgement.person] = judgement
    return found


def agreement(
    coding: Mapping[str, Mapping[str, Judgement]], figures: Mapping[str, Figure], fields: Sequence[str] = JUDGED_FIELDS
) -> tuple[Agreement, ...]:
    """Agreement on each field of the claims coded; a field is what the coder left standing or put in its place."""
    coders = sorted({person for by_person in coding.values() for person in by_person})
    return tuple(_on(field, coders, coding, figures) for field in fields)


def _on(
    field: str, coders: Sequence[str], coding: Mapping[str, Mapping[str, Judgement]], figures: Mapping[str, Figure]
) -> Agreement:
    table = [
        [value_of(field, by_person.get(coder), figures.get(claim)) for coder in coders]
        for claim, by_person in coding.items()
    ]
    units = [row for row in table if sum(value is not None for value in row) > 1]
    if not units:
        return Agreement(field=field, alpha=None, equal=None, claims=0, why="no claim was judged by two coders")
    values = sorted({str(value) for row in units for value in row if value is not None})
    equal = _equal(units)
    if len(values) == 1:
        why = f"every coder says {values[0]}: with one value there is no chance to agree by"
        return Agreement(field=field, alpha=None, equal=equal, claims=len(units), why=why)
    return Agreement(field=field, alpha=_alpha(field, units, values), equal=equal, claims=len(units))


def value_of(field: str, judgement: Judgement | None, figure: Figure | None) -> object:
    """What a coder holds of a field: null where nothing was said, UNKNOWN where the value is left open."""
    if judgement is None:
        return None
    if field == "verdict":
        return judgement.verdict
    if judgement.verdict in (REJECT, UNSURE):
        return None
    value = judgement.changes[field] if field in judgement.changes else getattr(figure, field, None)
    return UNKNOWN if value is None else value


def _alpha(field: str, units: Sequence[Sequence[object]], values: Sequence[str]) -> float:
    numeric = field in COUNTS and all(isinstance(value, int) for row in units for value in row if value is not None)
    number = {value: index for index, value in enumerate(values)}

    def code(value: object) -> float:
        if value is None:
            return np.nan
        return float(str(value)) if numeric else float(number[str(value)])

    ratings = np.array([[code(value) for value in row] for row in units]).T
    if numeric:
        return float(krippendorff.alpha(reliability_data=ratings, level_of_measurement="ratio"))
    return float(krippendorff.alpha(reliability_data=ratings, level_of_measurement="nominal"))


def _equal(units: Sequence[Sequence[object]]) -> float:
    pairs = [
        str(one) == str(other)
        for row in units
        for index, one in enumerate(row)
        for other in row[index + 1 :]
        if one is not None and other is not None
    ]
    return sum(pairs) / len(pairs)
