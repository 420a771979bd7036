"""Reservations in the text: "could not be independently verified". They go with claims; they are no source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from counterclaim.parsed import Candidate, Document
from counterclaim.records import Caveat
from counterclaim.rules import RuleSet

BACK = 2  # sentences before a reservation that it still speaks of, within one paragraph


@lru_cache(maxsize=8)
def _pattern(rules: RuleSet) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    entries = [(phrase, rule) for rule in rules.rules("caveats") for phrase in rule.all("pattern")]
    kinds = tuple((rule.one("kind") or "", rule.id) for _, rule in entries)
    return re.compile("|".join(f"({phrase})" for phrase, _ in entries), re.IGNORECASE), kinds


def find_caveats(
    document: Document, candidates: Sequence[Candidate], rules: RuleSet
) -> tuple[tuple[Caveat, ...], ...]:
    """The reservations that hold for each candidate, parallel to the candidates."""
    if not candidates:
        return ()
    pattern, kinds = _pattern(rules)
    found: list[list[Caveat]] = [[] for _ in candidates]
    for sentence in document.sentences:
        for match in pattern.finditer(sentence.text):
            kind, rule = kinds[(match.lastindex or 1) - 1]
            start = sentence.start + match.start()
            caveat = Caveat(kind=kind, text=match.group(), start=start, end=start + len(match.group()), rule=rule)
            for number in _reserved(document, candidates, sentence.index):
                found[number].append(caveat)
    return tuple(tuple(caveats) for caveats in found)


def _reserved(document: Document, candidates: Sequence[Candidate], index: int) -> list[int]:
    """The candidates of the reservation's own sentence; where it has none, those of the nearest one just before."""
    for back in range(BACK + 1):
        here = [n for n, c in enumerate(candidates) if c.sentence == index - back]
        if here:
            return here
    return []
