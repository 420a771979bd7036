"""The wording of quantities, compiled once for a set of rules: one pattern to read a text, tables to look words up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.grammar import grammar
from counterclaim.finding.numerals import DIGITS, number_words
from counterclaim.finding.quantity_patterns import phrase_pattern
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
    small: Mapping[str, frozenset[str]]  # of `grammar.tsv`, by the part they play


@lru_cache(maxsize=4)
def lexicon(rules: RuleSet) -> Lexicon:
    """The compiled wording of the rules of kinds `quantities` and `vague`."""
    quantities, vague = rules.rules("quantities"), rules.rules("vague")
    by_id = {rule.id: rule for rule in (*vague, *quantities)}
    singular, alternatives = by_id.pop("quantity.exact.singular"), by_id["vague.alternatives"]
    phrases = _table(by_id.values(), "phrase")
    before = _table(quantities, "before")
    after = _table((rule for rule in quantities if not rule.all("unit")), "after")
    openings = {phrase: rule for rule in quantities for phrase in rule.all("opening")}
    units = _units(quantities)
    strong = phrase_pattern(by_id["quantity.exact.strong"].all("suffix"))
    single = phrase_pattern(singular.all("phrase"))
    return Lexicon(
        lexer=_lexer({*number_words(rules), *phrases, *before, *after, *openings}, grammar(rules)["than"]),
        numbers=number_words(rules),
        phrases=phrases,
        before=before,
        after=after,
        openings=openings,
        joints=dict.fromkeys(by_id["quantity.range.to"].all("joint"), "quantity.range.to"),
        pairs=frozenset(by_id["quantity.range.bounds"].all("joint")),
        alternatives=frozenset(alternatives.all("joint")),
        alternative_rule=alternatives.id,
        convention=str(by_id["vague.several"].one("convention")),
        units=units,
        unit_after=re.compile(rf"[ \-]?({phrase_pattern(units)}){AFTER_PHRASE}"),
        suffix_after=re.compile(rf"[-‑](?:{strong}){AFTER_PHRASE}"),
        fillers=frozenset({"", *(word for rule in quantities for word in rule.all("filler"))}),
        singulars=re.compile(rf"\b(?:{single})(?=[\])]?\s+[\"“'‘(\[]?[^\W_])"),
        singular=wording(singular),
        small=grammar(rules),
    )


def _lexer(words: set[str], than: Iterable[str]) -> re.Pattern[str]:
    """The first pass: digits, words and signs. "or more" before "than" is no word: "more than" is."""
    signs = sorted(word for word in words if not word[0].isalnum())
    firsts = re.escape("".join(sorted({sign[0] for sign in signs})))
    spoken = phrase_pattern(sorted(words.difference(signs)))
    return re.compile(
        rf"\b(?=\w)(?:({DIGITS})|(?:{spoken})(?![^\W_]|\s+(?:{phrase_pattern(sorted(than))})\b))"
        rf"|(?=[{firsts}])(?<![<>=\d])(?:{phrase_pattern(signs)})(?![<>=])"
    )


def _units(rules: Iterable[Rule]) -> dict[str, tuple[str, str]]:
    return {phrase: (unit, rule.id) for rule in rules if (unit := rule.one("unit")) for phrase in rule.all("after")}


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
        unless=_following(rule.all("unless"), rule.one("unless_pattern")),
        followed_by=_following(rule.all("followed_by")),
        unless_before=frozenset(rule.all("unless_before")),
    )


def word_before(lower: str, start: int) -> str:
    """The word that stands right before a place, without punctuation; empty at the beginning."""
    left = lower[max(0, start - 24) : start].split()
    return left[-1].strip("\"'“”‘’(),.;:-") if left else ""


def _table(rules: Iterable[Rule], key: str) -> dict[str, Wording]:
    return {phrase: meaning for rule in rules for meaning in [wording(rule)] for phrase in rule.all(key)}


def _following(phrases: tuple[str, ...], pattern: str | None = None) -> re.Pattern[str] | None:
    options = [rf"\s*(?:{phrase_pattern(phrases)}){AFTER_PHRASE}"] if phrases else []
    options += [pattern] if pattern else []
    return re.compile("|".join(options)) if options else None


def _whole(value: str | None) -> int | None:
    return int(value) if value else None
