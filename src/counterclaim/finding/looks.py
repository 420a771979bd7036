"""An event in its sentence, and what the words of the modality rules say around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.reach import Reach
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

Verdict = tuple[str, str | None]  # how firmly, and the id of the rule that says so


@dataclass(frozen=True, slots=True)
class Look:
    """An event in its sentence: the tree, its trigger and number, what bears on it, and the words of the rules."""

    tree: Tree
    trigger: int
    quantity: int
    reach: Reach
    words: dict[tuple[str, str], tuple[str, str]]
    behind: dict[str, frozenset[str]]  # by rule id: its words say something only with one of these behind them
    small: dict[str, frozenset[str]]

    def find(self, place: str, tokens: Iterable[int], only: tuple[str, ...] = ()) -> Verdict | None:
        """What the first of the tokens says that is known in this place."""
        for token in tokens:
            found = self.words.get((place, self.tree.words[token]))
            if found and (not only or found[0] in only) and self._leads_on(token, found[1]):
                return found
        return None

    def _leads_on(self, token: int, rule: str) -> bool:
        """Whether the word that its rule asks for stands between the token and the event: "called for", "called on"."""
        wanted = self.behind.get(rule)
        return wanted is None or not wanted.isdisjoint(self.tree.words[token + 1 : self.trigger])

    def kids(self, token: int, *deps: str) -> list[int]:
        """The dependents of a token with these labels."""
        return [k for k in self.tree.kids[token] if self.tree.deps[k] in deps]

    def negates(self, token: int) -> bool:
        """Whether a verb has "not", "never" or nobody for its subject; whether a noun has "no"."""
        nobody, no = self.small["nobody"], self.small["no"]
        kids = [(self.tree.deps[k], self.tree.words[k]) for k in self.tree.kids[token]]
        return any(d == "neg" or w in no or (d == "nsubj" and w in nobody) for d, w in kids)


@lru_cache(maxsize=8)
def words_of(rules: RuleSet) -> dict[tuple[str, str], tuple[str, str]]:
    """(place, word) -> (modality, rule id), of the rules of kind `modality`."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for rule in rules.rules("modality"):
        for word in rule.all("words"):
            found[(rule.one("place") or "", word)] = (rule.one("modality") or "", rule.id)
    return found


@lru_cache(maxsize=8)
def words_behind(rules: RuleSet) -> dict[str, frozenset[str]]:
    """Rule id -> the words of which one must stand between the rule's word and the event."""
    asking = (rule for rule in rules.rules("modality") if rule.all("behind"))
    return {rule.id: frozenset(rule.all("behind")) for rule in asking}
