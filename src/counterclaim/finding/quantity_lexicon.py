"""The wording of quantities, compiled once for a set of rules: one pattern to read a text, tables to look words up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.numerals import DIGITS, number_words
from counterclaim.finding.quantity_patterns import phrase_pattern, squeeze
from counterclaim.rules import Rule, RuleSet

AFTER_PHRASE = r"(?![^\W_])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a phrase that is a quantity by itself, or bounds one, means; and what may not or must stand beside it."""

    rule: str
    form: str
    low: int | None = None
    high: int | None = None
    each: int | None = None
    multiplies: str = "no"
    convention: str | None = None
    unless: re.Pattern[str] | None = None
    followed_by: re.Pattern[str] | None = None
    unless_before: frozenset[str] = frozenset()

    def holds(self, lower: str, start: int, end: int) -> bool:
        """Whether the words on both sides allow the phrase at this place."""
        if self.unless is not None and self.unless.match(lower, end):
            return False
        if self.followed_by is not None and not self.followed_by.match(lower, end):
            return False
        return not self.unless_before or word_before(lower, start) not in self.unless_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The compiled tables. All phrases are lower case with single spaces."""

    lexer: re.Pattern[str]
    numbers: Mapping[str, tuple[str, object]]
    phrases: Mapping[str, Wording]
    before: Mapping[str, Wording]
    after: Mapping[str, Wording]
    openings: Mapping[str, Rule]
    joints: Mapping[str, str]
    pairs: frozenset[str]
    alternatives: frozenset[str]
    alternative_rule: str
    convention: str
    units: Mapping[str, tuple[str, str]]
    unit_after: re.Pattern[str]
    suffix_after: re.Pattern[str]
    fillers: frozenset[str]
    singulars: re.Pattern[str]
    singular: Wording


@lru_cache(maxsize=4)
def lexicon(rules: RuleSet) -> Lexicon:
    """The compiled wording of the rules of kinds `quantities` and `vague`."""
    quantities = rules.rules("quantities")
    by_id = {rule.id: rule for rule in quantities}
    singular = by_id["quantity.exact.singular"]
    several, alternatives = (
        rule for rule in rules.rules("vague") if rule.id in ("vague.several", "vague.alternatives")
    )
    phrases = {phrase: wording(rule) for rule in (*rules.rules("vague"), *quantities) if rule is not singular
               for phrase in rule.all("phrase")}  # fmt: skip
    before = _table(quantities, "before")
    after = _table(quantities, "after", unless_key="unit")
    openings = {phrase: rule for rule in quantities for phrase in rule.all("opening")}
    units = {phrase: (str(rule.one("unit")), rule.id) for rule in quantities if rule.one("unit")
             for phrase in rule.all("after")}  # fmt: skip
    words = {*number_words(rules), *phrases, *before, *after, *openings}
    firsts = "".join(sorted({phrase[0] for phrase in words if not phrase[0].isalnum()}))
    symbols = {phrase for phrase in words if not phrase[0].isalnum()}
    return Lexicon(
        lexer=re.compile(
            rf"\b(?=\w)(?:({DIGITS})|(?:{phrase_pattern(sorted(words - symbols))})(?![^\W_]|\s+than\b))"
            rf"|(?=[{re.escape(firsts)}])(?<![<>=\d])(?:{phrase_pattern(sorted(symbols))})(?![<>=])"
        ),
        numbers=number_words(rules),
        phrases=phrases,
        before=before,
        after=after,
        openings=openings,
        joints={joint: rule.id for rule in reversed(quantities) for joint in rule.all("joint")
                if not rule.all("opening") and rule.id != "quantity.range.bounds"},
        pairs=frozenset(by_id["quantity.range.bounds"].all("joint")),
        alternatives=frozenset(alternatives.all("joint")),
        alternative_rule=alternatives.id,
        convention=str(several.one("convention")),
        units=units,
        unit_after=re.compile(rf"[ \-]?({phrase_pattern(units)}){AFTER_PHRASE}"),
        suffix_after=re.compile(rf"[-‑](?:{phrase_pattern(by_id['quantity.exact.strong'].all('suffix'))}){AFTER_PHRASE}"),
        fillers=frozenset({"", *(word for rule in quantities for word in rule.all("filler"))}),
        singulars=re.compile(rf"(?<![^\W_])(?:{phrase_pattern(singular.all('phrase'))})(?=[\])]?\s+[\"“'‘(\[]?[^\W_])"),
        singular=wording(singular),
    )  # fmt: skip


def wording(rule: Rule) -> Wording:
    """A rule's meaning in the form that the finders use."""
    value = rule.one("value")
    return Wording(
        rule=rule.id,
        form=rule.one("form") or "vague",
        low=_whole(value or rule.one("low")),
        high=_whole(value or rule.one("high")),
        each=_whole(rule.one("each")),
        multiplies=rule.one("multiplies") or "no",
        convention=rule.one("convention"),
        unless=_following(rule.all("unless")),
        followed_by=_following(rule.all("followed_by")),
        unless_before=frozenset(rule.all("unless_before")),
    )


def word_before(lower: str, start: int) -> str:
    """The word that stands right before a place, without punctuation; empty at the beginning."""
    left = lower[max(0, start - 24) : start].split()
    return left[-1].strip("\"'“”‘’(),.;:-") if left else ""


def matched(pattern: re.Match[str]) -> str:
    """The matched words, as the tables have them."""
    return squeeze(pattern.group())


def _table(rules: Iterable[Rule], key: str, unless_key: str = "") -> dict[str, Wording]:
    kept = (rule for rule in rules if not rule.all(unless_key))
    return {phrase: wording(rule) for rule in kept for phrase in rule.all(key)}


def _following(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"\s*(?:{phrase_pattern(phrases)}){AFTER_PHRASE}") if phrases else None


def _whole(value: str | None) -> int | None:
    return int(value) if value else None
