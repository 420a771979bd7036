"""Beginnings that articles count from by name ("since the war began"), from an editable table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from counterclaim.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named beginning: the day, the words that name it, what the article must say, and why that day."""

    id: str
    names: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]
    first: date
    why: str


def find_anchor(text: str, today: date | None, rules: RuleSet) -> Anchor | None:
    """The one beginning that an article can mean; None where it fits none or several, or has no date of its own."""
    if today is None:
        return None
    fitting = [a for a in anchors_of(rules) if a.first <= today and all(need.search(text) for need in a.needs)]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=4)
def anchors_of(rules: RuleSet) -> tuple[Anchor, ...]:
    """The table of anchors, in order."""
    return tuple(
        Anchor(
            row["id"],
            _any_of(row["words"]),
            tuple(_any_of(group) for group in row["needs"].split(";")),
            date.fromisoformat(row["first"]),
            row["why"],
        )
        for row in rules.table("anchors")
    )


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word.strip()) for word in words.split('|'))})\b", re.IGNORECASE)
