"""The small words that the grammar of counting turns on, by the part they play."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from counterclaim.rules import RuleSet


@lru_cache(maxsize=8)
def grammar(rules: RuleSet) -> Mapping[str, frozenset[str]]:
    """The words of each class of `grammar.tsv`, in small letters."""
    classes: dict[str, set[str]] = {}
    for row in rules.table("grammar"):
        classes.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in classes.items()}
