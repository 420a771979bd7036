"""Single ones of a known kind, told by an article alone: "a soldier", "another drone"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.finding.counted import Counted, Scene, counted_phrase, with_events
from counterclaim.finding.phrases import Phrase
from counterclaim.finding.quantities import find_singulars
from counterclaim.finding.ties import Link
from counterclaim.records import Quantity

SINGLE_PATHS = ("verb", "relative", "clause", "modifier", "preposition")


def singles(scene: Scene) -> Iterator[Counted]:
    """Single ones of a known kind ("a soldier"), with the events of rules that count single ones."""
    for quantity in find_singulars(scene.sentence.text, scene.rules, offset=scene.sentence.start):
        phrase = counted_phrase(scene, quantity)
        if phrase is not None and _is_single(scene, quantity, phrase):
            item = with_events(scene, quantity, phrase)
            sure = tuple(link for link in item.links if _tells_of_one(scene, item, link))
            yield replace(item, links=sure, single=True)


def _is_single(scene: Scene, quantity: Quantity, phrase: Phrase) -> bool:
    tree = scene.tree
    if phrase.noun is None:
        return quantity.text.lower() in scene.lexicon.small["another"]
    if tree.deps[phrase.top] == "appos" and tree.tags[tree.head[phrase.top]].startswith("NNP"):
        return False  # "Uvira, a key town": told by its name already
    collects = tree.words[phrase.top] in scene.lexicon.small["classifier"]
    collects = collects and any(tree.words[k] in scene.lexicon.small["of"] for k in tree.kids[phrase.top])
    return phrase.category not in (None, "attack", "area") and not collects


def _tells_of_one(scene: Scene, item: Counted, link: Link) -> bool:
    struck_town = item.phrase.category == "settlement" and link.event == "hit"
    paths = SINGLE_PATHS if item.phrase.noun is not None else ("adjacent",)
    owner = link.path == "modifier" and scene.tree.deps[item.phrase.top] == "poss"  # "a slain rebel's name"
    if link.part and link.path == "counted":
        return scene.tree.words[item.phrase.top] not in scene.lexicon.small["household"]  # "included a soldier"
    if not link.rule.single or link.path not in paths or struck_town or owner:
        return False
    return link.path != "verb" or item.is_under(scene.tree, link)
