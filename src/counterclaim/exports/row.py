"""What an export is given for each claim or statement: the figure, the record it was made from, and its article."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extraction import MadeBy
from counterclaim.figures import Figure, act_of
from counterclaim.records import Article, Claim, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim or statement on its way out.

    `figure` is what stands today, with what people have judged; `record` is what was extracted, untouched.
    `same` names the group of claims that say the same, where such groups were made.
    """

    figure: Figure
    record: Claim | Statement
    article: Article
    made_by: MadeBy
    same: str | None = None

    @property
    def claim(self) -> Claim | None:
        """The claim as extracted; None for a statement without a figure."""
        return self.record if isinstance(self.record, Claim) else None

    @property
    def act(self) -> str:
        """What the claimant did, never empty: the act, else why there is none."""
        return act_of(self.figure)

    @property
    def group(self) -> str:
        """The group of claims that say the same; a claim without one is its own."""
        return self.same or self.figure.claim
