"""Counts that lean on the one before them: parts, further ones, members of a list that the parser lost."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from counterclaim.finding.apportioned import is_elsewhere, is_of_another_year
from counterclaim.finding.categories import own_words
from counterclaim.finding.counted import Counted, Scene, Sofar
from counterclaim.finding.grammar import grammar
from counterclaim.finding.quantity_patterns import phrase_pattern
from counterclaim.finding.shares import share_of, share_of_told
from counterclaim.parsed import Candidate
from counterclaim.rules import RuleSet
from counterclaim.vocabulary import PEOPLE

FINITE = ("VBD", "VBZ", "VBP", "MD")
BEFORE_NUMBERS = ("RBR", "JJR", "RB", "DT", "JJS", "PRP$")
SETTLED = ("gained", "lost", "attacks", "deployed")
MEANS = ("munition", "missile")
OPENING = 6  # tokens before a number that opens a sentence, between a total and its number
REACH = 40  # characters between a count and the one that it continues
FAR_REACH = 120  # where "as well as" joins them


@lru_cache(maxsize=4)
def _whole_before(rules: RuleSet) -> re.Pattern[str]:
    """What stands before a whole whose part comes next: "Of the more than ..."."""
    small = grammar(rules)
    of, whole, about = map(phrase_pattern, map(sorted, (small["of"], small["wholly"], small["about_whole"])))
    return re.compile(rf"\b(?i:{of}) (?:(?:{whole}) )?(?:(?:{about}) )?$")


def continued(scene: Scene, item: Counted, before: Sofar) -> list[Candidate]:
    """ "Three more over the sea", "12 dead, 10 of them children", "a teacher and 19 others", "along with 700 tanks"."""
    if scene.told is not None and not before.found and _goes_on(scene, item, scene.told):
        return [_as_told(scene, scene.told, item)]
    if listed := _listed(scene, item, before):
        return listed
    if not before.found or not before.links:
        return _of_those_told(scene, item)
    last, words = before.found[-1], scene.tree.words
    if item.phrase.noun is None and _is_new_total(scene, item):
        return [_like(scene, last, item, last.category, None)]
    if item.phrase.noun is None and (_is_former(scene, item) or is_of_another_year(scene, item, last)):
        return [_like(scene, last, item, last.category, None)]
    if item.phrase.noun is None and is_elsewhere(scene, item, last):
        return [_like(scene, last, item, last.category, last.part_of)]
    if item.links:
        return []
    position = before.whole(scene.first)
    if (kind := share_of(scene, item, last)) is not None:
        return [_like(scene, last, item, kind, position)]
    if _is_of_whole(scene, item, last):
        return [_like(scene, last, item, last.category, position)]
    after = words[item.phrase.inside[-1] + 1 : item.phrase.inside[-1] + 7]
    if item.phrase.partitive and not _is_beside(scene, item):
        kinds = (scene.lexicon.targets.get(word) for word in after[2:])
        named = (kind for kind in kinds if kind and (kind in PEOPLE) == (last.category in PEOPLE))
        return [_like(scene, last, item, next(named, last.category), position)]
    if after[:1] and after[0] in scene.lexicon.small["more"] and _stands_alone(scene, item):
        return [_like(scene, last, item, last.category, None)]
    return _joined(scene, item, before, position)


def _of_those_told(scene: Scene, item: Counted) -> list[Candidate]:
    """ "In the raid 40 people died. Ten of them were children": a part of the count in the sentence before."""
    tree, told = scene.tree, scene.told
    if told is not None and (share := share_of_told(scene, item, told)) is not None:
        return [replace(_like(scene, told, item, share, scene.told_at), sentence=scene.sentence.index)]
    verb = tree.head[item.phrase.top]
    if told is None or item.links or not item.phrase.partitive or tree.words[verb] not in scene.lexicon.small["copula"]:
        return []
    kinds = (scene.lexicon.targets.get(tree.words[k]) for k in tree.kids[verb] if tree.deps[k] == "attr")
    kind = next((category for category in kinds if category in PEOPLE), None)
    if kind is None or told.category not in PEOPLE:
        return []
    return [replace(_like(scene, told, item, kind, scene.told_at), sentence=scene.sentence.index)]


def _listed(scene: Scene, item: Counted, before: Sofar) -> list[Candidate]:
    """ "There were 109 casualties, as follows: 64 in attacks, 37 in ambushes": parts of the whole behind a colon."""
    words, phrase = scene.tree.words, item.phrase
    behind = words[phrase.inside[-1] + 1 : phrase.inside[-1] + 2]
    listed = phrase.noun is None and behind and behind[0] in scene.lexicon.small["breaking"]
    if not listed or ":" not in words[: phrase.inside[0]]:
        return []
    position = before.whole(scene.first) if before.found else scene.told_at
    whole = scene.told if position is None or position < scene.first else before.found[position - scene.first]
    if whole is None or whole.category not in PEOPLE or (item.quantity.low or 0) >= (whole.quantity.low or 0):
        return []
    made = _like(scene, whole, item, whole.category, position)
    return [replace(made, sentence=scene.sentence.index)]


def _goes_on(scene: Scene, item: Counted, told: Candidate) -> bool:
    """ "They destroyed 90 tanks. Two hundred drones.", "That number has grown to 40." after it."""
    tree, phrase = scene.tree, item.phrase
    if phrase.noun is None:
        return _is_new_total(scene, item)
    bare = tree.head[phrase.top] == phrase.top and not any(tag in FINITE for tag in tree.tags)
    same_kind = phrase.category is not None and (phrase.category in PEOPLE) == (told.category in PEOPLE)
    return bare and same_kind and told.event not in SETTLED and phrase.inside[0] <= OPENING


def _is_new_total(scene: Scene, item: Counted) -> bool:
    """ "Bringing the total to 23", "that number had grown to 400"."""
    tree, small, at = scene.tree, scene.lexicon.small, item.phrase.inside[0] - 1
    while at > 0 and tree.words[at] in small["quantifier"]:
        at -= 1
    if at < 1 or tree.words[at] not in small["reaching"]:
        return False
    near = range(max(1, at - OPENING), at)
    total = next((i for i in reversed(near) if tree.words[i] in small["total"]), None)
    if total is None or tree.words[total - 1] not in small["pointing"]:
        return False
    verb = tree.head[total]
    happened = tree.words[verb] in small["growing"] and not any(tree.tags[k] == "MD" for k in tree.kids[verb])
    return happened and not any(tree.words[k] in small["of"] for k in tree.kids[total])


def _as_told(scene: Scene, told: Candidate, item: Counted) -> Candidate:
    """The count before it, in this sentence."""
    category = item.phrase.category or told.category
    return replace(_like(scene, told, item, category, None), sentence=scene.sentence.index)


def _is_former(scene: Scene, item: Counted) -> bool:
    """ "80 attacks since January, up from fewer than 20 in 2024": the count that stood before."""
    words, at = scene.tree.words, item.phrase.inside[0] - 1
    while at > 1 and words[at] in scene.lexicon.small["quantifier"]:
        at -= 1
    small = scene.lexicon.small
    return at > 0 and words[at] in small["former"] and words[at - 1] in small["moved"]


def _stands_alone(scene: Scene, item: Counted) -> bool:
    return item.phrase.noun is None and scene.tree.deps[item.phrase.top] != "pobj" and not _does_else(scene, item)


def _does_else(scene: Scene, item: Counted) -> bool:
    """Whether a count has a verb of its own, by which something else happened: "and three others may have escaped"."""
    tree, top = scene.tree, item.phrase.top
    verb = tree.head[top]
    active = tree.deps[top] == "nsubj" and tree.tags[verb].startswith("VB")
    return active and verb > top and tree.words[verb] not in scene.lexicon.small["copula"]


def _is_beside(scene: Scene, item: Counted) -> bool:
    """Whether a part is only somebody's by the way: "a boy born to one of them", "a message from two of them"."""
    tree, top = scene.tree, item.phrase.top
    governor = tree.head[top]
    return tree.deps[top] == "pobj" and governor < top and tree.words[governor] in scene.lexicon.small["beside"]


def _is_of_whole(scene: Scene, item: Counted, last: Candidate) -> bool:
    """ "Of the 286 people killed, 41 were farmers": a part of the whole that the sentence opens with."""
    tree, text, verb = scene.tree, scene.article.text, scene.tree.head[item.phrase.top]
    opening = _whole_before(scene.rules).search(text[scene.sentence.start : last.quantity.start])
    subject = tree.deps[item.phrase.top] in ("nsubj", "nsubjpass") and tree.words[verb] in scene.lexicon.small["copula"]
    smaller = (item.quantity.low or 0) <= (last.quantity.low or 0)
    return opening is not None and item.phrase.noun is None and subject and smaller and last.category in PEOPLE


def _joined(scene: Scene, item: Counted, before: Sofar, position: int | None) -> list[Candidate]:
    """A known kind of target, joined on to the count before by "and", a comma, "along with", "including"."""
    last, phrase = before.found[-1], item.phrase
    joint = _joint(scene, phrase.inside[0])
    gap = scene.tree.starts[phrase.inside[0]] - (last.target or last.quantity).end
    small = scene.lexicon.small
    reach = FAR_REACH if joint in small["as"] and _is_as_well(scene, phrase.inside[0]) else REACH
    category = phrase.category or (last.category if _is_model(scene, item, joint) else None)
    if joint is None or phrase.noun is None or category is None or gap > reach:
        return []
    others = scene.tree.words[phrase.noun] in small["other"]
    if _does_else(scene, item) and (others or (item.single and phrase.category in PEOPLE)):
        return []  # "40 were wounded, an army spokesman said"
    if joint in small["with"] and (item.single or _is_means(scene, phrase.top, category)):
        return []  # "they destroyed a tank with a drone", "nine targets with ten bombs"
    if before.links[-1].rule.event_for(category) != last.event:
        return []
    part = position if joint in small["part_of"] else None
    return [_like(scene, last, item, last.category if others else category, part)]


def _is_means(scene: Scene, noun: int, category: str) -> bool:
    """Whether bombs or rockets are what something was done with, by the verb that they hang on."""
    tree = scene.tree
    return category in MEANS and tree.deps[noun] == "pobj" and tree.tags[tree.head[tree.head[noun]]].startswith("VB")


def _is_as_well(scene: Scene, number: int) -> bool:
    return not scene.lexicon.small["well"].isdisjoint(scene.tree.words[max(0, number - 6) : number])


def _is_model(scene: Scene, item: Counted, joint: str | None) -> bool:
    """ "Five jets, including three Rafales": a kind that is told by its own name."""
    noun = item.phrase.noun
    included = joint in scene.lexicon.small["including"]
    return included and noun is not None and scene.tree.tags[noun].startswith("NNP")


def _joint(scene: Scene, token: int) -> str | None:
    """The joining word before a number, past the words that bound it."""
    tree, small = scene.tree, scene.lexicon.small
    at = token - 1
    while at > 0 and (tree.tags[at] in BEFORE_NUMBERS or tree.words[at] in small["quantifier"]):
        at -= 1
    if at > 0 and tree.words[at] in small["pronoun"] and tree.words[at - 1] in small["among"]:
        at -= 1  # "among them four policemen"
    joint = tree.words[at] if at >= 0 and tree.words[at] in small["joining"] else None
    return None if joint in small["to"] and tree.words[at - 1] not in small["addition"] else joint


def _like(scene: Scene, other: Candidate, item: Counted, category: str, part_of: int | None) -> Candidate:
    """The candidate before it with this count, and with this count's own words where it has any."""
    rules = (item.quantity.rule, *(r for r in other.rules[1:] if not r.startswith("tie.")), "tie.continued")
    others = scene.tree.words[item.phrase.noun or 0] in scene.lexicon.small["other"]
    target = other.target if others or item.phrase.category is None else own_words(scene, item)
    made = replace(other, quantity=item.quantity, category=category, target=target, also=(), part_of=part_of)
    return replace(made, rules=rules)
