"""The signs of numbers that count nothing, compiled once for a set of rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.grammar import grammar
from counterclaim.finding.quantity_lexicon import AFTER_PHRASE
from counterclaim.finding.quantity_patterns import phrase_pattern
from counterclaim.rules import Rule, RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWords:
    """Words that tell a year from a count of some two thousand."""

    before: frozenset[str]
    weak: frozenset[str]
    counted: re.Pattern[str]
    months_after: frozenset[str]  # "in March 12 people died" is no date


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Shapes of the characters around a number, and words before and after it, each with the rule it belongs to."""

    shapes: tuple[tuple[re.Pattern[str], str], ...]
    after: re.Pattern[str]
    after_rules: Mapping[str, str]
    before: re.Pattern[str]
    before_rules: Mapping[str, tuple[str, ...]]
    capitals: frozenset[str]
    capitals_only: frozenset[str]
    numbered: frozenset[str]  # "day 600", but "that day 600 ..."
    spans: frozenset[str]
    cannot_follow: re.Pattern[str]
    reasons: Mapping[str, str]
    pronoun_after: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    chains: frozenset[str]
    headless: re.Pattern[str]
    apposition: re.Pattern[str]
    years: YearWords
    small: Mapping[str, frozenset[str]]  # of `grammar.tsv`, by the part they play


@lru_cache(maxsize=4)
def signs(rules: RuleSet) -> Signs:
    """The compiled rules of kind `non_counts`."""
    found = {rule.id: rule for rule in rules.rules("non_counts")}
    pronoun, year, age, sequence = (found[f"not_count.{name}"] for name in ("pronoun", "year", "age", "sequence"))
    general = [rule for rule in found.values() if rule is not pronoun]
    after = {phrase: rule.id for rule in reversed(general) for phrase in rule.all("after")}
    before = _by_phrase(rule for rule in general if rule is not year)
    between = phrase_pattern(sorted({word for rule in general for word in rule.all("between")}))
    return Signs(
        shapes=tuple((re.compile(shape), rule.id) for rule in general for shape in rule.all("shape")),
        after=re.compile(rf"[\s\-‑]*(?:(?:{between})[\s\-‑]+)?({phrase_pattern(after)}){AFTER_PHRASE}"),
        after_rules=after,
        before=_preceding(before),
        before_rules=before,
        capitals=frozenset(phrase for rule in general for phrase in rule.all("capital")),
        capitals_only=frozenset(phrase for rule in general for phrase in rule.all("capitals_only")),
        numbered=frozenset(sequence.all("before")),
        spans=frozenset(sequence.all("unless_before")),
        cannot_follow=_following(found["not_count.date"], "cannot_follow"),
        reasons={rule.id: str(rule.one("reason")) for rule in found.values()},
        pronoun_after=_following(pronoun, "after"),
        pronoun_before=_preceding(pronoun.all("before")),
        chains=frozenset(age.all("chains")),
        headless=re.compile(rf"\s*(?:[^\w\s]|$)|{_following(age, 'headless').pattern}"),
        apposition=re.compile(rf"[,;.)]|$| [–-] |{_following(age, 'apposition').pattern}"),
        years=_years(year, found["not_count.date"], grammar(rules)["counted_ending"]),
        small=grammar(rules),
    )


def _years(rule: Rule, dates: Rule, endings: Iterable[str]) -> YearWords:
    none, some = phrase_pattern(rule.all("uncounted")), phrase_pattern(rule.all("counted"))
    ending = "|".join(sorted(endings))
    counted = re.compile(rf"\s+(?!(?:{none}){AFTER_PHRASE})(?:(?:{some}){AFTER_PHRASE}|[^\W\d_]+(?:{ending})\b)")
    return YearWords(
        before=frozenset(rule.all("before")),
        weak=frozenset(rule.all("weak")),
        counted=counted,
        months_after=frozenset(dates.all("weak")),
    )


def _by_phrase(rules: Iterable[Rule]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        for phrase in rule.all("before"):
            found[phrase] = (*found.get(phrase, ()), rule.id)
    return found


def _preceding(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({phrase_pattern(phrases)})[\s.(\"“'‘#-]*$")


def _following(rule: Rule, key: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{phrase_pattern(rule.all(key))}){AFTER_PHRASE}")
