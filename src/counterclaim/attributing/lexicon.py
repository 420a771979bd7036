"""The reporting verbs, nouns and phrases of a language, ready to be looked up by the form in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.morphology import plural, verb_forms
from counterclaim.rules import Rule, RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What one rule says about a word: the act, where the content may stand, which subjects and objects it takes."""

    rule: str
    act: str
    modality: str
    frames: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    stops: frozenset[str]
    particle: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Cues by lower-case form. `phrases` are by first word, longest first; `kinds` says what a source's noun is."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, Cue]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    kinds: Mapping[str, str]
    judgements: frozenset[str]
    judged: frozenset[str]
    cues: Mapping[str, Cue]
    words: Mapping[str, frozenset[str]]
    bodies: frozenset[str]

    def kind(self, word: str) -> str | None:
        """document, media, person, body ... for the head noun of a source, in singular or plural."""
        return self.kinds.get(word)


@lru_cache(maxsize=8)
def lexicon(rules: RuleSet) -> Lexicon:
    """The compiled cues of a rule set."""
    verbs: dict[str, list[Cue]] = {}
    nouns: dict[str, Cue] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    cues: dict[str, Cue] = {}
    judgements: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()
    for rule in rules.rules("reporting"):
        cue = cue_of(rule)
        cues[rule.id] = cue
        if "judged" in cue.frames:
            judgements |= frozenset(word.removeprefix("a ").removeprefix("an ") for word in rule.all("phrases"))
            judged |= _both(rule.all("nouns"))
            continue
        for base in rule.all("verbs"):
            _add_verb(verbs, base, cue)
        nouns |= dict.fromkeys(_both(rule.all("nouns")), cue)
        for phrase in rule.all("phrases"):
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, cue))
    return Lexicon(
        {form: tuple(sorted(found, key=_without_particle)) for form, found in verbs.items()},
        nouns,
        {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in phrases.items()},
        _kinds(rules),
        judgements,
        judged,
        cues,
        _words(rules),
        _bodies(rules),
    )


@lru_cache(maxsize=8)
def reporting_cue_words(rules: RuleSet) -> tuple[str, ...]:
    """The lower-case forms for which a sentence without a figure is worth a parse: it may report something."""
    found = lexicon(rules)
    verbs = {form for form, cues in found.verbs.items() if any(_tells(cue) for cue in cues)}
    entries = [entry for entries in found.phrases.values() for entry in entries]
    phrases = {" ".join(words) for words, cue in entries if not cue.objects}
    objects = {word for _, cue in entries for word in cue.objects}  # "in a survey": not every "in" is worth a parse
    return tuple(sorted({*verbs, *found.nouns, *phrases, *objects}))


def _tells(cue: Cue) -> bool:
    """Whether the verb reports by itself, and not only with certain objects, subjects or a quotation."""
    free = not cue.objects and (not cue.subjects or "name" in cue.subjects)
    return free and cue.frames != {"quote", "after"}


def cue_of(rule: Rule) -> Cue:
    """What a rule says about its words."""
    return Cue(
        rule=rule.id,
        act=rule.all("act")[0],
        modality=rule.one("modality") or "asserted",
        frames=frozenset(rule.all("frames")),
        subjects=frozenset(rule.all("subjects")),
        objects=frozenset(rule.all("objects")),
        stops=frozenset(rule.all("stops")),
    )


def _add_verb(verbs: dict[str, list[Cue]], base: str, cue: Cue) -> None:
    head, _, particle = base.partition(" ")
    for form in verb_forms(head):
        known = verbs.setdefault(form, [])
        entry = Cue(**{name: getattr(cue, name) for name in _PLAIN}, particle=particle or None)
        if entry not in known:
            known.append(entry)


def _without_particle(cue: Cue) -> bool:
    """Verbs with a particle come first: "ruled out" before "ruled"."""
    return cue.particle is None


_PLAIN = ("rule", "act", "modality", "frames", "subjects", "objects", "stops")


def _both(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(nouns) | frozenset(plural(noun) for noun in nouns)


def _kinds(rules: RuleSet) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for row in rules.table("speakers"):
        kinds.setdefault(plural(row["word"]), row["kind"])
        kinds[row["word"]] = row["kind"]
    return kinds


def _words(rules: RuleSet) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for row in rules.table("reporting_words"):
        words.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(found) for kind, found in words.items()}


def _bodies(rules: RuleSet) -> frozenset[str]:
    """Every form of the bodies, organisations and public speakers of the registry of names."""
    rows = [row for table in ("bodies", "organisations", "spokespersons") for row in rules.table(table)]
    return frozenset(form.strip().lower() for row in rows for form in row["forms"].split("|"))
