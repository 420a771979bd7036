"""What was worked out for a page is kept as long as the ledger stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

Found = TypeVar("Found")
MOST = 256  # answers kept


@dataclass(slots=True)
class Memory:
    """Answers by what was asked, for one state of the ledger; the oldest are dropped when there are too many."""

    head: int = -1
    answers: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def of(self, head: int, asked: Hashable, answer: Callable[[], Found]) -> Found:
        """The answer to what is asked at this state of the ledger; worked out only where it is not known."""
        with self.lock:
            if self.head != head:
                self.head = head
                self.answers.clear()
            if asked in self.answers:
                found: Found = self.answers[asked]
                return found
        found = answer()
        with self.lock:
            if self.head == head:
                self.answers[asked] = found
                while len(self.answers) > MOST:
                    self.answers.popitem(last=False)
        return found


def _memory(request: Request) -> Memory:
    memory = request.app.state.memory
    assert isinstance(memory, Memory)
    return memory


OfMemory = Annotated[Memory, Depends(_memory)]
