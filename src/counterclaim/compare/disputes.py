"""Who disputes what: contradictions by number, and denials beside the claims they deny."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.compare.contradictions import Contradiction, find_contradictions
from counterclaim.compare.denials import Denial, find_denials
from counterclaim.compare.intervals import OURS
from counterclaim.figures import Figure


@dataclass(frozen=True, slots=True)
class Disputes:
    """Contradictions, widest apart first, and denials, earliest first, with what they deny or nothing known."""

    contradictions: tuple[Contradiction, ...]
    denials: tuple[Denial, ...]


def find_disputes(figures: Sequence[Figure], *, convention: str = OURS) -> Disputes:
    """Every dispute among some figures."""
    return Disputes(find_contradictions(figures, convention=convention), find_denials(figures))
