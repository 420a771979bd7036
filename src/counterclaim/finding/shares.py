"""Counts that are a share of the count before them: "120 drones, of which about 80 were decoys"."""

from __future__ import annotations

from counterclaim.finding.counted import Counted, Scene
from counterclaim.parsed import Candidate
from counterclaim.vocabulary import PEOPLE


def share_of(scene: Scene, item: Counted, whole: Candidate) -> str | None:
    """What kind a share of the whole is, told by "of which" in its sentence; None where it is no share of it."""
    told = _told_of(scene, item)
    if told is None or scene.tree.words[told] not in scene.lexicon.small["share_of"] or _is_more(item, whole):
        return None
    return _kind(scene, item, whole)


def share_of_told(scene: Scene, item: Counted, whole: Candidate) -> str | None:
    """What people a share of those told in the sentence before are: "Of those killed, 12 were children"."""
    tree, told = scene.tree, _told_of(scene, item)
    if told is None or tree.head[told] > 1 or whole.category not in PEOPLE or _is_more(item, whole):
        return None
    if tree.words[told] not in scene.lexicon.small["victims"] or not _fared_so(scene, told, whole):
        return None
    kind = _kind(scene, item, whole)
    return kind if kind in PEOPLE else None


def _told_of(scene: Scene, item: Counted) -> int | None:
    """The word behind the "of" that a headless count is a share of, where all that is said is what the share is."""
    tree, small, top = scene.tree, scene.lexicon.small, item.phrase.top
    verb = tree.head[top]
    if item.phrase.noun is not None or item.links or tree.words[verb] not in small["copula"]:
        return None
    if tree.deps[top] not in ("nsubj", "nsubjpass"):
        return None
    before = [k for k in (*tree.kids[verb], *tree.kids[top]) if k < item.phrase.inside[0]]
    of = next((k for k in before if tree.words[k] in small["of"]), None)
    return None if of is None else tree.kid(of, "pobj")


def _is_more(item: Counted, whole: Candidate) -> bool:
    """Whether more are counted than the whole has, as far as it is told."""
    return (item.quantity.low or 0) > (whole.quantity.high or whole.quantity.low or 0)


def _fared_so(scene: Scene, told: int, whole: Candidate) -> bool:
    """Whether "those wounded" and "the dead" are those of the whole: what is said of them is the whole's event."""
    around = (told, *scene.tree.kids[told])
    found = {
        event
        for token in around
        for rule in scene.lexicon.adjectives.get(scene.tree.words[token], ())
        if (event := rule.event_for(whole.category))
    }
    return not found or whole.event in found


def _kind(scene: Scene, item: Counted, whole: Candidate) -> str:
    """The kind that the share is said to be, if it is one of its whole's sort; else the whole's."""
    tree = scene.tree
    nouns = (k for k in tree.kids[tree.head[item.phrase.top]] if tree.deps[k] == "attr")
    kinds = (scene.lexicon.targets.get(tree.words[noun]) for noun in nouns)
    people = whole.category in PEOPLE
    return next((kind for kind in kinds if kind and (kind in PEOPLE) == people), whole.category)
