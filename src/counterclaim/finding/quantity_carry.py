"""Bounds that hold for a second number too: "at least five were killed and 18 injured"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.finding.quantity_lexicon import AFTER_PHRASE
from counterclaim.finding.quantity_patterns import phrase_pattern
from counterclaim.records import Quantity
from counterclaim.rules import RuleSet

RULE = "bound.carried"
BOUNDS = frozenset({"at_least", "at_most", "approx"})


@lru_cache(maxsize=4)
def _patterns(rules: RuleSet) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rule = next(rule for rule in rules.rules("quantities") if rule.id == RULE)
    verb, joint, said = (phrase_pattern(rule.all(key)) for key in ("auxiliary", "joint", "headless"))
    between = re.compile(rf"(?: [\w'’-]+){{0,4}} (?:{verb})(?: [\w-]+){{1,2}},? (?:{joint}) $")
    return between, re.compile(rf" (?:{said}){AFTER_PHRASE}")


def carry_qualifiers(quantities: Sequence[Quantity], lower: str, rules: RuleSet) -> tuple[Quantity, ...]:
    """The quantities, where one without noun or verb of its own takes the bound of the number before.

    Spans must be those of `lower`. A number with its own verb ("and 18 were wounded") or noun keeps its own form.
    """
    result: list[Quantity] = []
    for quantity in quantities:
        last = result[-1] if result else None
        shared = last is not None and last.form in BOUNDS and quantity.form == "exact"
        result.append(
            _bounded_as(quantity, last) if last and shared and _carries(lower, last, quantity, rules) else quantity
        )
    return tuple(result)


def _carries(lower: str, last: Quantity, quantity: Quantity, rules: RuleSet) -> bool:
    between, headless = _patterns(rules)
    if last.form not in BOUNDS or quantity.form != "exact" or not headless.match(lower, quantity.end):
        return False
    return between.fullmatch(lower, last.end, quantity.start) is not None


def _bounded_as(quantity: Quantity, last: Quantity) -> Quantity:
    low = None if last.form == "at_most" else quantity.low
    high = None if last.form == "at_least" else quantity.high
    return replace(quantity, low=low, high=high, form=last.form, qualifier=last.qualifier, rule=RULE)
