"""What a page rests on, so that it stays as it is while only other claims are judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from fastapi import Request

from counterclaim.ledger.book import Ledger
from counterclaim.ledger.querying import Filter
from counterclaim.ledger.touching import Touched

LONGEST = 1000  # changes that are remembered; a page that is older is made anew


@dataclass(frozen=True, slots=True)
class Rests:
    """The figures that something shows or counts: all that fit one of some filters, and some claims by their ids.

    With neither it shows nothing that a verdict on a claim changes.
    """

    filters: tuple[Filter, ...] = ()
    claims: frozenset[str] = frozenset()

    def is_touched(self, by: Touched) -> bool:
        """Whether a figure that was judged is among them."""
        return any(figure.claim in self.claims for figure in by.figures) or any(map(by.bears_on, self.filters))


@dataclass(slots=True)
class Changes:
    """What the entries of a ledger changed, from one state that was asked for to the next."""

    states: list[int] = field(default_factory=list)
    touched: list[Touched | None] = field(default_factory=list)  # by the entries up to the state of the same place
    lock: Lock = field(default_factory=Lock)

    def learn(self, ledger: Ledger, head: int) -> None:
        """Ask what was changed since the last state that is known, if this one is newer."""
        with self.lock:
            if self.states and head > self.states[-1]:
                self.touched.append(ledger.touched(self.states[-1], head))
                self.states.append(head)
            elif not self.states:
                self.touched.append(None)
                self.states.append(head)
            del self.states[:-LONGEST], self.touched[:-LONGEST]

    def now(self, ledger: Ledger) -> int:
        """The newest entry of the ledger, what it changed noted."""
        head = ledger.head()
        self.learn(ledger, head)
        return head

    def bear_on(self, rests: Rests | None, since: int, head: int) -> bool:
        """Whether anything that changed after one state and up to another may bear on what rests on this."""
        if since == head:
            return False
        if rests is None or since > head:
            return True
        with self.lock:
            first, last = bisect_left(self.states, since), bisect_left(self.states, head)
            known = last < len(self.states) and self.states[first] == since and self.states[last] == head
            between = self.touched[first + 1 : last + 1] if known else [None]
        return any(one is None or rests.is_touched(one) for one in between)


def rest_on(request: Request, *filters: Filter, claims: Iterable[str] = ()) -> None:
    """Say what the page that is made for a request rests on; one that does not say is made anew at every change."""
    request.state.rests = Rests(filters, frozenset(claims))
