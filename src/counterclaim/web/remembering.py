"""What was worked out for a page is kept until something is added or judged that bears on it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from counterclaim.web.resting import Changes, Rests

Found = TypeVar("Found")
MOST = 256  # answers kept
UNKNOWN = object()


@dataclass(slots=True)
class Memory:
    """Answers by what was asked, each for one state of the ledger, and for later ones that do not bear on it.

    Those not asked for longest are dropped when there are too many. Who asks for what another waits for waits, too.
    """

    changes: Changes = field(default_factory=Changes)
    answers: OrderedDict[Hashable, tuple[int, Any]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)
    working: dict[Hashable, RLock] = field(default_factory=dict)

    def of(self, head: int, asked: Hashable, answer: Callable[[], Found], rests: Rests | None = None) -> Found:
        """The answer to what is asked at this state of the ledger; worked out only where it is not known.

        It holds until anything changes, or until something bears on what it `rests` on.
        """
        found = self._known(head, asked, rests)
        if found is not UNKNOWN:
            return cast("Found", found)
        with self.lock:
            alone = self.working.setdefault((head, asked), RLock())
        with alone:
            found = self._known(head, asked, rests)
            return cast("Found", found) if found is not UNKNOWN else self._work_out(head, asked, answer)

    def _known(self, head: int, asked: Hashable, rests: Rests | None) -> object:
        with self.lock:
            if asked not in self.answers:
                return UNKNOWN
            state, found = self.answers[asked]
            if self.changes.bear_on(rests, state, head):
                return UNKNOWN
            self.answers[asked] = head, found
            self.answers.move_to_end(asked)
            return found

    def _work_out(self, head: int, asked: Hashable, answer: Callable[[], Found]) -> Found:
        try:
            found = answer()
        finally:
            with self.lock:
                self.working.pop((head, asked), None)
        with self.lock:
            self.answers[asked] = head, found
            self.answers.move_to_end(asked)
            while len(self.answers) > MOST:
                self.answers.popitem(last=False)
        return found


def _memory(request: Request) -> Memory:
    memory = request.app.state.memory
    assert isinstance(memory, Memory)
    return memory


OfMemory = Annotated[Memory, Depends(_memory)]
