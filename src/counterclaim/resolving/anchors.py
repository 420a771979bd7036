"""Beginnings that articles count from by name ("since the war began"), from an editable table."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def fitting_anchors(text: str, today: date | None, rules: RuleSet) -> tuple[Anchor, ...]:
    """The beginnings that an article has the words for and that lie before it; none without a day of its own."""
    if today is None:
        return ()
    return tuple(a for a in anchors_of(rules) if a.first <= today and all(need.search(text) for need in a.needs))


def find_anchor(words: str, fitting: Sequence[Anchor]) -> Anchor | None:
    """The one beginning that the words can mean ("since the war began"); None where several fit, or none."""
    meant = [anchor for anchor in fitting if anchor.names.search(words)]
    return meant[0] if len(meant) == 1 else None


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
