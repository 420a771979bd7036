"""Expressions that ignore capitals, quickly: a look at small letters first, where nothing is compared in two cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterclaim.needed_words import Chooser, begins_with_letter, chooser_of

# What a capital letter stands in without being a letter to match: an escape, or the name of a group.
CAPITAL = re.compile(r"\\.|\(\?P<\w+>|\(\?P=\w+\)|[A-Z]")


@dataclass(frozen=True, slots=True)
class Branch:
    """One expression, tried only where the same one in small letters fits the small letters.

    The second may fit where the first does not (names that ask for a capital), so the first has the last word.
    """

    exact: re.Pattern[str]
    small: re.Pattern[str]

    def first(self, text: str, letters: str, at: int) -> re.Match[str] | None:
        """The first place from `at` on where the expression fits, or None; `letters` is the text in small letters."""
        while hint := self.small.search(letters, at):
            if found := self.exact.match(text, hint.start()):
                return found
            at = hint.start() + 1
        return None


@dataclass(frozen=True)
class Caseless:
    """Expressions that ignore capitals, as one: of those that fit in one place the first one counts.

    Only those are tried for which the text has a word that they cannot do without.
    """

    before: str
    expressions: tuple[str, ...]
    after: str

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """All of them as one expression of the standard library."""
        joined = "|".join(self.expressions) or "(?!)"
        return re.compile(f"{self.before}(?:{joined}){self.after}", re.IGNORECASE)

    @cached_property
    def _chooser(self) -> Chooser:
        return chooser_of(self.expressions)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where an expression fits, or None."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where an expression fits, left to right, none over another; a fit has at least a letter."""
        letters = text.lower()
        if len(letters) != len(text):
            yield from self.exact.finditer(text)
            return
        may_fit = (self.expressions[number] for number in self._chooser.may_fit(letters))
        tried = (_branch(self.before, expression, self.after) for expression in may_fit)
        ahead = [(branch, found) for branch in tried if (found := branch.first(text, letters, 0))]
        while ahead:
            nearest = min([found for _, found in ahead], key=re.Match.start)  # of equals the first
            yield nearest
            at = nearest.end()
            moved = ((b, found if found.start() >= at else b.first(text, letters, at)) for b, found in ahead)
            ahead = [(branch, found) for branch, found in moved if found]


@lru_cache(maxsize=1024)
def _branch(before: str, expression: str, after: str) -> Branch:
    """One of the expressions by itself; one that begins with a letter is found soonest without what stands before."""
    whole, hint = f"{before}(?:{expression}){after}", f"(?:{expression}){after}"
    small = CAPITAL.sub(_lower, hint if begins_with_letter(expression) else whole)
    return Branch(re.compile(whole, re.IGNORECASE), re.compile(small))


def _lower(found: re.Match[str]) -> str:
    return found[0].lower() if len(found[0]) == 1 else found[0]


def caseless(*expressions: str, before: str = "", after: str = "") -> Caseless:
    """The expressions, each between `before` and `after`, as one that ignores capitals.

    No look-around that forbids something may ask for a capital.
    """
    return Caseless(before, expressions, after)
