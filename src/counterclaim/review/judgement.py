"""What a person says of a claim, of two claims, or of two claimants; never changed, only answered by a later one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

ACCEPT, CORRECT, REJECT, UNSURE = "accept", "correct", "reject", "unsure"
SAME, DIFFERENT, UNDO = "same", "different", "undo"
ON_ONE = (ACCEPT, CORRECT, REJECT, UNSURE)
ON_TWO = (SAME, DIFFERENT)
CLAIM, CLAIMS, CLAIMANTS = "claim", "claims", "claimants"
STATUS = {ACCEPT: "accepted", CORRECT: "corrected", REJECT: "rejected", UNSURE: "unsure"}
UNREVIEWED = "unreviewed"


class JudgementError(ValueError):
    """A judgement that cannot be taken down, with the reason and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement: who, when, what of, and why.

    `subject` is claim, claims or claimants; `claim` and `other` are ids of claims or names of claimants; `changes`
    are the corrected fields; `round` is the blind round it belongs to; `undoes` is the entry that an undo takes back.
    """

    entry: int
    at: str
    person: str
    subject: str
    verdict: str
    claim: str | None = None
    other: str | None = None
    changes: Mapping[str, object] = field(default_factory=dict)
    reason: str | None = None
    round: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds of a claim after all that was said of it: its status, corrected fields, and who had the last word."""

    status: str = UNREVIEWED
    changes: Mapping[str, object] = field(default_factory=dict)
    person: str | None = None
    at: str | None = None
    reason: str | None = None


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has taken back, oldest first; an undo that was undone counts for nothing."""
    ordered = sorted(judgements, key=lambda judgement: judgement.entry)
    undone: set[int] = set()
    for judgement in reversed(ordered):
        if judgement.verdict == UNDO and judgement.entry not in undone and judgement.undoes is not None:
            undone.add(judgement.undoes)
    return tuple(j for j in ordered if j.verdict != UNDO and j.entry not in undone)


def standing(judgements: Iterable[Judgement]) -> Standing:
    """Where one claim stands: the last verdict in force outside blind rounds, with every correction made so far.

    Accepting a corrected claim accepts it as corrected.
    """
    found = Standing()
    for judgement in in_force(judgements):
        if judgement.round is None and judgement.verdict in ON_ONE:
            found = _after(found, judgement)
    return found


def _after(before: Standing, judgement: Judgement) -> Standing:
    changes = {**before.changes, **judgement.changes}
    status = STATUS[judgement.verdict]
    if changes and judgement.verdict == ACCEPT:
        status = STATUS[CORRECT]
    return Standing(status=status, changes=changes, person=judgement.person, at=judgement.at, reason=judgement.reason)


def last_of(person: str, judgements: Sequence[Judgement]) -> Judgement | None:
    """The person's last judgement in force: what an undo takes back."""
    own = [judgement for judgement in in_force(judgements) if judgement.person == person]
    return own[-1] if own else None
