"""A blind round: how far its coders are, how far they agree, and what they see differently."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.review.adjudication import Difference, differences
from counterclaim.review.agreement import Agreement, agreement, coded, value_of
from counterclaim.review.judgement import Judgement, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One coder's version of a claim: the judgement, and the value of each field on which the coders differ."""

    person: str
    judgement: Judgement
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A claim on which coders differ, their versions beside each other, and what was decided of it since."""

    figure: Figure
    fields: tuple[str, ...]
    sides: tuple[Side, ...]
    decided: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """How far each coder is; agreement and disputes are null for who is still coding."""

    coders: tuple[tuple[str, int], ...]
    claims: int
    agreement: tuple[Agreement, ...] | None
    disputes: tuple[Dispute, ...] | None
    left: int


def results(ledger: Ledger, name: str, person: str, *, open_all: bool) -> Results | None:
    """What is known of a round; None where nothing was judged in it.

    Whoever has not coded what others have is shown nothing of it, unless `open_all` says that they will not code.
    """
    coding = coded(name, ledger.coding(name))
    if not coding:
        return None
    left = sum(person not in by_person for by_person in coding.values())
    coders = sorted({coder for by_person in coding.values() for coder in by_person})
    counts = tuple((coder, sum(coder in by_person for by_person in coding.values())) for coder in coders)
    if left and not open_all:
        return Results(coders=counts, claims=len(coding), agreement=None, disputes=None, left=left)
    figures = ledger.extracted(list(coding))
    found = tuple(_dispute(ledger, one, figures[one.claim])
                  for one in differences(coding, figures) if one.claim in figures)  # fmt: skip
    return Results(
        coders=counts, claims=len(coding), agreement=agreement(coding, figures), disputes=found, left=left
    )  # fmt: skip


def _dispute(ledger: Ledger, found: Difference, figure: Figure) -> Dispute:
    sides = tuple(
        Side(person=person, judgement=judged, values=tuple(value_of(name, judged, figure) for name in found.fields))
        for person, judged in sorted(found.judgements.items())
    )
    now = standing(ledger.judged(found.claim))
    decided = f"{now.status} by {now.person}" if now.person else None
    return Dispute(figure=figure, fields=found.fields, sides=sides, decided=decided)
