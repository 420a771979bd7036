"""What was worked out for a page is kept as long as the ledger stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

Found = TypeVar("Found")
MOST = 256  # answers kept
UNKNOWN = object()


@dataclass(slots=True)
class Memory:
    """Answers by what was asked, each for one state of the ledger; the oldest are dropped when there are too many.

    Many who ask for the same at once wait for the first of them.
    """

    answers: OrderedDict[Hashable, tuple[int, Any]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)
    working: dict[Hashable, RLock] = field(default_factory=dict)

    def of(self, head: int, asked: Hashable, answer: Callable[[], Found]) -> Found:
        """The answer to what is asked at this state of the ledger; worked out only where it is not known."""
        found = self._known(head, asked)
        if found is not UNKNOWN:
            return cast("Found", found)
        with self.lock:
            alone = self.working.setdefault((head, asked), RLock())
        with alone:
            found = self._known(head, asked)
            return cast("Found", found) if found is not UNKNOWN else self._work_out(head, asked, answer)

    def _known(self, head: int, asked: Hashable) -> object:
        with self.lock:
            state, found = self.answers.get(asked, (head, UNKNOWN))
            return found if state == head else UNKNOWN

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
