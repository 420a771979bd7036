"""Counts that lean on the one before them: parts, further ones, members of a list that the parser lost."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.finding.categories import own_words
from counterclaim.finding.counted import Counted, Scene, Sofar
from counterclaim.parsed import Candidate
from counterclaim.records import PEOPLE

REACH = 40  # characters between a count and the one that it continues


def continued(scene: Scene, item: Counted, before: Sofar) -> list[Candidate]:
    """ "Three more over the sea", "12 dead, 10 of them children", "a teacher and 19 others", "along with 700 tanks"."""
    if not before.found or not before.links or item.links:
        return []
    last, words = before.found[-1], scene.tree.words
    position = before.whole(scene.first)
    after = words[item.phrase.inside[-1] + 1 : item.phrase.inside[-1] + 7]
    if item.phrase.partitive:
        named = (scene.lexicon.targets[word] for word in after[2:] if word in scene.lexicon.targets)
        return [_like(scene, last, item, next(named, last.category), position)]
    if after[:1] and after[0] in scene.lexicon.small["more"] and _stands_alone(scene, item):
        return [_like(scene, last, item, last.category, None)]
    return _joined(scene, item, before, position)


def _stands_alone(scene: Scene, item: Counted) -> bool:
    return item.phrase.noun is None and scene.tree.deps[item.phrase.top] != "pobj"


def _joined(scene: Scene, item: Counted, before: Sofar, position: int | None) -> list[Candidate]:
    """A known kind of target, joined on to the count before by "and", a comma, "along with", "including"."""
    last, phrase = before.found[-1], item.phrase
    joint = _joint(scene, phrase.inside[0])
    gap = scene.tree.starts[phrase.inside[0]] - (last.target or last.quantity).end
    if joint is None or phrase.noun is None or phrase.category is None or gap > REACH:
        return []
    if item.single and phrase.category in PEOPLE and scene.tree.deps[phrase.top] == "nsubj":
        return []  # "40 were wounded, an army spokesman said"
    if before.links[-1].rule.event_for(phrase.category) != last.event:
        return []
    others = scene.tree.words[phrase.noun] in scene.lexicon.small["other"]
    part = position if joint in ("including", "among") else None
    return [_like(scene, last, item, last.category if others else phrase.category, part)]


def _joint(scene: Scene, token: int) -> str | None:
    """The joining word before a number, past the words that bound it."""
    tree, small = scene.tree, scene.lexicon.small
    at = token - 1
    while at > 0 and (tree.tags[at] in ("RBR", "JJR", "RB", "DT", "JJS") or tree.words[at] in small["quantifier"]):
        at -= 1
    if at > 0 and tree.words[at] in small["pronoun"] and tree.words[at - 1] in small["among"]:
        at -= 1  # "among them four policemen"
    return tree.words[at] if at >= 0 and tree.words[at] in small["joining"] else None


def _like(scene: Scene, other: Candidate, item: Counted, category: str, part_of: int | None) -> Candidate:
    """The candidate before it with this count, and with this count's own words where it has any."""
    rules = (item.quantity.rule, *(r for r in other.rules[1:] if not r.startswith("tie.")), "tie.continued")
    others = scene.tree.words[item.phrase.noun or 0] in scene.lexicon.small["other"]
    target = other.target if others or item.phrase.category is None else own_words(scene, item)
    made = replace(other, quantity=item.quantity, category=category, target=target, also=(), part_of=part_of)
    return replace(made, rules=rules)
