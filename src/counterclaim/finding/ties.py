"""A tie between a counted phrase and an event, and the words of the rules that make one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.finding.lexicon import EventRule, Lexicon
from counterclaim.finding.phrases import Phrase, spelled
from counterclaim.tree import Tree

SECOND_WORD = 8  # how far behind a verb its second word may stand ("shot three aircraft down")
OWN_NOUN = 12  # how far behind a verb the noun may stand that it must have ("sustained injuries")


@dataclass(frozen=True, slots=True)
class Link:
    """An event rule that fits, its trigger tokens, and how the sentence ties it to the quantity.

    `path` names the kind of tie: counted, verb, relative, modifier, preposition, clause, total, adjacent.
    `part` is true where the quantity is a part of what the event happened to ("including three children").
    """

    rule: EventRule
    event: str
    first: int
    last: int
    path: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A counted phrase in its sentence, with the words of the rules: all that a tie is read from."""

    tree: Tree
    phrase: Phrase
    lexicon: Lexicon

    def instead(self, phrase: Phrase) -> Look:
        """The same sentence seen from another phrase."""
        return replace(self, phrase=phrase)

    def word_is(self, token: int, kind: str) -> bool:
        """Whether a token is one of the rules' small words of this kind."""
        return self.tree.words[token] in self.lexicon.small[kind]

    def within(self, noun: int, kind: str) -> int:
        """The noun that a word of this kind is an amount of ("a wave of strikes": the strikes), else the noun."""
        of = next((kid for kid in self.tree.kids[noun] if self.word_is(kid, "of")), None)
        inner = self.tree.kid(of, "pobj") if of is not None and self.word_is(noun, kind) else None
        return noun if inner is None else inner

    def is_verb(self, token: int) -> bool:
        """Whether the token is tagged as a verb."""
        return self.tree.tags[token].startswith("VB")

    def category_for(self, rule: EventRule) -> str | None:
        """What the rule is asked about: the phrase's category; for an unknown noun a person or another thing."""
        if self.phrase.category is None and self.phrase.noun is not None:
            return "person" if rule.only_people else "other"
        return self.phrase.category


def as_part(link: Link) -> Link:
    """The link, for a quantity that is a part of the whole."""
    return replace(link, part=True)


def adjective_link(look: Look, token: int, path: str) -> Iterator[Link]:
    """The event of an adjective or participle such as "dead", "wounded", "missing"."""
    for rule in look.lexicon.adjectives.get(look.tree.words[token], ()):
        event = rule.event_for(look.category_for(rule)) if fits_noun(rule, look) else None
        if event:
            yield Link(rule, event, token, token, path)
            return


def verb_link(look: Look, verb: int, role: str, path: str) -> Iterator[Link]:
    """The event of a verb for which the phrase plays `role`: its second word, its noun and the target must fit."""
    tree = look.tree
    if role == "subject" and tree.kid(verb, "auxpass") is not None:
        role = "object"
    for entry in look.lexicon.verbs.get(tree.words[verb], ()):
        rule = entry.rule
        if not same_role(look, rule.role, role) or not _allows(rule, look, verb):
            continue
        last = _completed(look, verb, entry.rest, entry.noun)
        event = rule.event_for(look.category_for(rule)) if last is not None else None
        if event and last is not None:
            yield Link(rule, event, verb, last if last - verb <= 2 else verb, path)
            return


def state_link(look: Look, preposition: int, path: str) -> Iterator[Link]:
    """The event of being in a state, told without its verb: "in captivity", "in a critical condition"."""
    tree = look.tree
    noun = tree.kid(preposition, "pobj")
    if noun is None:
        return
    known = look.lexicon.verbs
    for entry in next((known[verb] for verb in sorted(look.lexicon.small["copula"]) if verb in known), ()):
        rule = entry.rule
        if entry.noun is None or not tree.words[noun].startswith(entry.noun) or not _allows(rule, look, preposition):
            continue
        event = rule.event_for(look.category_for(rule))
        if event:
            yield Link(rule, event, preposition, noun, path)
            return


def _allows(rule: EventRule, look: Look, verb: int) -> bool:
    """Whether the words that the rule wants stand there: beside it anywhere, with the verb, or as the counted noun.

    No verb has an object that the rule excludes: who "withdrew its diplomats from the capital" did not lose it.
    """
    words = look.tree.words
    if rule.beside and rule.beside.isdisjoint(words):
        return False
    if any(look.tree.deps[kid] == "dobj" and words[kid] in rule.unless for kid in look.tree.kids[verb]):
        return False
    if rule.manner and rule.manner.isdisjoint(words[k] for k in (verb - 1, *look.tree.kids[verb])):
        return False
    return fits_noun(rule, look)


def fits_noun(rule: EventRule, look: Look) -> bool:
    """Whether the rule can happen to the noun that is counted, whatever its kind."""
    noun = look.phrase.noun
    if noun is None:
        return not rule.only
    word = look.tree.words[noun]
    if rule.known and look.phrase.category is None and word not in look.lexicon.nationals:
        return False
    return word not in rule.spared and (not rule.only or word in rule.only)


def _completed(look: Look, verb: int, rest: tuple[str, ...], noun: str | None) -> int | None:
    """The last token of the verb's phrase, or None where its second word or its noun is missing."""
    tree = look.tree
    last = verb
    for word in rest:
        near = range(last + 1, min(verb + SECOND_WORD, len(tree.words)))
        found = next((i for i in near if tree.words[i] == word and not _is_least(look, i + 1)), None)
        loose = (
            word in look.lexicon.small["in"] and found is not None and found > last + 1 and tree.deps[found] != "prt"
        )
        if found is None or loose:
            return None
        last = found
    if noun is None:
        return last
    stem = noun[:-1] if noun.endswith(("y", "e")) else noun
    near = range(verb + 1, min(verb + OWN_NOUN, len(tree.words)))
    found = next((i for i in near if tree.words[i].startswith(stem)), None)
    if found is None or (look.word_is(verb, "copula") and verb not in (tree.head[found], tree.head[tree.head[found]])):
        return None  # "are dead and 12 in hospital"
    return max(last, found)


def _is_least(look: Look, token: int) -> bool:
    return token < len(look.tree.words) and look.word_is(token, "least")


def noun_rules(look: Look, noun: int, reach: int) -> Iterator[tuple[int, EventRule]]:
    """The event rules whose phrase ends at this noun, longest first, each with its first token."""
    for left in range(max(0, noun - reach), noun + 1):
        for rule in look.lexicon.nouns.get(spelled(look.tree, left, noun + 1), ()):
            yield left, rule


def counted_link(look: Look) -> Iterator[Link]:
    """The counted noun is itself the event: "14 deaths", "nine airstrikes"; or the count is: "unharmed"."""
    tree, phrase = look.tree, look.phrase
    if phrase.noun is None:
        for token in phrase.inside:
            yield from adjective_link(look, token, "counted")
        return
    for left, rule in noun_rules(look, phrase.noun, 3):
        if left < phrase.first:
            continue
        if left > 0 and tree.words[left - 1] in rule.unless:
            return
        if rule.beside and rule.beside.isdisjoint(tree.words):
            continue
        event = rule.event_for(rule.counted) if rule.counted and is_governed(look, phrase.top, rule) else None
        if event:
            yield Link(rule, event, left, phrase.noun, "counted")
            return


def is_governed(look: Look, token: int, rule: EventRule) -> bool:
    """Whether one of the verbs that the rule wants is the noun's own or hangs on it; true where it wants none."""
    if not rule.light:
        return True
    above = look.tree.above(token)[:4]
    own = next((n + 1 for n, i in enumerate(above) if look.is_verb(i)), len(above))
    around = [*above[:own], *look.tree.subtree(token)]
    return any(look.tree.words[i] in rule.light for i in around)


def same_role(look: Look, role: str, preposition: str) -> bool:
    """Whether a preposition plays the part that a rule names."""
    return role == preposition or preposition in look.lexicon.alike.get(role, ())
