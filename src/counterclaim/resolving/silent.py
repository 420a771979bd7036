"""Rules that fire without leaving a mark on any period: those that keep a date or a sentence apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.resolving.clues import find_clues
from counterclaim.resolving.periods import APART
from counterclaim.resolving.scopes import find_scopes
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence


def silent_rules(sentences: Sequence[Sentence], rules: RuleSet) -> Iterator[str]:
    """The ids of the rules that say of a date that it dates no event, and of a sentence that it tells another story."""
    for sentence in sentences:
        yield from (scope.rule.id for scope in find_scopes(sentence.text, None, rules) if scope.rule)
        yield from (clue.rule.id for clue in find_clues(sentence.text, rules) if clue.basis == APART)
