"""What a statement without a figure says happened: captives mistreated, a town encircled, a truce agreed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.caseless import Caseless, caseless
from counterclaim.parsed import Attribution
from counterclaim.records import Mention
from counterclaim.rules import RuleSet


@dataclass(frozen=True, slots=True)
class EventRule:
    """One rule: its id, the event, and the acts that a statement must have (any, if empty)."""

    id: str
    event: str
    acts: frozenset[str]


@lru_cache(maxsize=8)
def _compiled(rules: RuleSet) -> tuple[Caseless, tuple[EventRule, ...]]:
    found = rules.rules("statement_events")
    # The group that names the rule stands behind its words: words that begin a branch are told apart at once.
    branches = (rf"(?:{'|'.join(rule.all('words'))})(?P<r{i}>)" for i, rule in enumerate(found))
    table = (EventRule(rule.id, rule.all("event")[0], frozenset(rule.all("acts"))) for rule in found)
    return caseless(*branches, before=r"\b", after=r"\b"), tuple(table)


def with_event(said: Attribution, rules: RuleSet) -> Attribution:
    """The attribution with the event that its cue and content speak of, by the first rule that fits, or as it was."""
    pattern, table = _compiled(rules)
    cue = said.sources[-1].cue
    before = f"{cue.text if cue else ''} "
    found: dict[int, re.Match[str]] = {}
    for match in pattern.finditer(before + said.content.text):
        if match.lastgroup:
            found.setdefault(int(match.lastgroup[1:]), match)
    first = next((i for i in sorted(found) if not table[i].acts or said.act in table[i].acts), None)
    if first is None:
        return said
    rule, start = table[first], found[first].start() - len(before)
    trigger = _words(said, start, start + len(found[first].group())) if start >= 0 else None
    return replace(said, event=rule.event, trigger=trigger, rules=(*said.rules, rule.id))


def _words(said: Attribution, start: int, end: int) -> Mention:
    return Mention(text=said.content.text[start:end], start=said.content.start + start, end=said.content.start + end)
