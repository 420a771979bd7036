"""The words for parties without their names: "the regime", "the rebels", "the coalition"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.rules import RuleSet

ROLES = ("government", "rebels", "coalition")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words for parties without their names, with the role that each means."""

    pattern: re.Pattern[str]
    roles: Mapping[str, str]
    insurgents: re.Pattern[str]  # "the guerrillas" tell of a war, without meaning one party

    def name_rebels(self, text: str) -> bool:
        """Whether a text speaks of rebels, whoever they are."""
        return any(self.roles[match.group().lower()] == "rebels" for match in self.pattern.finditer(text)) or bool(
            self.insurgents.search(text)
        )


@lru_cache(maxsize=4)
def role_words(rules: RuleSet) -> RoleWords:
    """The words of the rules for "the government", "the rebels" and "the coalition"."""
    by_signal = {rule.one("signal"): rule.all("words") for rule in rules.rules("parties")}
    roles = {word: role for role in ROLES for word in by_signal.get(f"side_{role}", ())}
    insurgents = [row["word"] for row in rules.table("party_words") if row["kind"] == "insurgent"]
    return RoleWords(_any_of(roles), roles, _any_of(insurgents))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression for any of these words, the longest first."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
