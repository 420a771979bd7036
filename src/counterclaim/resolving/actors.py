"""Who did it: the doer that the grammar names, the owner of the attack, the one who speaks, the story so far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.names import NameMention
from counterclaim.records import PEOPLE
from counterclaim.resolving.lands import lands_of_sentence
from counterclaim.resolving.party_phrases import SUBJECTS, after_preposition, doers, owner_phrase
from counterclaim.resolving.party_reading import read_list, read_names
from counterclaim.resolving.party_views import OWNED, Found, View

HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "abducted", "attacks"})
STRUCK = frozenset({"destroyed", "damaged", "hit", "downed"})
GROUND = frozenset({"gained"})
HELD = frozenset({"abducted", "captured", "detained"})
COMBAT = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "downed", "captured", "seized"})
NO_DOER = frozenset({"displaced", "missing", "surrendered", "evacuated"})
FREE_KINDS = frozenset({"people", "force", "role", "person"})  # they act wherever they stand
BESIDE = frozenset({"adjective", "role", "force"})
STRIKERS = frozenset({"adjective", "force", "role", "organisation", "name"})
WORD = re.compile(r"[\w-]+")
NEXT_TO = 40  # characters behind a name in which its strikes stand
FAR = 4  # sentences after which a story is not taken to go on
AGENT_PREPOSITIONS = frozenset({"by", "from"})


def find_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the sentence says, or None. Nobody is taken for the one who hit his own side."""
    found = _of_attack(view) if view.event == "attacks" else _by_agent(view) or _by_attack(view)
    return found if found and (side is None or found.side != side.side or view.event not in COMBAT | HARM) else None


def infer_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the context tells, or None; nobody of the camp that was hit."""
    if view.event in NO_DOER:
        return None
    for question in (_captor, _jailer, _speaker, _only_party, _before, _enemy_in_war):
        found = question(view, side)
        if found and not (side and view.scene.same_camp(found.side, side.side)):
            return found
    return None


def _of_attack(view: View) -> Found | None:
    """Who made the attack that is counted: "Russian strikes", "attacks by the Taliban", "they made two raids"."""
    noun = view.noun
    if noun is None:
        return None
    if found := _owner_of_attack(view, noun):
        return found
    made = view.tree.deps[noun] == "dobj"
    heads = doers(view.tree, view.tree.head[noun], view.words("victim_verb")) if made else iter(())
    rule = view.wording.ids["actor_agent"]
    found = next((found for head in heads if (found := read_list(view, head, rule))), None)
    return (
        found
        or _by_agent(view)
        or (_striker_before(view) if view.tree.words[noun] in view.words("actor_strikes") else None)
    )


def _owner_of_attack(view: View, noun: int) -> Found | None:
    tree, rule = view.tree, view.wording.ids["actor_attack"]
    if found := read_names(view, [t for t in owner_phrase(tree, noun) if t <= noun], rule):
        return found
    for mention in view.mentions:  # right before the word, whatever the parse says
        if mention.side and mention.kind in BESIDE and mention.end == tree.starts[noun] - 1:
            return Found(mention.side, rule, mention.start, mention.end)
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
    tree, rule, noun = view.tree, view.wording.ids["actor_agent"], view.noun
    trigger, agent = view.trigger, view.agent
    heads = [agent] if agent is not None else []
    if view.event in OWNED and noun is not None and tree.deps[noun] == "dobj":
        heads += doers(tree, tree.head[noun], view.words("victim_verb"))
    if trigger is not None:
        verb = tree.head[trigger] if tree.deps[trigger] == "dobj" else trigger
        heads += doers(tree, verb, view.words("victim_verb"))
    for head in dict.fromkeys(heads):
        if head in view.own:
            continue
        attack = tree.words[head] in view.words("actor_attack")
        if found := (_owner_of_attack(view, head) if attack else None) or read_list(view, head, rule):
            return found
        if tree.words[head] in view.words("actor_strikes") and (found := _striker_before(view)):
            return found
    return None


def _striker_before(view: View) -> Found | None:
    """Whose strikes the article spoke of last, where it goes on with "five strikes destroyed ..."."""
    text, words, scene = view.document.article.text, view.words("actor_strikes"), view.scene
    for index in range(view.candidate.sentence - 1, -1, -1):
        for mention in scene.mentions[index]:
            after = WORD.findall(text[mention.end : mention.end + NEXT_TO].lower())
            named_state = mention.kind == "name" and scene.is_state(mention.side or "")
            if mention.side and mention.kind in STRIKERS and not named_state and not words.isdisjoint(after):
                return Found(mention.side, view.wording.ids["actor_strikes"], mention.start, mention.end)
    return None


def _by_attack(view: View) -> Found | None:
    """The owner of an attack in the same sentence, the nearest to the words of the event first."""
    tree, noun = view.tree, view.noun
    at = view.trigger or noun or 0
    attacks = [t for t in range(len(tree.words)) if t not in view.own and _is_attack(view, t)]
    attacks.sort(key=lambda t: abs(t - at))
    return next((found for attack in attacks if (found := _owner_of_attack(view, attack))), None)


def _captor(view: View, side: Found | None) -> Found | None:
    """Who lets captives go: the one that took them, in this sentence ("abducted by ...") or before."""
    if view.event != "released" or view.candidate.category not in PEOPLE or view.noun is None:
        return None
    rule = view.wording.ids["actor_captor"]
    takers = _claimants(view, view.noun)
    if found := next((found for taker in takers if (found := read_list(view, taker, rule))), None):
        return found
    taken = (p.actor for v, p in reversed(view.before) if v.event in HELD and p.actor is not None)
    return next((Found(actor.name, rule) for actor in taken), None)


def _jailer(view: View, side: Found | None) -> Found | None:
    """People detained in a country that is not theirs are detained by it."""
    lands = lands_of_sentence(view) if view.event == "detained" else []
    if len({land.side for land in lands}) != 1 or (side and lands[0].side == side.side):
        return None
    return Found(lands[0].side or "", view.wording.ids["actor_jailer"], lands[0].start, lands[0].end)


def _is_attack(view: View, token: int) -> bool:
    """Whether a token is a word for an attack, or for forces that are a subject."""
    word = view.tree.words[token]
    return word in view.words("actor_attack") or (word in view.words("force") and view.tree.deps[token] == "nsubj")


def _speaker(view: View, side: Found | None) -> Found | None:
    """A party to the war that tells of its enemy's losses is the one that caused them."""
    speaker, rule = view.speaker.side, view.wording.ids["actor_speaker"]
    if speaker is None or side is None or not view.scene.opposed(speaker, side.side):
        return None
    if view.event not in COMBAT or view.is_mere_death():
        return None
    for _, parties in reversed(view.before):
        if parties.actor is not None and view.scene.same_camp(parties.actor.name, speaker):
            return Found(parties.actor.name, rule)
    return Found(view.scene.coalition_of(speaker) or speaker, rule)


def _only_party(view: View, side: Found | None) -> Found | None:
    """The one party that a sentence names as acting, beside the people hit and the speaker."""
    own = {view.tree.starts[t] for t in view.listed}
    acting = [m for m in view.mentions if not any(m.start <= s < m.end for s in own) and _is_acting(view, m)]
    sides = {m.side for m in acting} - {view.speaker.side}
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
    strike = tree.words[token] in view.words("actor_attack")
    attack = strike or tree.words[token] in view.words("force")
    if tree.deps[token] == "nsubjpass" or view.speaker.start <= mention.start < view.speaker.end:
        return False
    if not mention.side or (not attack and mention.kind not in FREE_KINDS and tree.deps[token] not in SUBJECTS):
        return False
    if tree.deps[token] == "dobj":
        return False
    if tree.deps[token] in ("pobj", "appos", "conj", "npadvmod"):
        return strike or tree.words[tree.head[token]] in AGENT_PREPOSITIONS
    verb = tree.head[token]
    speaks = tree.deps[token] in SUBJECTS and tree.kid(verb, "ccomp") is not None
    return not speaks and tree.words[verb] not in view.words("victim_verb")


def _is_another_story(view: View) -> bool:
    """Whether the sentence tells of doers of its own, if without a name, or says that it is about something else."""
    words = {word for t, word in enumerate(view.tree.words) if t not in view.listed}
    return not words.isdisjoint(view.words("side_group")) or not words.isdisjoint(view.words("another_story"))


def _before(view: View, side: Found | None) -> Found | None:
    """Who did what the article told of before, where it goes on telling of it."""
    told = HARM if view.event in HARM else {view.event} & GROUND
    if not told or view.is_background() or _is_another_story(view):
        return None
    rule = view.wording.ids["actor_before"]
    for other, parties in reversed(view.before):
        far = view.candidate.sentence - other.candidate.sentence > FAR
        if far and side is None:
            return None
        said = parties.actor is not None and view.wording.ids["actor_only"] not in parties.rules
        if other.event in told and parties.actor is not None and said and not other.is_background():
            return Found(parties.actor.name, rule)
    return None


def _enemy_in_war(view: View, side: Found | None) -> Found | None:
    """Forces hit in a war between two states were hit by the other one; of civilians nothing is taken for granted."""
    conflict = view.scene.conflict
    ground = view.event == "gained"
    if side is None or conflict is None or not conflict.between_states or not (ground or view.is_military()):
        return None
    struck = view.event in STRUCK or not view.words("actor_strikes").isdisjoint(view.tree.words)
    if not ground and (view.event not in COMBAT or not struck or view.is_mere_death()):
        return None
    enemy = view.scene.opponent(side.side, view.candidate.sentence)
    return Found(enemy, view.wording.ids["actor_opponent"]) if enemy else None
