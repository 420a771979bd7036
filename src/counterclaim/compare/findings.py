"""What comparing finds: alarms, and pairs that look alike and cannot be compared, each with both figures."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.figures import Figure

FALL, DAILY_MISMATCH, PART_EXCEEDS_WHOLE = "fall", "daily_mismatch", "part_exceeds_whole"
FIGURE_CHANGED, CATEGORY_CHANGED = "copied_figure_changed", "category_changed"
DENIAL = "denial_without_claim"
ALARMS = (FALL, DAILY_MISMATCH, PART_EXCEEDS_WHOLE, FIGURE_CHANGED, CATEGORY_CHANGED, DENIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that does not add up: its kind (one of ALARMS), the figures it rests on, and why.

    `second` is the figure that raised it, `first` the one it is held against (None only for a denial without its
    claim), `others` what else it rests on. `off` is by how much, `edit` what was done to a copied number.
    """

    kind: str
    first: Figure | None
    second: Figure
    others: tuple[Figure, ...] = ()
    off: int | None = None
    edit: str | None = None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComparable:
    """Two figures that look as if they could be held against each other, and why they cannot."""

    first: Figure
    second: Figure
    others: tuple[Figure, ...] = ()
    reasons: tuple[str, ...]


def said(figure: Figure) -> str:
    """A figure's number in the words of its text, with the words of its bound and its unit."""
    return " ".join(word for word in (figure.qualifier, figure.quantity, figure.unit) if word) or "no number"
