"""Whose it was: the phrase of what is counted, the list it stands in, the party it was done to."""

from __future__ import annotations

from counterclaim.records import PEOPLE, TERRITORY
from counterclaim.resolving.lands import land_of_article, land_of_sentence
from counterclaim.resolving.party_phrases import after_preposition, whole_of
from counterclaim.resolving.party_reading import read_list, read_noun
from counterclaim.resolving.party_views import Found, View

MILITARY = frozenset({
    "combatant", "security", "tank", "armoured_vehicle", "artillery", "mlrs", "air_defence", "radar", "aircraft",
    "helicopter", "drone", "missile", "munition", "ship", "vehicle", "weapon", "military_facility", "equipment",
})  # fmt: skip
UNSTATED = frozenset({"gained"})  # whose it was before is said, or is not known


def find_side(view: View) -> Found | None:
    """The side of what is counted as the text says it, or None."""
    if view.event == "attacks":
        return _attacked(view)
    return _named(view) or _lost(view) or _listed(view)


def infer_side(view: View, actor: Found | None) -> Found | None:
    """The side that follows from who did it, from the land that was hit, or from who speaks of it; or None."""
    if view.event in UNSTATED:
        return None
    if view.candidate.category in MILITARY or view.event == "attacks":
        return _opponent(view, actor) or _own(view)
    return _people_hit(view, actor)


def _attacked(view: View) -> Found | None:
    noun = view.noun()
    if noun is None:
        return None
    for target in after_preposition(view.tree, noun, view.words("side_attacked")):
        if found := read_noun(view, target, view.wording.ids["side_attacked"]):
            return found
    return None


def _named(view: View) -> Found | None:
    noun = view.noun()
    if view.candidate.category in TERRITORY:
        return None
    while noun is not None:
        if found := read_noun(view, noun, view.wording.ids["side_named"]):
            return found
        noun = whole_of(view.tree, noun)
    return None


def _lost(view: View) -> Found | None:
    """ "The army lost 476 troops": the subject's."""
    tree, noun = view.tree, view.noun()
    verbs = [v for v in (view.trigger(), tree.head[noun] if noun is not None else None) if v is not None]
    for verb in verbs:
        if tree.words[verb] in view.words("side_loser") and (subject := tree.kid(verb, "nsubj")) is not None:
            return read_noun(view, subject, view.wording.ids["side_loser"])
    return None


def _listed(view: View) -> Found | None:
    """The side of the list or count that this number goes on with."""
    tree, noun = view.tree, view.noun()
    rule = view.wording.ids["side_list"]
    if noun is not None and (first := tree.first_conjunct(noun)) != noun and not view.headless():
        return read_list(view, first, rule)
    if not view.headless():
        return None
    people = view.candidate.category in PEOPLE
    for other, parties in reversed(view.before):
        if view.candidate.sentence - other.candidate.sentence > 1:
            return None
        if (other.candidate.category in PEOPLE) == people and parties.side:
            return Found(parties.side, rule)
    return None


def _opponent(view: View, actor: Found | None) -> Found | None:
    """The forces that a side hits are its opponent's."""
    side = view.scene.opponent(actor.side, view.candidate.sentence) if actor else None
    return Found(side, view.wording.ids["side_opponent"]) if side else None


def _own(view: View) -> Found | None:
    """Soldiers without another name, of whom a party to the war tells, are its own."""
    noun = view.noun()
    if noun is None or not view.speaker_fights() or view.tree.words[noun] not in view.words("side_own_soldiers"):
        return None
    return Found(view.speaker or "", view.wording.ids["side_own_soldiers"])


def _people_hit(view: View, actor: Found | None) -> Found | None:
    """In a war between states the civilians are of the land that was hit, else of the actor's opponent."""
    scene, rule = view.scene, view.wording.ids["side_people"]
    if scene.conflict is None or not scene.conflict.between_states:
        return None
    land = land_of_sentence(view)
    if land and not (actor and scene.same_camp(land.side, actor.side)):
        return land
    if actor and (side := scene.opponent(actor.side, view.candidate.sentence)):
        return Found(scene.people_of(side), rule)
    if actor is None and view.speaker and view.speaker_fights():
        return Found(scene.people_of(view.speaker), view.wording.ids["side_speaker"])
    lands = land_of_article(view)
    return Found(lands, rule) if lands and not actor else None
