"""Clashes: who killed people in one is the other party to it, and fighters who fell in one fought that party."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.resolving.party_phrases import after_preposition
from counterclaim.resolving.party_reading import read_noun
from counterclaim.resolving.party_views import Found, View
from counterclaim.tree import Tree

FALLEN = frozenset({"killed", "injured", "casualties", "captured", "destroyed", "damaged"})


def by_clash(view: View, side: Found | None) -> Found | None:
    """The party that those who fell had clashed with: "12 rebels were killed in clashes with the army"."""
    if side is None or view.event not in FALLEN:
        return None
    parties = (_party(view, noun, side) for noun in _nouns(view, view.words("clash_party")))
    return next((found for found in parties if found and not view.scene.same_camp(found.side, side.side)), None)


def side_in_clash(view: View) -> Found | None:
    """Whose the fighters were who fell in a clash with a party that has one enemy in the article's war."""
    if view.event not in FALLEN or view.candidate.category != "combatant":
        return None
    rule = view.wording.ids["actor_clash"]
    parties = (found for noun in _nouns(view, view.words("clash_with")) if (found := read_noun(view, noun, rule)))
    enemies = (view.scene.opponent(found.side, view.candidate.sentence) for found in parties)
    return next((Found(enemy, view.wording.ids["side_opponent"]) for enemy in enemies if enemy), None)


def _party(view: View, noun: int, side: Found) -> Found | None:
    """Whom a noun names; nameless troops who fight an armed group are the government's."""
    rule, scene = view.wording.ids["actor_clash"], view.scene
    if found := read_noun(view, noun, rule):
        return found.by(rule)
    government = scene.government()
    troops = view.tree.words[noun] in view.words("side_own_soldiers")
    return Found(government, rule) if government and troops and scene.opposed(government, side.side) else None


def _nouns(view: View, prepositions: frozenset[str]) -> Iterator[int]:
    """The nouns that a sentence names as those who clashed, but for what is counted."""
    tree = view.tree
    for token, word in enumerate(tree.words):
        if word in view.words("actor_clash"):
            for noun in _behind(tree, token, prepositions):
                yield from (member for member in tree.conjuncts(noun) if member not in view.own)


def _behind(tree: Tree, token: int, prepositions: frozenset[str]) -> Iterator[int]:
    """The nouns that these prepositions tie to a word, or that stand right behind it, whatever the parse says."""
    yield from after_preposition(tree, token, prepositions)
    beside = token + 1 < len(tree.words) and tree.words[token + 1] in prepositions
    noun = tree.kid(token + 1, "pobj") if beside else None
    if noun is not None:
        yield noun
