"""Those who spoke or were named so far in an article: what later words may stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from counterclaim.parsed import Document
from counterclaim.records import Mention
from counterclaim.resolving.phrases import Reading, SpeakerWords

SHORT_NAME = re.compile(r" \(([A-Z][A-Za-z]{1,6})\)")
WORD = re.compile(r"[\w’'-]+")
LONGEST = 90  # characters of the full name before its short one


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

    def in_office(self, person: str, day: str | None) -> bool:
        """Whether a public speaker held the office on a day; as far as one knows, where no day is known."""


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
    short: dict[str, Mention] = field(default_factory=dict)
    full: dict[str, tuple[Mention, ...]] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The article's day, as an ISO date; None where it has none."""
        reference = self.document.article.reference_date
        return reference.value[:10] if reference else None

    def __post_init__(self) -> None:
        """Learn the short names that the article gives in brackets: "the Ministry of Defence (MoD)"."""
        for match in SHORT_NAME.finditer(self.document.article.text):
            full = _full_name(self.document.article.text, match.start(), match.group(1))
            if full is not None:
                self.short.setdefault(match.group(1), full)


def _full_name(text: str, end: int, short: str) -> Mention | None:
    """The words up to `end` of whose initials a short name is made, those in small letters counted or left out."""
    words = list(WORD.finditer(text, max(0, end - LONGEST), end))
    for first in reversed(range(len(words))):
        initials = [word.group()[0] for word in words[first:]]
        big = "".join(letter for letter in initials if letter.isupper())
        if initials[0].isupper() and len(initials) > 1 and short.upper() in ("".join(initials).upper(), big):
            start = words[first].start()
            return Mention(text=text[start:end], start=start, end=end)
    return None
