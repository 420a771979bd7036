"""Those who spoke or were named so far in an article: what later words may stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from counterclaim.parsed import Document
from counterclaim.records import Mention
from counterclaim.resolving.phrases import Reading, SpeakerWords


class Registry(Protocol):
    """What this stage asks of the registry of names."""

    def side_of(self, phrase: str) -> str | None:
        """Whose the people of a phrase are."""

    def organisation(self, phrase: str, side: str | None = None) -> str | None:
        """The body that a phrase names."""

    def body(self, phrase: str) -> str | None:
        """The kind of body that a phrase speaks of, whoever's."""

    def person(self, phrase: str) -> tuple[str, str | None, str | None] | None:
        """Name, body and side of a public speaker."""

    def is_called(self, person: str, written: str) -> bool:
        """Whether a public speaker's name is also written so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who spoke or stood in the text, as first made out: later words may stand for them."""

    mention: Mention
    reading: Reading
    name: str | None
    org: str | None
    side: str | None
    last: int = 0  # where the words that spoke last stand


@dataclass(slots=True)
class Memory:
    """The article so far: its text, the words of the language, the registry, who says what, who has been named."""

    document: Document
    words: SpeakerWords
    names: Registry
    contents: Mapping[int, Sequence[tuple[int, int]]]
    speakers: list[Speaker] = field(default_factory=list)
