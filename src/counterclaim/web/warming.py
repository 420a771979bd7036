"""What most pages rest on is made ready in a thread of its own, so that nobody waits for being the first to ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Self

from counterclaim.ledger.book import Ledger
from counterclaim.ledger.errors import LedgerError
from counterclaim.web.pages import claimants, claims, compare, overview
from counterclaim.web.pages import map as on_map
from counterclaim.web.queueing import Asked, known_queue
from counterclaim.web.remembering import Memory
from counterclaim.web.wanted import Listed

FEW = 20_000  # figures: a ledger of fewer answers at once
EVERY = 2.0  # seconds between two looks whether anything was added
NOTHING = -1  # a state that no ledger has
MEASURES = 20  # that are compared beforehand, those of most claimants


@dataclass(slots=True)
class Warming:
    """Within this context what most pages rest on is made ready, now and whenever something was added.

    Who asks for a page meanwhile waits for no more than what it needs; what is made ready is worked out once for both.
    """

    ledger: Ledger
    memory: Memory
    queues: Memory
    stopped: Event = field(default_factory=Event)
    thread: Thread | None = None

    def __enter__(self) -> Self:
        self.thread = Thread(target=self._run, name="warming", daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stopped.set()
        if self.thread:
            self.thread.join()

    def _run(self) -> None:
        ready = seen = NOTHING
        while not self.stopped.is_set():
            with suppress(LedgerError):  # which who asks for a page is told
                state = self.ledger.newest_change()
                if state != ready and seen in (NOTHING, state):  # not while more and more is added
                    self.make_ready()
                    ready = state
                seen = state
            self.stopped.wait(EVERY)

    def make_ready(self) -> None:
        """Work out what is not known yet of the ledger as it is now, as long as nobody stops it."""
        if self.ledger.last_number() >= FEW:
            for _ in self._answers():
                if self.stopped.is_set():
                    return

    def _answers(self) -> Iterator[object]:
        """What pages rest on that everybody comes to, one after the other, those of most people first."""
        ledger, memory = self.ledger, self.memory
        yield overview.content(ledger, memory, look=False)
        yield claims.content(ledger, memory, Listed.model_validate({}))
        for order in ("doubt", "importance", "arrival"):
            yield known_queue(ledger, self.queues, Asked.model_validate({"order": order}))
        yield claimants.content(ledger, memory, None)
        yield on_map.content(ledger, memory, on_map.Seen.model_validate({}))
        found = compare.content(ledger, memory, compare.Compared.model_validate({}))
        yield found
        for measured in found["measures"][:MEASURES]:
            yield compare.content(ledger, memory, compare.of_measure(measured))
