"""What coders of a blind round see differently, for a third person to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.figures import Figure
from counterclaim.review.agreement import JUDGED_FIELDS, value_of
from counterclaim.review.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One claim on which coders differ: the fields, and for each coder the judgement given."""

    claim: str
    fields: tuple[str, ...]
    judgements: Mapping[str, Judgement]


def differences(coding: Mapping[str, Mapping[str, Judgement]], figures: Mapping[str, Figure]) -> tuple[Difference, ...]:
    """The claims of a round on which two coders or more differ, in the order of the coding."""
    found = []
    for claim, by_person in coding.items():
        fields = tuple(field for field in JUDGED_FIELDS if _differ(field, by_person, figures.get(claim)))
        if fields:
            found.append(Difference(claim=claim, fields=fields, judgements=dict(by_person)))
    return tuple(found)


def _differ(field: str, by_person: Mapping[str, Judgement], figure: Figure | None) -> bool:
    values = {
        str(value) for judgement in by_person.values() if (value := value_of(field, judgement, figure)) is not None
    }
    return len(values) > 1
