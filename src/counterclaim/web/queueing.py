"""A person's place in the queue: which claim comes next, and what to show of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request
from pydantic import Field

from counterclaim.figures import Figure
from counterclaim.ledger.book import Ledger
from counterclaim.ledger.querying import Filter
from counterclaim.ledger.waiting import MOST
from counterclaim.review.agreement import coded
from counterclaim.review.judgement import UNREVIEWED, Judgement
from counterclaim.review.sight import Context, context_of, said_of
from counterclaim.web.remembering import Memory
from counterclaim.web.wanted import Chosen, One

TOGETHER = 20  # claims looked at together for the next one that waits


class Asked(Chosen):
    """Which claims wait, in which order, and from where on."""

    order: Literal["doubt", "importance", "arrival"] = Field("doubt", description="Which claims come first.")
    round: One = Field(None, description="The blind round that is coded; what others said stays unseen.")
    after: One = Field(None, description="The claim after which to go on.")
    show: One = Field(None, description="The claim to show, whether it waits or not.")

    @property
    def queue(self) -> list[tuple[str, str]]:
        """The address's fields of the queue as such, wherever one is in it."""
        return self.query(after=None, show=None, part=None, met=None, undone=None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is: the claim shown, its number in the queue (from 1), and how many are known to be in it."""

    figure: Figure | None
    number: int
    known: int
    more: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as it is shown to a reviewer: its text around it, what was said of it, the newest entry among that."""

    figure: Figure
    context: Context | None
    said: Sequence[Judgement]
    seen: int


def find_place(ledger: Ledger, queues: Memory, asked: Asked, person: str) -> Place:
    """The claim that is asked for, else the next one that waits for this person after the one before."""
    ids = known_queue(ledger, queues, asked)
    if asked.show:
        number = ids.index(asked.show) + 1 if asked.show in ids else 0
        return Place(_read(ledger, asked, asked.show), number, len(ids), len(ids) == MOST)
    start = ids.index(asked.after) + 1 if asked.after in ids else 0
    done = _done(ledger, asked, person)
    for number, figure in _from(ledger, ids, start):
        if figure.claim not in done if asked.round else figure.status == UNREVIEWED:
            shown = _read(ledger, asked, figure.claim) if asked.round else figure
            return Place(shown, number + 1, len(ids), len(ids) == MOST)
    return Place(None, len(ids), len(ids), len(ids) == MOST)


def show(ledger: Ledger, figure: Figure, round: str | None) -> Shown:
    """What a reviewer sees of a claim; in a blind round nothing of what others said."""
    article = ledger.article(figure.article)
    judged = ledger.judged(figure.claim)
    seen = max((judgement.entry for judgement in judged), default=0)
    context = context_of(figure, article.text) if article else None
    return Shown(figure, context, said_of(figure.claim, judged, round=round), seen)


def known_queue(ledger: Ledger, queues: Memory, asked: Asked) -> tuple[str, ...]:
    """The ids of the queue as it was when it was first asked for: one's place stays while others judge."""
    key = ("queue", tuple(asked.queue))
    return queues.of(
        ledger.last_reading(), key,
        lambda: ledger.waiting(asked.filter, order=asked.order, judged=asked.round is not None),
    )  # fmt: skip


def _done(ledger: Ledger, asked: Asked, person: str) -> Collection[str]:
    """What this person has coded in the round; nothing outside of rounds."""
    if asked.round is None:
        return ()
    coding = coded(asked.round, ledger.coding(asked.round))
    return {claim for claim, by_person in coding.items() if person in by_person}


def _read(ledger: Ledger, asked: Asked, claim: str) -> Figure | None:
    """A claim as it stands; in a blind round as it was extracted."""
    return ledger.extracted([claim]).get(claim) if asked.round else ledger.claim(claim)


def _from(ledger: Ledger, ids: Sequence[str], start: int) -> Iterator[tuple[int, Figure]]:
    """The claims of the queue from a place on, with their places."""
    for first in range(start, len(ids), TOGETHER):
        some = ids[first : first + TOGETHER]
        found = {figure.claim: figure for figure in ledger.figures(Filter(claim=some, replaced=True))}
        yield from ((first + at, found[claim]) for at, claim in enumerate(some) if claim in found)


def _queues(request: Request) -> Memory:
    queues = request.app.state.queues
    assert isinstance(queues, Memory)
    return queues


OfQueues = Annotated[Memory, Depends(_queues)]
