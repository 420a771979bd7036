"""Whose the people, things and places of each candidate were, and who did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from counterclaim.names import Names
from counterclaim.parsed import Attribution, Candidate, Document, Parties
from counterclaim.records import Actor
from counterclaim.resolving.actors import find_actor
from counterclaim.resolving.clashes import side_in_clash
from counterclaim.resolving.context_actors import infer_actor, launcher
from counterclaim.resolving.party_views import OWNED, Found, View, speaker_of, wording
from counterclaim.resolving.scenes import Scene
from counterclaim.resolving.sides import find_side, infer_side, side_of_land, side_of_war
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree, tree_of

NO_TREES: Mapping[int, Tree] = MappingProxyType({})
WHY_SIDE = "not said"
WHY_CIVILIANS = "internal conflict, not stated"
TELLING = 3  # a smaller number may be another figure of the article's
FOUGHT = frozenset({"killed", "injured", "casualties", "captured", "surrendered"})
CIVILIANS = frozenset({"civilian", "person", "child", "woman", "journalist", "medic", "aid_worker"})


def resolve_parties(
    document: Document,
    candidates: Sequence[Candidate],
    attributions: Sequence[Attribution],
    names: Names,
    rules: RuleSet,
    *,
    trees: Mapping[int, Tree] = NO_TREES,
) -> tuple[Parties, ...]:
    """For each candidate, in order, the side of what it counts and the actor; each null has its reason.

    `trees` are the parses of sentences that were built before, so that they are not built twice.
    """
    if not candidates:
        return ()
    scene = Scene(document, names, rules)
    words = wording(rules)
    known = dict(trees)
    found: list[Parties] = []
    views: list[View] = []
    for candidate in candidates:
        tree = known.get(candidate.sentence)
        if tree is None:
            sentence = document.sentences[candidate.sentence]
            tree = known[candidate.sentence] = tree_of(document.docs[candidate.sentence], sentence.start)
        speaker = speaker_of(candidate, attributions, scene)
        view = View(document, candidate, tree, scene, words, speaker, tuple(zip(views, found, strict=True)))
        found.append(_parties(view))
        views.append(view)
    return tuple(_told_elsewhere(view, parties, views, found) for view, parties in zip(views, found, strict=True))


def _told_elsewhere(view: View, parties: Parties, views: Sequence[View], found: Sequence[Parties]) -> Parties:
    """The parties with the actor that the article gives elsewhere to the same figure, where it gives one."""
    quantity = view.candidate.quantity
    if parties.actor is not None or (quantity.low or 0) < TELLING or quantity.form == "vague":
        return parties
    told = {p.actor.name for v, p in zip(views, found, strict=True) if p.actor is not None and _is_same(view, v)}
    if len(told) != 1 or (parties.side and view.scene.same_camp(parties.side, min(told))):
        return parties
    rules = (*parties.rules, view.wording.ids["actor_figure"])
    return replace(parties, actor=Actor(name=min(told)), actor_why=None, rules=rules)


def _is_same(view: View, other: View) -> bool:
    """Whether two counts of an article tell of one figure: the same number of the same, to whom the same happened."""
    one, two = view.candidate, other.candidate
    alike = one.category == two.category or "person" in (one.category, two.category)
    bounds = (one.quantity.low, one.quantity.high) == (two.quantity.low, two.quantity.high)
    return alike and bounds and one.event == two.event


def _parties(view: View) -> Parties:
    side = find_side(view) or side_in_clash(view)
    actor = find_actor(view, side)
    if view.event in OWNED:
        actor = actor or (None if side else launcher(view))
        actor = actor or (side.by(view.wording.ids["side_owner"]) if side else None)
        side = side or (actor.by(view.wording.ids["side_owner"]) if actor else None)
    side = side or (infer_side(view, actor) if actor else side_of_war(view) or side_of_land(view))
    actor = actor or infer_actor(view, side)
    side = side or infer_side(view, actor)
    return Parties(
        side=side.side if side else None,
        side_why=None if side else _why_no_side(view),
        actor=_actor(view, actor),
        actor_why=None if actor else WHY_SIDE,
        rules=tuple(dict.fromkeys(f.rule for f in (side, actor) if f)),
        armed=side is not None and (_is_armed(view, side) or (actor is not None and _are_foes(view, side, actor))),
    )


def _is_armed(view: View, side: Found) -> bool:
    """Whether people hit in the fighting, of whom nothing else is said, are a group's fighters or a state's losses."""
    noun = view.noun
    held = noun is not None and view.tree.words[noun] in view.words("no_fighter")
    if view.event not in FOUGHT or held:
        return False
    if noun is not None and view.tree.words[noun] in view.words("own_men") and side.rule in _owning(view):
        return True
    if view.headless and _is_force(view, side):
        return True
    kinds = {view.scene.kind(part) for part in side.side.split(" and ")}
    losses = view.event == "casualties" and side.rule == view.wording.ids["side_loser"]
    return kinds == {"group"} or (losses and view.scene.fights(side.side))


def _are_foes(view: View, side: Found, actor: Found) -> bool:
    """Whether a state at war tells of its own deed on the other's people: "our troops killed 300 Iraqis".

    Where the article names a group that fights for one of them, the people need not be forces.
    """
    scene, noun, speaker = view.scene, view.noun, view.speaker.side
    between = scene.conflict is not None and scene.conflict.between_states
    states = all(scene.is_state(party.side) and not scene.fighting_for(party.side) for party in (side, actor))
    if speaker is None or not (between and states) or view.event not in FOUGHT:
        return False
    if not scene.same_camp(speaker, actor.side) or not scene.opposed(side.side, speaker):
        return False
    lost = noun is not None and view.tree.words[noun] in view.words("mere_death")
    return view.headless or lost or any(m.kind == "people" and view.token_of(m) == noun for m in view.mentions)


def _is_force(view: View, side: Found) -> bool:
    """Whether the words that say whose it is name a force: "the Russian army's losses exceed 10,000 killed"."""
    behind = view.tree.tokens_in(side.end + 1, side.end + 2) if side.end is not None else []
    return any(view.tree.words[t] in view.words("force") for t in behind)


def _owning(view: View) -> tuple[str, ...]:
    """The rules by which a party is told by "its", "our" or "lost"."""
    return tuple(view.wording.ids[rule] for rule in ("side_pronoun", "side_ours", "side_loser"))


def _why_no_side(view: View) -> str:
    internal = view.scene.conflict is not None and not view.scene.conflict.between_states
    return WHY_CIVILIANS if internal and view.candidate.category in CIVILIANS else WHY_SIDE


def _actor(view: View, found: Found | None) -> Actor | None:
    if found is None:
        return None
    if found.start is None or found.end is None:
        return Actor(name=found.side)
    text = view.document.article.text[found.start : found.end]
    return Actor(name=found.side, text=text, start=found.start, end=found.end)
