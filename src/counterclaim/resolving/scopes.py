"""Dates in their role: the day of the event, the day something was said, the beginning of a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from counterclaim.resolving.calendar import calendar_of, expand
from counterclaim.resolving.dates import DateMention, find_dates
from counterclaim.rules import RuleSet

REACH = 110  # how far before a date the words that tell its role can begin
CUT = "…"  # stands for what was cut off, so that ^ is the beginning of the sentence only
UNNUMBERED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Scope:
    """A date and what it is to the figures around it.

    `role` is day, beginning (of a war), since, until, from, range, window, rate, length, said or apart; `rule` names the words that
    told the role, None where the kind of date did.
    """

    mention: DateMention
    role: str
    rule: str | None = None
    until: DateMention | None = None  # the other end of a range


# What the kind of a date makes of it where no words tell, and the only roles that words can then give it.
ROLES = {"window": "window", "duration": "apart", "rate": "rate"}
OF_DAYS = ("since", "beginning", "until", "from", "said", "apart")
ALLOWED = {
    "absolute": (*OF_DAYS, "stamp"),
    "relative": OF_DAYS,
    "window": ("said", "until"),
    "duration": ("length",),
}
POSSESSIVE = re.compile(r"day(?:'|’)?s$", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:-|–|,?\s*(?:and|to|until|till|through|up to)(?: the)?)\s*", re.IGNORECASE)


def find_scopes(text: str, reference: date | None, rules: RuleSet, *, offset: int = 0) -> tuple[Scope, ...]:
    """The dates of a text with their roles, left to right."""
    mentions = find_dates(text, reference, rules, offset=offset)
    scopes = [_scope(text, mention, offset, rules) for mention in mentions]
    return tuple(_joined(text, offset, scopes))


def _scope(text: str, mention: DateMention, offset: int, rules: RuleSet) -> Scope:
    left = mention.start - offset
    before = text[:left] if left <= REACH else CUT + text[left - REACH : left]
    # "by Saturday's attack" tells no end, "said Friday's raids" no day of saying
    allowed = ("since",) if POSSESSIVE.search(mention.text) else ALLOWED.get(mention.kind, ())
    for rule, role, expression in roles_of(rules):
        if role not in allowed:
            continue
        if expression.search(before):
            return Scope(mention, role, rule)
    return Scope(mention, ROLES.get(mention.kind, "day"))


def _joined(text: str, offset: int, scopes: Sequence[Scope]) -> list[Scope]:
    """"from Monday to Thursday": two dates that are the ends of one stretch become one scope."""
    joined: list[Scope] = []
    for scope in scopes:
        last = joined[-1] if joined else None
        gap = text[last.mention.end - offset : scope.mention.start - offset] if last else ""
        if last and last.role == "from" and BETWEEN.fullmatch(gap):
            joined[-1] = Scope(last.mention, "range", last.rule, scope.mention)
        else:
            joined.append(scope)
    return [Scope(s.mention, "day" if s.mention.first != s.mention.last else "since", s.rule) if s.role == "from" else s for s in joined]


@lru_cache(maxsize=4)
def roles_of(rules: RuleSet) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each rule that tells a date's role: its id, the role, and an expression for the words before the date."""
    calendar = calendar_of(rules)
    return tuple(
        (rule.id, rule.one("role") or "day", _before(rule.all("before"), calendar))
        for rule in rules.rules("periods")
        if rule.all("before")
    )


def _before(patterns: Sequence[str], calendar: object) -> re.Pattern[str]:
    written = "|".join(UNNUMBERED.sub("(?:", expand(p, calendar, 0)) for p in patterns)  # type: ignore[arg-type]
    return re.compile(f"(?:{written})", re.IGNORECASE)
