"""The words for events and for what they happen to, compiled from the rules once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.grammar import grammar
from counterclaim.morphology import plural, verb_forms
from counterclaim.rules import Rule, RuleSet
from counterclaim.vocabulary import PEOPLE, TERRITORY, TERRITORY_EVENTS

CRAFT = frozenset({"aircraft", "helicopter", "drone", "missile"})
STRUCTURE = frozenset({"military_facility", "building", "hospital", "school", "infrastructure"})
MILITARY = frozenset({"combatant"})
LIKE = "like_"  # what the classes of prepositions that play one part begin with
GROUPS = ("people", "materiel", "craft", "munition", "structure", "territory", "settlement", "attack", "other")


@dataclass(frozen=True, slots=True)
class EventRule:
    """One rule of `events.yaml`. `events` maps a group of targets to the event that the words mean for it.

    The first is that of a number alone: people's, or for a rule of `things` the things'.
    """

    id: str
    role: str
    events: Mapping[str, str]
    counted: str | None
    light: frozenset[str]
    only: frozenset[str]
    beside: frozenset[str]
    weak: bool
    soldiers: bool
    single: bool
    unless: frozenset[str]
    known: bool  # only what the rules know as a kind of target can have the event
    spared: frozenset[str]  # counted nouns that never have it
    manner: frozenset[str]  # adverbs one of which must stand with the verb

    @property
    def only_people(self) -> bool:
        """Whether the event can only happen to people."""
        return set(self.events) == {"people"}

    def event_for(self, category: str | None) -> str | None:
        """The event for a target of this category; for a headless count the event of the rule's first group."""
        if category is None:
            return next(iter(self.events.values()))
        if self.soldiers and category in PEOPLE and category not in MILITARY:
            return None
        group = group_of(category)
        if group == "territory" and category == "settlement" and "settlement" in self.events:
            return self.events["settlement"]
        if group == "munition" and category == "munition" and "munition" not in self.events:
            return self.events.get("materiel") if "craft" in self.events else None
        return self.events.get(group)


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb of a rule: words that must stand close behind it, and the noun it must govern."""

    rule: EventRule
    rest: tuple[str, ...] = ()
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and adjectives of events by form; target phrases by form, each with its category."""

    verbs: Mapping[str, tuple[VerbEntry, ...]]
    nouns: Mapping[str, tuple[EventRule, ...]]
    adjectives: Mapping[str, tuple[EventRule, ...]]
    targets: Mapping[str, str]
    longest: int
    unaffected: frozenset[str]
    small: Mapping[str, frozenset[str]]  # the small words of `grammar.tsv`, by the part they play
    alike: Mapping[str, frozenset[str]]  # the prepositions that play the same part as one that a rule names
    nationals: frozenset[str]  # those of a country or people, all alike ("armenians")
    territorial: frozenset[str]  # the verbs and nouns that can say that territory changes hands


def group_of(category: str) -> str:
    """The group of targets that a category belongs to: people, materiel, craft, munition, structure, territory, ..."""
    if category in PEOPLE:
        return "people"
    if category in CRAFT:
        return "craft"
    if category in STRUCTURE:
        return "structure"
    if category in TERRITORY:
        return "territory"
    return category if category in ("munition", "attack", "other") else "materiel"


@lru_cache(maxsize=8)
def lexicon(rules: RuleSet, about_violence: bool = True) -> Lexicon:
    """The compiled words of a rule set; for other articles without the loose ones ("hit a record", "took 12 jobs")."""
    verbs: dict[str, list[VerbEntry]] = {}
    nouns: dict[str, list[EventRule]] = {}
    adjectives: dict[str, list[EventRule]] = {}
    for rule in rules.rules("events"):
        if rule.one("loose") == "yes" and not about_violence:
            continue
        event = _event_rule(rule)
        for phrase in rule.all("verb"):
            head, rest, noun = _verb_parts(phrase)
            for form in verb_forms(head):
                verbs.setdefault(form, []).append(VerbEntry(event, rest, noun))
        for noun_phrase in rule.all("noun"):
            for form in {noun_phrase, plural(noun_phrase)}:
                nouns.setdefault(form, []).append(event)
        for word in rule.all("adjective"):
            adjectives.setdefault(word, []).append(event)
    small = grammar(rules)
    targets = _targets(rules)
    if not about_violence:
        targets.update(_in_peace(small))
    return Lexicon(
        {form: tuple(sorted(found, key=_specific)) for form, found in verbs.items()},
        {form: tuple(found) for form, found in nouns.items()},
        {form: tuple(found) for form, found in adjectives.items()},
        targets,
        max((form.count(" ") + 1 for form in targets), default=1),
        frozenset(form for row in rules.table("unaffected") for form in (row["noun"], plural(row["noun"]))),
        small,
        {name.removeprefix(LIKE): words for name, words in small.items() if name.startswith(LIKE)},
        frozenset(form.lower() for row in rules.table("sides") for form in row["people"].split("|")),
        frozenset(_territorial(verbs, nouns)),
    )


def _territorial(verbs: Mapping[str, list[VerbEntry]], nouns: Mapping[str, list[EventRule]]) -> Iterator[str]:
    of_verbs = ((form, entry.rule) for form, entries in verbs.items() for entry in entries)
    of_nouns = ((form, rule) for form, rules in nouns.items() for rule in rules)
    yield from (form for form, rule in (*of_verbs, *of_nouns) if rule.events.get("territory") in TERRITORY_EVENTS)


def _in_peace(small: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """What an officer or a pilot is where no war is told of."""
    for kind, category in (("policing", "security"), ("civil", "person")):
        yield from ((form, category) for word in small[kind] for form in (word, plural(word)))


def _specific(entry: VerbEntry) -> int:
    return -(len(entry.rest) + (entry.noun is not None) + bool(entry.rule.manner))


def _verb_parts(phrase: str) -> tuple[str, tuple[str, ...], str | None]:
    head, *rest = phrase.split()
    noun = next((word[1:] for word in rest if word.startswith("+")), None)
    return head, tuple(word for word in rest if not word.startswith("+")), noun


def _event_rule(rule: Rule) -> EventRule:
    order = sorted(GROUPS, key=lambda group: group == "people") if rule.one("things") == "yes" else GROUPS
    events = {group: event for group in order if (event := rule.one(group))}
    return EventRule(
        rule.id,
        rule.one("role") or "object",
        events,
        rule.one("counted"),
        frozenset(form for verb in rule.all("light") for form in verb_forms(verb)),
        frozenset(form for noun in rule.all("only") for form in (noun, plural(noun))),
        frozenset(rule.all("beside")),
        rule.one("weak") == "yes",
        rule.one("soldiers") == "yes",
        rule.one("single") == "yes",
        frozenset(rule.all("unless")),
        rule.one("known") == "yes",
        frozenset(form for noun in rule.all("spared") for form in (noun, plural(noun))),
        frozenset(rule.all("manner")),
    )


def _targets(rules: RuleSet) -> dict[str, str]:
    targets: dict[str, str] = {}
    for row in rules.table("targets"):
        phrase = row["phrase"]
        targets[phrase] = row["category"]
        targets.setdefault(plural(phrase), row["category"])
    return targets
