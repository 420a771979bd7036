"""What claims say to one another in an article: one repeats, denies, doubts or revises an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.records import Answer, Article, Claim
from counterclaim.rules import RuleSet
from counterclaim.vocabulary import TERRITORY

DENIED = "denied"
OPENING = ("title", "lead", "subheading")
FAR = 90  # characters behind a figure in which its correction is named


def answered(claims: Sequence[Claim], article: Article, rules: RuleSet) -> list[Claim]:
    """The claims, each pointing at the one that it repeats or answers."""
    known: list[Claim] = []
    for claim in claims:
        known.append(_answered(_restated(claim, known, article), known))
    return _revised(known, article, rules)


@lru_cache(maxsize=8)
def _relations(rules: RuleSet) -> dict[str, str]:
    found = ((rule.id, rule.one("relation")) for rule in rules.rules("reporting"))
    return {rule: relation for rule, relation in found if relation}


def relation_of(rule: str, rules: RuleSet) -> str | None:
    """The relation that a rule of reporting stands for, if it names one: "doubts" for "disputed the figure"."""
    return _relations(rules).get(rule)


@lru_cache(maxsize=8)
def _patterns(rules: RuleSet) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a figure that is replaced, and behind one that replaces another."""
    words: dict[str, list[str]] = {}
    for row in rules.table("answer_words"):
        words.setdefault(row["kind"], []).append(re.escape(row["word"]))
    instead, small = "|".join(words["instead"]), "|".join((*words["earlier"], *words["figure"]))
    before = re.compile(rf"\b(?:{instead}) (?:(?:{small}) )*$", re.IGNORECASE)
    return before, re.compile(rf"^[^.;:]*?\b(?:{'|'.join(words['corrects'])})\b", re.IGNORECASE)


def _revised(claims: Sequence[Claim], article: Article, rules: RuleSet) -> list[Claim]:
    """The claims, with each that replaces another ("18, up from 12") pointing at it."""
    before, corrects = _patterns(rules)
    revised: dict[int, str | None] = {}
    for number, claim in enumerate(claims):
        if before.search(article.text[claim.evidence.start : _first(claim)]):
            revised |= dict.fromkeys(_replacing(number, claims), claim.id)
        elif corrects.search(article.text[claim.quantity.end : min(claim.quantity.end + FAR, claim.evidence.end)]):
            revised.setdefault(number, None)
    return [_with_answer(claim, revised[n]) if n in revised else claim for n, claim in enumerate(claims)]


def _with_answer(claim: Claim, revised: str | None) -> Claim:
    return claim if claim.answers else replace(claim, answers=Answer(relation="revises", id=revised))


def _first(claim: Claim) -> int:
    qualifier = claim.quantity.qualifier
    return min(claim.quantity.start, qualifier.start) if qualifier else claim.quantity.start


def _replacing(number: int, claims: Sequence[Claim]) -> Iterator[int]:
    """The figure that stands for this one: the one before it in the sentence, else the one behind it."""
    old = claims[number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(claims) and _is_alike(old, claims[other]):
            yield other
            return


def _is_alike(old: Claim, new: Claim) -> bool:
    """Whether two figures of one sentence count the same."""
    categories = {old.target.category, new.target.category}
    same = old.event == new.event and old.evidence.start == new.evidence.start
    return same and old.quantity.start != new.quantity.start and (len(categories) == 1 or "person" in categories)


def _restated(claim: Claim, earlier: Sequence[Claim], article: Article) -> Claim:
    """The claim pointing at the earlier one of the article that it repeats, if there is one."""
    same = next((other for other in earlier if _same_content(claim, other) and _is_repeat(claim, other, article)), None)
    return replace(claim, restates=same.restates or same.id) if same else claim


def _same_content(a: Claim, b: Claim) -> bool:
    return (
        (a.event, a.quantity.low, a.quantity.high, a.modality) == (b.event, b.quantity.low, b.quantity.high, b.modality)
        and (a.target.category == b.target.category or "person" in (a.target.category, b.target.category))
        and (a.target.side is None or b.target.side is None or a.target.side == b.target.side)
        and a.quantity.start >= b.quantity.end
        and a.quantity.low is not None
        and _of_one_name(a, b)
    )


def _of_one_name(a: Claim, b: Claim) -> bool:
    """Whether both name the same town, where the figures are names of towns; other figures have no names."""
    named = all(claim.target.category in TERRITORY and not claim.quantity.text[0].isdigit() for claim in (a, b))
    return not named or a.quantity.text.casefold() == b.quantity.text.casefold()


def _is_repeat(a: Claim, b: Claim, article: Article) -> bool:
    """Large numbers and what the headline or lead says are repeats; small numbers only of one day and place."""
    opening = any(p.start <= b.quantity.start < p.end for p in article.parts if p.kind in OPENING)
    large = (a.quantity.low or a.quantity.high or 0) >= 100
    periods = (a.period.start, a.period.end) == (b.period.start, b.period.end)
    places = a.place is not None and b.place is not None and a.place.text == b.place.text
    return large or (periods and (opening or places))


def _answered(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    if claim.answers is None or claim.modality != DENIED:
        return claim
    denied = next((c for c in earlier if c.modality != DENIED and _same_denial(claim, c)), None)
    return replace(claim, answers=replace(claim.answers, id=denied.id)) if denied else claim


def _same_denial(denial: Claim, other: Claim) -> bool:
    a, b = denial.quantity, other.quantity
    return (
        denial.event == other.event
        and a.low is not None
        and (a.low, a.high) == (b.low, b.high)
        and denial.target.category == other.target.category
        and _of_one_name(denial, other)
    )
