"""How likely event, low and high of a claim are right: a logistic model over what is known of it.

The weights stand in `rules/en/confidence.tsv`; `scripts/calibrate.py` fits them on annotated articles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from counterclaim.records import Claim
from counterclaim.rules import RuleSet


def features(claim: Claim) -> tuple[str, ...]:
    """What the probability rests on: event, form of the number, how the sentence ties the two, what is counted."""
    ties = tuple(rule for rule in claim.rules if rule.startswith("tie."))
    named = "noun.person" if claim.target.category == "person" else "noun.kind"
    counted = "noun.none" if claim.target.text is None else named
    small = "size.small" if (claim.quantity.low or claim.quantity.high or 0) <= 1 else "size.large"
    whole = "part.yes" if claim.part_of else "part.no"
    spoken = "voice.source" if claim.sources else "voice.outlet"
    return ("bias", f"event.{claim.event}", f"form.{claim.quantity.form}", *ties, counted, small, whole, spoken)


def probability(claim: Claim, weights: Mapping[str, float]) -> float:
    """The probability, between 0.01 and 0.99, to two decimals."""
    score = sum(weights.get(feature, 0.0) for feature in features(claim))
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-score)))), 2)


@lru_cache(maxsize=8)
def load_weights(rules: RuleSet) -> Mapping[str, float]:
    """The weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in rules.table("confidence")}
