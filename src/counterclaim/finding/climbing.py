"""Ties upwards: what governs a counted phrase, through lists, appositions, parts and prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.finding.clauses import modifier_links, toll_links, verb_links
from counterclaim.finding.phrases import Phrase
from counterclaim.finding.ties import (
    Link,
    Look,
    as_part,
    counted_link,
    fits_noun,
    is_governed,
    noun_rules,
    same_role,
    verb_link,
)

UNDER_NOUN = frozenset("conj appos nummod compound nmod amod det poss quantmod predet dep npadvmod".split())
SUBJECT = ("nsubj", "csubj")
ARGUMENT = frozenset("nsubj csubj dobj oprd attr nsubjpass dative ROOT ccomp advcl".split())
STEPS = 14


def governing_links(look: Look) -> Iterator[Link]:
    """The verb that the phrase is an argument of, the noun it follows with "of" or "on", the whole it is part of."""
    node: int | None = look.phrase.top
    part = False
    for _ in range(STEPS):
        if node is None or look.tree.head[node] == node:
            return
        found, node, part = _step(look, node, part)
        yield from found


def _step(look: Look, node: int, part: bool) -> tuple[list[Link], int | None, bool]:
    """The links of one step upwards, the next token (None: nothing above can tie), and whether a part was met."""
    tree, dep, head = look.tree, look.tree.deps[node], look.tree.head[node]
    if dep in UNDER_NOUN and not look.is_verb(head):
        owned = list(_noun_before(look, head, "of")) if dep == "poss" else []  # "the six priests' murder"
        return (list(_whole(look, head)) if part else owned), head, part
    if dep == "pobj" and head in look.phrase.inside:
        return list(_bounded(look, head)), None, part
    if dep == "dobj" and look.word_is(head, "part") and look.is_verb(head):
        return _included(look, head)
    if dep in ("pobj", "pcomp", "prep") or look.word_is(head, "part"):
        return _through_preposition(look, node, part)
    if dep == "conj":
        return [], tree.first_conjunct(node), part
    if dep in ARGUMENT:
        found = verb_links(look, head, "subject" if dep in SUBJECT else "object", "verb")
        return [as_part(link) if part else link for link in found], None, part
    return [], None, part


def _through_preposition(look: Look, node: int, part: bool) -> tuple[list[Link], int | None, bool]:
    tree, head = look.tree, look.tree.head[node]
    preposition, governor = (node, head) if tree.deps[node] == "prep" else (head, tree.head[head])
    if look.word_is(head, "part") or look.word_is(preposition, "part"):
        return _part_of(look, governor)
    if look.word_is(governor, "consist") and look.is_verb(governor):
        return _included(look, governor)
    if look.word_is(governor, "alongside"):
        governor = tree.head[governor]
    if look.word_is(preposition, "of") and tree.deps[governor] == "prep" and look.is_verb(tree.head[governor]):
        return list(verb_link(look, tree.head[governor], tree.words[governor], "preposition")), None, part  # "out of"
    if tree.deps[preposition] == "prt" and look.is_verb(governor):
        return list(verb_links(look, governor, "object", "verb")), None, part  # "shoots down a drone"
    found = [as_part(link) if part else link for link in _preposition(look, governor, tree.words[preposition])]
    beside = look.word_is(preposition, "with") and look.word_is(head - 1, "alongside")
    if (beside or look.word_is(preposition, "alongside")) and look.is_verb(governor):
        role = "object" if tree.kid(governor, "auxpass") is not None else "subject"
        found = [*verb_links(look, governor, role, "preposition"), *found]
    elif beside and look.word_is(head - 1, "alongside"):
        return found, governor, part  # "her brother, along with nine neighbours, was killed"
    if _in_their_thousands(look, preposition) and look.is_verb(governor):
        role = "object" if tree.kid(governor, "auxpass", "nsubjpass") is not None else "subject"
        found = [*verb_links(look, governor, role, "verb"), *found]
    same_kind = look.lexicon.targets.get(tree.words[governor]) == look.phrase.category
    collects = same_kind or look.word_is(governor, "classifier")
    goes_on = collects and look.word_is(preposition, "collected") and not look.is_verb(governor)
    return found, governor if goes_on else None, part


def _in_their_thousands(look: Look, preposition: int) -> bool:
    """ "Died in their thousands" counts those who died."""
    before, phrase = look.phrase.inside[0] - 1, look.phrase
    return phrase.noun is None and before == preposition + 1 and look.word_is(before, "their")


def _part_of(look: Look, governor: int) -> tuple[list[Link], int | None, bool]:
    """ "Including three children": the events of the whole, which the parser hangs on its noun or on the verb."""
    if not look.is_verb(governor):
        return list(_whole(look, governor)), governor, True
    both = (link for role in ("object", "subject") for link in verb_links(look, governor, role, "verb"))
    return [as_part(link) for link in both], None, True


def _whole(look: Look, noun: int) -> Iterator[Link]:
    """The noun that a part belongs to is an event or carries one: "12 deaths, including three children"."""
    whole = look.instead(Phrase(noun, noun, noun, look.phrase.category))
    yield from map(as_part, (*counted_link(whole), *modifier_links(whole)))


def _included(look: Look, verb: int) -> tuple[list[Link], int | None, bool]:
    """ "The dead include nine officers": the subject is the whole; in "a cache containing 12 rifles" it is no count."""
    tree = look.tree
    if tree.deps[verb] == "acl":
        return [], tree.head[verb], False
    subject = tree.kid(verb, "nsubj")
    if subject is None:
        return [], None, True
    listed = (tree.kid(k, "pobj") for k in tree.kids[subject] if look.word_is(k, "of"))  # "the list of the dead"
    nouns = (subject, *(noun for noun in listed if noun is not None))
    return [link for noun in nouns for link in _whole(look, noun)], None, True


def _bounded(look: Look, preposition: int) -> Iterator[Link]:
    """The number begins with a preposition ("lost between 3,000 and 4,000 vehicles"): the verb above governs it."""
    governor = look.tree.head[preposition]
    while governor in look.phrase.inside and look.tree.head[governor] != governor:
        governor = look.tree.head[governor]
    if look.is_verb(governor):
        yield from verb_links(look, governor, "object" if governor < preposition else "subject", "verb")
    else:
        yield from _noun_before(look, governor, look.tree.words[preposition])  # "tolls range from 12 to 14"


def _preposition(look: Look, governor: int, preposition: str) -> Iterator[Link]:
    for noun in dict.fromkeys((governor, _last_joined(look, governor))):
        yield from _noun_before(look, noun, preposition)
    yield from verb_link(look, governor, preposition, "preposition")
    if preposition in look.lexicon.small["at"] and look.phrase.noun is None:
        yield from _put_at(look, governor)
    as_high_as = look.tree.tags[governor].startswith("JJ") and look.phrase.noun is None
    yield from toll_links(look, look.tree.head[governor] if as_high_as else governor)
    if preposition in look.lexicon.small["hitting"] and look.is_verb(governor):
        for noun in (k for k in look.tree.kids[governor] if look.tree.deps[k] in ("dobj", "nsubjpass")):
            yield from _preposition(look, look.within(noun, "classifier"), preposition)


def _put_at(look: Look, governor: int) -> Iterator[Link]:
    """ "They put the losses at 12", "casualties at around 12": the people of the noun in front are numbered."""
    tree = look.tree
    told = look.word_is(governor, "putting")
    noun = tree.kid(governor, "dobj", "nsubjpass") if told else governor
    if noun is None or not tree.tags[noun].startswith("NN"):
        return
    for left, rule in noun_rules(look, noun, 3):
        event = rule.event_for(rule.counted) if rule.counted and rule.counted != "attack" else None
        if event:
            yield Link(rule, event, left, noun, "preposition")


def _last_joined(look: Look, noun: int) -> int:
    """The noun right before the preposition, where "and" joins it to its governor: "missile and air strikes on ..."."""
    last = look.tree.conjuncts(noun)[-1]
    return last if last < look.phrase.inside[0] and look.tree.tags[last].startswith("NN") else noun


def _noun_before(look: Look, governor: int, preposition: str) -> Iterator[Link]:
    """The event that a noun with this preposition is: "strikes on", "the killing of"."""
    for left, rule in noun_rules(look, governor, 2):
        beside = not rule.beside or not rule.beside.isdisjoint(look.tree.words)
        fits = beside and same_role(look, rule.role, preposition) and fits_noun(rule, look)
        event = rule.event_for(look.category_for(rule)) if fits else None
        if event and is_governed(look, governor, rule):
            yield Link(rule, event, left, governor, "preposition")
