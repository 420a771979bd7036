"""Members, leaders and elements of a body: what people they are by the body that they are of."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.finding.counted import Counted, Scene
from counterclaim.finding.phrases import categorise
from counterclaim.names import load_names
from counterclaim.vocabulary import PEOPLE

OPEN = ("person", "official")  # what "member" and "leader" are as long as nothing says of what


def category_of_members(scene: Scene, item: Counted) -> str:
    """ "Members" and "leaders" with the name of a body before them, or of a force behind "of", are its fighters."""
    tree, phrase = scene.tree, item.phrase
    category = phrase.category or "person"
    if category not in OPEN or phrase.noun is None or tree.words[phrase.noun] not in scene.lexicon.small["member"]:
        return category
    if (of := _body_behind(scene, phrase.noun)) is not None:
        return of
    before = range(phrase.first, phrase.noun)
    kinds = {scene.lexicon.targets.get(tree.words[i]) for i in before}
    if "security" in kinds:
        return "security"
    armed = "combatant" in kinds or any(tree.tags[i].startswith("NNP") for i in before)
    return "combatant" if armed else category


def _body_behind(scene: Scene, noun: int) -> str | None:
    """What "a member of the armed forces" is a member of, as a kind of people; None for other bodies."""
    tree, small = scene.tree, scene.lexicon.small
    of = next((k for k in tree.kids[noun] if tree.words[k] in small["of"]), None)
    body = tree.kid(of, "pobj") if of is not None else None
    if of is None or body is None:
        return None
    category, _, _ = categorise(tree, scene.lexicon, of + 1, body)
    if category in PEOPLE and category not in ("person", "civilian"):
        return category
    return "combatant" if are_fighters(scene, [body]) else None


def is_membership(scene: Scene, item: Counted) -> bool:
    """ "Members of the Farouq Brigade": those of an armed group or force."""
    top, noun = item.phrase.top, item.phrase.noun
    members = noun is not None and top != noun and scene.tree.words[top] in scene.lexicon.small["member"]
    return members and are_fighters(scene, [noun] if noun is not None else [])


def are_fighters(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether one of these is troops, or the name of an armed group or force."""
    tree, names = scene.tree, load_names(scene.rules)
    for token in tokens:
        words = [token, *(k for k in tree.kids[token] if tree.deps[k] in ("amod", "compound", "poss", "nmod"))]
        if any(scene.lexicon.targets.get(tree.words[i]) == "combatant" for i in words):
            return True
        named = names.find(scene.mention(min(words), max(words)).text)
        if any(m.kind == "force" or (m.side in names.sides and names.sides[m.side].kind == "group") for m in named):
            return True
    return False
