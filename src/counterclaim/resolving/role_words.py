"""The words for parties without their names: "the regime", "the rebels", "the coalition"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.caseless import Caseless, caseless
from counterclaim.rules import RuleSet

ROLES = ("government", "rebels", "coalition")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words for parties without their names, with the role that each means."""

    pattern: Caseless
    roles: Mapping[str, str]
    insurgents: Caseless  # "the guerrillas" tell of a war, without meaning one party

    def find(self, text: str) -> tuple[tuple[str, int, int], ...]:
        """The role of each of these words in a text, with where the word stands, left to right."""
        return tuple((self.roles[found[0].lower()], *found.span()) for found in self.pattern.finditer(text))

    def name_insurgents(self, text: str) -> bool:
        """Whether a text speaks of insurgents, whoever they are."""
        return self.insurgents.search(text) is not None


@lru_cache(maxsize=4)
def role_words(rules: RuleSet) -> RoleWords:
    """The words of the rules for "the government", "the rebels" and "the coalition"."""
    by_signal = {rule.one("signal"): rule.all("words") for rule in rules.rules("parties")}
    roles = {word: role for role in ROLES for word in by_signal.get(f"side_{role}", ())}
    insurgents = [row["word"] for row in rules.table("party_words") if row["kind"] == "insurgent"]
    return RoleWords(_any_of(roles), roles, _any_of(insurgents))


def _any_of(words: Iterable[str]) -> Caseless:
    """An expression for any of these words, the longest first."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return caseless(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
