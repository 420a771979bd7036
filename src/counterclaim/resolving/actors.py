"""Who did it: the doer that the grammar names, the owner of the attack, the one who speaks, the story so far."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.names import NameMention
from counterclaim.resolving.party_phrases import SUBJECTS, after_preposition, doers, joint_phrase, owner_phrase
from counterclaim.resolving.party_reading import read_list, read_names
from counterclaim.resolving.party_views import Found, View

HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "abducted", "attacks"})
COMBAT = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "downed", "captured", "seized"})
NO_DOER = frozenset({"displaced", "missing", "surrendered", "evacuated"})
FREE_KINDS = frozenset({"people", "force", "role", "person"})  # they act wherever they stand
AGENT_PREPOSITIONS = frozenset({"by", "from"})


def find_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the sentence says, or None. Nobody is taken for the one who hit his own side."""
    found = _of_attack(view) if view.event == "attacks" else _by_agent(view) or _by_attack(view)
    return found if found and (side is None or found.side != side.side or view.event not in HARM) else None


def infer_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the context tells, or None; nobody of the camp that was hit."""
    if view.event in NO_DOER:
        return None
    for question in (_speaker, _only_party, _before):
        found = question(view, side)
        if found and not (side and view.scene.same_camp(found.side, side.side)):
            return found
    return None


def _of_attack(view: View) -> Found | None:
    """Who made the attack that is counted: "Russian strikes", "attacks by the Taliban", the subject of its verb."""
    noun = view.noun()
    return None if noun is None else _owner_of_attack(view, noun) or _by_agent(view)


def _owner_of_attack(view: View, noun: int) -> Found | None:
    tree, rule = view.tree, view.wording.ids["actor_attack"]
    if found := read_names(view, [t for t in owner_phrase(tree, noun) if t <= noun], rule):
        return found
    agents = [*after_preposition(tree, noun, AGENT_PREPOSITIONS), *_claimants(view, noun)]
    return next((found for agent in agents if (found := read_list(view, agent, rule))), None)


def _claimants(view: View, noun: int) -> Iterator[int]:
    """Whom a participle names: "bombings claimed by the group"."""
    tree = view.tree
    for kid in tree.kids[noun]:
        by = tree.kid(kid, "agent") if tree.deps[kid] == "acl" else None
        if by is not None:
            yield from (k for k in tree.kids[by] if tree.deps[k] == "pobj")


def _by_agent(view: View) -> Found | None:
    tree, rule, noun = view.tree, view.wording.ids["actor_agent"], view.noun()
    trigger, agent = view.trigger(), view.agent()
    heads = [agent] if agent is not None else []
    heads += doers(tree, trigger) if trigger is not None else []
    own = set(owner_phrase(tree, noun)) if noun is not None else set()
    for head in dict.fromkeys(heads):
        if head in own:
            continue
        attack = tree.words[head] in view.words("actor_attack")
        if found := (_owner_of_attack(view, head) if attack else None) or read_list(view, head, rule):
            return found
    return None


def _by_attack(view: View) -> Found | None:
    """The owner of an attack in the same sentence, the nearest to the words of the event first."""
    tree, noun = view.tree, view.noun()
    own = set(owner_phrase(tree, noun)) if noun is not None else set()
    at = view.trigger() or noun or 0
    attacks = [t for t, word in enumerate(tree.words) if word in view.words("actor_attack") and t not in own]
    attacks.sort(key=lambda t: abs(t - at))
    return next((found for attack in attacks if (found := _owner_of_attack(view, attack))), None)


def _speaker(view: View, side: Found | None) -> Found | None:
    """A party to the war that tells of its enemy's losses is the one that caused them."""
    if view.speaker is None or view.event not in COMBAT or not view.speaker_fights() or view.is_mere_death():
        return None
    if side is None or not view.scene.opposed(view.speaker, side.side):
        return None
    rule = view.wording.ids["actor_speaker"]
    for _, parties in reversed(view.before):
        if parties.actor is not None and view.scene.same_camp(parties.actor.name, view.speaker):
            return Found(parties.actor.name, rule)
    return Found(view.scene.coalition_of(view.speaker) or view.speaker, rule)


def _only_party(view: View, side: Found | None) -> Found | None:
    """The one party that a sentence names as acting, beside the people hit and the speaker."""
    tree, noun = view.tree, view.noun()
    own = {tree.starts[t] for t in joint_phrase(tree, tree.first_conjunct(noun))} if noun is not None else set()
    acting = [m for m in view.mentions if not any(m.start <= s < m.end for s in own) and _is_acting(view, m)]
    sides = {m.side for m in acting} - {view.speaker}
    chosen = next((m for m in acting if m.side in sides), None)
    if len(sides) != 1 or chosen is None or chosen.side is None:
        return None
    return Found(chosen.side, view.wording.ids["actor_only"], chosen.start, chosen.end)


def _is_acting(view: View, mention: NameMention) -> bool:
    """Whether a name stands where a doer may: not after "in", not as a speaker, an adjective only of forces."""
    tree = view.tree
    token = view.token_of(mention)
    while tree.deps[token] in ("compound", "amod", "nmod", "poss") and tree.head[token] != token:
        token = tree.head[token]
    attack = tree.words[token] in view.words("actor_attack")
    if not mention.side or (not attack and mention.kind not in FREE_KINDS and tree.deps[token] not in SUBJECTS):
        return False
    if tree.deps[token] in ("pobj", "appos", "conj", "npadvmod"):
        return attack or tree.words[tree.head[token]] in AGENT_PREPOSITIONS
    return not (tree.deps[token] in SUBJECTS and tree.kid(tree.head[token], "ccomp") is not None)


def _before(view: View, side: Found | None) -> Found | None:
    """Who did what the article told of before, where it goes on telling of it."""
    if view.event not in HARM or view.is_background():
        return None
    for other, parties in reversed(view.before):
        if other.event in HARM and parties.actor is not None and not other.is_background():
            return Found(parties.actor.name, view.wording.ids["actor_before"])
    return None
