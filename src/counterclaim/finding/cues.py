"""The words that make a sentence worth parsing: cues that speak for themselves, and cues that need a fitting noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.lexicon import EventRule, Lexicon, VerbEntry, lexicon
from counterclaim.morphology import plural
from counterclaim.rules import RuleSet
from counterclaim.vocabulary import PEOPLE, TERRITORY_EVENTS


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words. `plain` speak for themselves ("killed"); `things` need a thing beside them ("hit"),
    `troops` fighters ("sent"). `single` and `taken` are the words for single ones and for places taken."""

    plain: tuple[str, ...]
    things: tuple[str, ...]
    troops: tuple[str, ...]
    single: tuple[str, ...]
    taken: tuple[str, ...]
    thing_nouns: tuple[str, ...]
    troop_nouns: tuple[str, ...]
    people_nouns: tuple[str, ...]


@lru_cache(maxsize=8)
def cues(rules: RuleSet, about_violence: bool = True) -> Cues:
    """The cue words of a rule set; for other articles without those of the loose words ("hit a record")."""
    words: dict[str, set[str]] = {"plain": set(), "things": set(), "troops": set(), "single": set(), "taken": set()}
    found = lexicon(rules, about_violence)
    for form, entries in found.verbs.items():
        for entry in entries:
            _add(words, entry.rule, _verb_cues(form, entry, found))
    for form, nouns in found.nouns.items():
        for rule in nouns:
            _add(words, rule, _noun_cues(form, rule, found))
    for form, adjectives in found.adjectives.items():
        for rule in adjectives:
            _add(words, rule, {form})
    named = {(phrase.split()[-1], category) for phrase, category in found.targets.items()}
    return Cues(
        **{name: tuple(sorted(forms)) for name, forms in words.items()},
        thing_nouns=tuple(sorted({noun for noun, category in named if category not in PEOPLE})),
        troop_nouns=tuple(sorted({noun for noun, category in named if category == "combatant"})),
        people_nouns=tuple(sorted({noun for noun, category in named if category in PEOPLE})),
    )


def _verb_cues(form: str, entry: VerbEntry, known: Lexicon) -> set[str]:
    if entry.rule.only:
        return set(entry.rule.only)
    if entry.noun is not None:
        return set() if entry.noun in known.small["everywhere"] else {entry.noun, plural(entry.noun)}
    telling = [word for word in entry.rest if word not in known.small["particle"]]
    return {telling[-1]} if telling else {" ".join((form, *entry.rest[:1]))}


def _noun_cues(form: str, rule: EventRule, known: Lexicon) -> set[str]:
    if rule.light and form in known.small["occasion"]:
        return set(rule.light)
    return {form}


def _add(words: dict[str, set[str]], rule: EventRule, forms: set[str]) -> None:
    if rule.soldiers and "materiel" not in rule.events:
        words["troops"] |= forms
    elif "people" in rule.events or rule.counted:
        words["plain"] |= forms
    else:
        words["things"] |= forms
    if rule.single:
        words["single"] |= forms
    if rule.events.get("territory") in TERRITORY_EVENTS:
        words["taken"] |= forms
