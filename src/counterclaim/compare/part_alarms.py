"""Parts that are larger than their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.findings import PART_EXCEEDS_WHOLE, Alarm, said
from counterclaim.compare.inclusion import is_part
from counterclaim.compare.intervals import interval
from counterclaim.compare.words import follows_inclusion, is_further, is_tabled
from counterclaim.figures import Figure

FIRM = ("asserted", "estimated")


def find_excessive_parts(figures: Sequence[Figure]) -> Iterator[Alarm]:
    """Each figure that its article calls a part of another, and that is larger than that other."""
    known = {(figure.article, figure.claim): figure for figure in figures}
    for part in figures:
        whole = known.get((part.article, part.part_of)) if part.part_of else None
        if whole and is_nested(part, whole) and exceeds(part, whole):
            yield _alarm(part, whole)


def is_nested(part: Figure, whole: Figure) -> bool:
    """Whether one can be a part of the other: what, where and whose agree, and words between them say so.

    In a table the measure says so itself.
    """
    kinds = part.category == whole.category or is_part(part.category, whole.category)
    same = (part.event, part.unit, part.place) == (whole.event, whole.unit, whole.place)
    sides = part.side == whole.side or None in (part.side, whole.side)
    worded = follows_inclusion(part, whole) and not is_further(part)
    return kinds and same and sides and (is_tabled(part) or worded)


def exceeds(part: Figure, whole: Figure) -> bool:
    """Whether the least that the part allows is more than the most that the whole allows."""
    one, other = interval(part), interval(whole)
    firm = part.modality in FIRM and whole.modality in FIRM
    return firm and one is not None and other is not None and other.is_below(one)


def _alarm(part: Figure, whole: Figure) -> Alarm:
    more = interval(part), interval(whole)
    off = more[0].low - more[1].high if more[0] and more[1] and more[0].low and more[1].high is not None else None
    why = f"{said(part)} {part.category} is said to be a part of {said(whole)} {whole.category}"
    return Alarm(kind=PART_EXCEEDS_WHOLE, first=whole, second=part, off=off, why=why)
