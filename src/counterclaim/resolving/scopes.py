"""Dates in their role: the day of the event, the day something was said, the beginning of a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from counterclaim.caseless import Caseless, caseless
from counterclaim.records import Mention
from counterclaim.resolving.calendar import calendar_of, expand
from counterclaim.resolving.dates import DateMention, find_dates
from counterclaim.rules import Rule, RuleSet

REACH = 110  # how far before a date the words that tell its role can begin
CUT = "…"  # stands for what was cut off, so that ^ is the beginning of the sentence only
NAMED_GROUP = re.compile(r"\(\?P<\w+>")
# What the kind of a date makes of it where no words tell, and the only roles that words can then give it.
ROLES = {"window": "window", "duration": "apart", "rate": "rate", "since": "since"}
OF_DAYS = ("since", "beginning", "until", "from", "said", "apart")
ALLOWED = {
    "absolute": (*OF_DAYS, "stamp"), "window": ("said", "until", "record"), "duration": ("record", "length"),
    "rate": (), "since": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """A date and what it is to the figures around it.

    `role` is day, beginning (of a war), since, until, range, window, rate, length, record ("the first in three years"),
    said, stamp (of the page) or apart. `rule` is the rule whose words told the role, None where the kind of date did;
    `words` is what the article says, those words included. `until` is the other end of a range.
    """

    mention: DateMention
    role: str
    words: Mention
    rule: Rule | None = None
    until: DateMention | None = None

    @property
    def begins(self) -> bool:
        """Whether the date is the day on which a war or an operation began."""
        return bool(self.rule and self.rule.all("begins"))


def find_scopes(text: str, reference: date | None, rules: RuleSet, *, offset: int = 0) -> tuple[Scope, ...]:
    """The dates of a text with their roles, left to right."""
    scopes = [_scope(text, mention, offset, rules) for mention in find_dates(text, reference, rules, offset=offset)]
    return tuple(_settled(scope) for scope in _joined(text, offset, scopes, links_of(rules)))


def _scope(text: str, mention: DateMention, offset: int, rules: RuleSet) -> Scope:
    # "by Saturday's attack" tells no end, "said Friday's raids" no day of saying
    allowed = ("since",) if mention.possessive else () if mention.governs else ALLOWED.get(mention.kind, OF_DAYS)
    left = mention.start - offset
    before = text[:left] if left <= REACH else CUT + text[left - REACH : left]
    for rule, role, expression in roles_of(rules) if allowed else ():
        if role in allowed and (found := expression.search(before)):
            words = found[0].lstrip() if role in ("since", "until", "from", "length") else ""
            return Scope(mention, role, _stretch(text, left - len(words), mention.end - offset, offset), rule)
    role = ROLES.get(mention.kind, "day")
    return Scope(mention, role, Mention(text=mention.text, start=mention.start, end=mention.end))


def _stretch(text: str, start: int, end: int, offset: int) -> Mention:
    return Mention(text=text[start:end], start=start + offset, end=end + offset)


def _joined(text: str, offset: int, scopes: Sequence[Scope], links: re.Pattern[str]) -> list[Scope]:
    """Two dates that are the ends of one stretch ("from Monday to Thursday") become one scope."""
    joined: list[Scope] = []
    for scope in scopes:
        last = joined[-1] if joined else None
        gap = text[last.mention.end - offset : scope.mention.start - offset] if last else ""
        if last and last.role == "from" and links.fullmatch(gap):
            words = _stretch(text, last.words.start - offset, scope.mention.end - offset, offset)
            joined[-1] = replace(last, role="range", words=words, until=scope.mention)
        else:
            joined.append(scope)
    return joined


@lru_cache(maxsize=4)
def links_of(rules: RuleSet) -> re.Pattern[str]:
    """What can stand between the two ends of a stretch of days."""
    words = "|".join(map(re.escape, calendar_of(rules).words("range link")))
    return re.compile(rf"\s*(?:-|–|,?\s*(?:{words}))\s*", re.IGNORECASE)


def _settled(scope: Scope) -> Scope:
    """ "From May" counts on from there; "between April 27 and May 18" is a stretch by itself."""
    if scope.role != "from":
        return scope
    return replace(scope, role="since" if scope.mention.first == scope.mention.last else "range")


@lru_cache(maxsize=4)
def roles_of(rules: RuleSet) -> tuple[tuple[Rule, str, Caseless], ...]:
    """Each rule that tells a date's role, with the role and an expression for the words before the date."""
    chosen = (rule for rule in rules.rules("periods") if rule.all("before"))
    return tuple((rule, rule.one("role") or "day", _before(rule, rules)) for rule in chosen)


def _before(rule: Rule, rules: RuleSet) -> Caseless:
    expanded = (expand(pattern, calendar_of(rules), 0) for pattern in rule.all("before"))
    return caseless(*(NAMED_GROUP.sub("(?:", pattern) for pattern in expanded))
