"""Expressions that ignore capitals, quickly: a look at small letters first, where nothing is compared in two cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# What a capital letter stands in without being a letter to match: an escape, or the name of a group.
CAPITAL = re.compile(r"\\.|\(\?P<\w+>|\(\?P=\w+\)|[A-Z]")


@dataclass(frozen=True, slots=True)
class Caseless:
    """An expression that ignores capitals, tried only where the same one in small letters fits the small letters.

    The second may fit where the first does not (names that ask for a capital), so the first has the last word.
    """

    exact: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the expression fits, or None."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the expression fits, left to right, none over another; a fit has at least a letter."""
        letters, small, at = text.lower(), _small(self.exact.pattern), 0
        if len(letters) != len(text):
            yield from self.exact.finditer(text)
            return
        while hint := small.search(letters, at):
            found = self.exact.match(text, hint.start())
            if found:
                yield found
            at = found.end() if found else hint.start() + 1


@lru_cache(maxsize=128)
def _small(expression: str) -> re.Pattern[str]:
    return re.compile(CAPITAL.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], expression))


def caseless(expression: str) -> Caseless:
    """The expression as one that ignores capitals; no look-around that forbids something may ask for a capital."""
    return Caseless(re.compile(expression, re.IGNORECASE))
