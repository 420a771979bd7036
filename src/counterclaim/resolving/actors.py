"""Who did it: the doer that the grammar names, the owner of the attack, or the one who speaks."""

from __future__ import annotations

from counterclaim.resolving.party_phrases import after_preposition, doers, joint_phrase, owner_phrase
from counterclaim.resolving.party_views import Found, View

HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "abducted", "attacks"})
COMBAT = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "downed", "captured", "seized"})
PARTY_KINDS = frozenset({"name", "adjective", "people", "force", "role", "person"})
AGENT_PREPOSITIONS = frozenset({"by", "from"})
NO_DOER = frozenset({"displaced", "missing", "surrendered", "evacuated"})


def find_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the sentence says, or None. Nobody is taken for the one who hit his own side."""
    found = _of_attack(view) if view.event == "attacks" else _by_agent(view) or _by_attack(view)
    return found if found and (side is None or found.side != side.side or view.event not in HARM) else None


def infer_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the context tells: the speaker at war with the side hit, the one party named, the story so far."""
    if view.event in NO_DOER:
        return None
    for found in (_speaker(view, side), _only_party(view), _before(view)):
        if found and not (side and view.scene.same_camp(found.side, side.side)):
            return found
    return None


def _speaker(view: View, side: Found | None) -> Found | None:
    """A party to the war that tells of its enemy's losses is the one that caused them."""
    if (
        side is None
        or view.speaker is None
        or view.event not in COMBAT
        or not view.scene.opposed(view.speaker, side.side)
    ):
        return None
    for _, parties in reversed(view.before):
        if parties.actor is not None and view.scene.same_camp(parties.actor.name, view.speaker):
            return Found(parties.actor.name, view.wording.ids["actor_speaker"])
    return Found(view.speaker, view.wording.ids["actor_speaker"])


def _of_attack(view: View) -> Found | None:
    """Who made the attack that is counted: "Russian strikes", "attacks by the Taliban", the subject of its verb."""
    noun = view.noun()
    if noun is None:
        return None
    tree, rule = view.tree, view.wording.ids["actor_attack"]
    inner = [t for t in owner_phrase(tree, noun) if t <= noun]
    if found := view.read(inner, rule):
        return found
    for agent in after_preposition(tree, noun, AGENT_PREPOSITIONS):
        if found := view.read_noun(agent, rule):
            return found
    return _by_agent(view)


def _by_agent(view: View) -> Found | None:
    rule = view.wording.ids["actor_agent"]
    agent = view.agent()
    heads = [agent] if agent is not None else []
    trigger = view.trigger()
    if trigger is not None:
        heads += list(doers(view.tree, trigger))
    noun = view.noun()
    own = set(owner_phrase(view.tree, noun)) if noun is not None else set()
    for head in heads:
        if head in own:
            continue
        tokens = joint_phrase(view.tree, head)
        if found := view.read_noun(head, rule) if len(tokens) == 1 else view.read(tokens, rule):
            return found
        for by in after_preposition(view.tree, head, AGENT_PREPOSITIONS):
            if by not in own and (found := view.read_noun(by, rule)):
                return found
    return None


def _by_attack(view: View) -> Found | None:
    """The owner of an attack in the same sentence, the nearest to the words of the event first."""
    tree = view.tree
    words = view.words("actor_attack")
    noun = view.noun()
    own = set(owner_phrase(tree, noun)) if noun is not None else set()
    at = view.trigger() or noun or 0
    attacks = [t for t, word in enumerate(tree.words) if word in words and t not in own]
    for attack in sorted(attacks, key=lambda t: abs(t - at)):
        inner = [t for t in owner_phrase(tree, attack) if t <= attack]
        rule = view.wording.ids["actor_attack"]
        if found := view.read(inner, rule):
            return found
        for by in after_preposition(tree, attack, AGENT_PREPOSITIONS):
            if by not in own and (found := view.read_noun(by, rule)):
                return found
    return None


def _only_party(view: View) -> Found | None:
    """The one party that a sentence names beside the people hit, the speaker, and places."""
    tree, noun = view.tree, view.noun()
    own = {tree.starts[t] for t in joint_phrase(tree, tree.first_conjunct(noun))} if noun is not None else set()
    parties = [
        m
        for m in view.scene.mentions[view.candidate.sentence]
        if m.side and m.kind in PARTY_KINDS and not any(m.start <= s < m.end for s in own) and not view.is_aside(m)
    ]
    sides = {m.side for m in parties} - {view.speaker}
    if len(sides) != 1 or not parties:
        return None
    chosen = next(m for m in parties if m.side in sides)
    return Found(chosen.side or "", view.wording.ids["actor_only"], chosen.start, chosen.end)


def _before(view: View) -> Found | None:
    """Who did what the article told of before, where it goes on telling of it."""
    if view.event not in HARM or view.is_background():
        return None
    for other, parties in reversed(view.before):
        if other.event in HARM and parties.actor is not None and not other.is_background():
            return Found(parties.actor.name, view.wording.ids["actor_before"])
    return None
