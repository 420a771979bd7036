"""Ties through a verb: the verb itself, the verbs joined to it, its complements, and the total that it moves."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.finding.ties import Link, Look, adjective_link, as_part, noun_rules, verb_link
from counterclaim.vocabulary import PEOPLE

COMPLEMENTS = ("xcomp", "ccomp", "acomp", "oprd", "attr", "advcl")
MODIFIERS = ("amod", "acomp", "oprd", "advmod")


def verb_links(look: Look, verb: int, role: str, path: str) -> Iterator[Link]:
    """The verb; verbs joined to it that share the phrase; the verbs and adjectives of its complements."""
    found = list(verb_link(look, verb, role, path))
    yield from found
    yield from toll_links(look, verb)
    for kid in look.tree.kids[verb]:
        yield from _from_kid(look, verb, kid, role, path, bool(found))
    if found and role == "object":
        yield from _joined_before(look, verb, path)
    elif not found:
        yield from _among(look, verb)
        if role == "object" or not look.is_verb(verb):
            yield from adjective_link(look, verb, path)


def _from_kid(look: Look, verb: int, kid: int, role: str, path: str, found: bool) -> Iterator[Link]:
    tree = look.tree
    if tree.deps[kid] == "conj" and look.is_verb(kid):
        joined = _joined_role(look, verb, kid, role)
        if not _has_own(look, kid, joined):
            yield from verb_link(look, kid, joined, path)
    elif tree.deps[kid] in COMPLEMENTS and not found:
        if not look.is_verb(kid):
            if role != "subject" or tree.kid(verb, "dobj") is None:  # "two men shot dead 12 people"
                yield from adjective_link(look, kid, "clause")
        elif _shares_subject(look, kid):
            passive = tree.kid(kid, "auxpass") is not None or (tree.tags[kid] == "VBN" and tree.kid(kid, "aux") is None)
            yield from verb_link(look, kid, "object" if passive else "subject", "clause")
            yield from adjective_link(look, kid, "clause")


def _joined_role(look: Look, verb: int, kid: int, role: str) -> str:
    """The phrase's part for a joined verb: "were stabbed and died" has one subject, whatever the voice."""
    tree = look.tree
    if tree.kid(kid, "auxpass") is not None:
        return "object"
    turned = tree.kid(verb, "auxpass") is not None and tree.tags[kid] in ("VBD", "VBP", "VBZ")
    return "subject" if turned else role


def _has_own(look: Look, verb: int, role: str) -> bool:
    own = ("nsubj", "nsubjpass") if role == "subject" else ("dobj", "nsubjpass")
    return look.tree.kid(verb, *own) is not None


def _shares_subject(look: Look, verb: int) -> bool:
    subject = look.tree.kid(verb, "nsubj", "nsubjpass")
    if subject in (None, look.phrase.top, look.phrase.noun) or look.tree.deps[verb] == "xcomp":
        return True
    return look.word_is(subject, "reflexive")


def _joined_before(look: Look, verb: int, path: str) -> Iterator[Link]:
    """ "Killed, injured or captured 5,000": the verbs before the one that has the object."""
    tree = look.tree
    while tree.deps[verb] == "conj" and look.is_verb(tree.head[verb]):
        verb = tree.head[verb]
        if tree.kid(verb, "dobj", "nsubjpass") is not None:
            return
        yield from verb_link(look, verb, "object", path)


def _among(look: Look, verb: int) -> Iterator[Link]:
    """ "Six children were among those killed", "were counted among the dead"."""
    own = look.tree.subtree(verb) if look.word_is(verb, "copula") else look.tree.kids[verb]
    for kid in own:
        if look.word_is(kid, "among"):
            for inner in look.tree.subtree(kid)[1:]:
                yield from map(as_part, adjective_link(look, inner, "clause"))


def toll_links(look: Look, verb: int) -> Iterator[Link]:
    """A running total that rises to, stands at or passes the number: the noun beside the verb is the event."""
    tree = look.tree
    numbers = look.word_is(verb, "numbering") or look.word_is(verb, "copula")
    for kid in tree.kids[verb]:
        if tree.deps[kid] not in ("nsubj", "dobj", "nsubjpass"):
            continue
        noun = look.within(kid, "amount")
        for left, rule in noun_rules(look, noun, 3):
            people = rule.counted is not None and rule.counted != "attack" and tree.deps[kid] == "nsubj"
            total = rule.role == "to" or (numbers and people)
            event = rule.event_for(look.category_for(rule) or rule.counted) if total else None
            if event:
                yield Link(rule, event, left, noun, "preposition")


def modifier_links(look: Look) -> Iterator[Link]:
    """A clause or a participle that hangs on the phrase: "soldiers who died", "houses destroyed in", "wounded men"."""
    for node in _bearers(look):
        found = tuple(_borne(look, node))
        yield from found
        if found:
            return  # "600 dead soldiers and civilians fleeing": the soldiers flee no more


def _borne(look: Look, node: int) -> Iterator[Link]:
    """The events of what hangs on one token."""
    tree, phrase = look.tree, look.phrase
    for kid in tree.kids[node]:
        if tree.deps[kid] in ("acl", "relcl"):
            yield from _relative(look, kid)
        elif tree.deps[kid] in MODIFIERS and node in (phrase.top, phrase.noun):
            links = adjective_link(look, kid, "modifier")
            yield from (link for link in links if tree.words[tree.head[phrase.top]] not in link.rule.unless)


def _bearers(look: Look) -> list[int]:
    """The tokens whose modifiers speak of the phrase: its head, its noun, the last member of its list."""
    tree, phrase = look.tree, look.phrase
    nodes = [phrase.top]
    if phrase.noun is not None and phrase.noun != phrase.top and not _is_definite(look, phrase.noun):
        nodes.append(phrase.noun)
    if phrase.noun is not None and phrase.category is None:
        return nodes
    last = tree.conjuncts(tree.first_conjunct(phrase.top))[-1]
    return [*nodes, last] if last > phrase.top and last not in nodes else nodes


def _is_definite(look: Look, noun: int) -> bool:
    """ "21 of the girls seized in May" counts 21, not the girls seized in May."""
    return any(look.word_is(k, "definite") for k in look.tree.kids[noun])


def _relative(look: Look, verb: int) -> Iterator[Link]:
    tree = look.tree
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    if any(look.word_is(k, "where") for k in tree.kids[verb]):
        return  # "the village where 12 were taken"
    owned = subject is not None and any(look.word_is(k, "whose") for k in tree.kids[subject])
    if owned or (subject is not None and tree.tags[subject] == "CD"):
        return  # "2,229 houses, of which 225 were destroyed"
    if subject is None:
        bare = tree.deps[verb] == "acl" and tree.tags[verb] == "VBD"  # "eight nationals killed fighting there"
        role = "object" if bare or tree.tags[verb] == "VBN" else "subject"
    elif look.word_is(subject, "relative") and tree.deps[subject] == "nsubj":
        role = "subject"
    else:
        role = "object"
    yield from verb_links(look, verb, role, "relative")
    yield from _people_within(look, verb)


def _people_within(look: Look, participle: int) -> Iterator[Link]:
    """ "21 girls seized from a school freed by the group": a second participle of people is no school's."""
    tree = look.tree
    for node in tree.subtree(participle):
        bearer = tree.head[node]
        if node == participle or tree.deps[node] != "acl" or tree.tags[node] != "VBN":
            continue
        if tree.tags[bearer].startswith("NN") and look.lexicon.targets.get(tree.words[bearer]) not in PEOPLE:
            yield from (link for link in verb_link(look, node, "object", "relative") if link.rule.only_people)
