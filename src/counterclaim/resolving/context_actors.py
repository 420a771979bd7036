"""Who did it as the context tells: the captor, the speaker at war, the one party named, the story so far."""

from __future__ import annotations

from counterclaim.name_mentions import NameMention
from counterclaim.resolving.actors import COMBAT, HARM, NEXT_TO, claimants, is_scene
from counterclaim.resolving.lands import lands_of_sentence
from counterclaim.resolving.party_phrases import SUBJECTS
from counterclaim.resolving.party_reading import read_list
from counterclaim.resolving.party_views import Found, View
from counterclaim.resolving.told_strikes import striker_told
from counterclaim.vocabulary import PEOPLE

STRUCK = frozenset({"destroyed", "damaged", "hit", "downed"})
GROUND = frozenset({"gained"})
HELD = frozenset({"abducted", "captured", "detained"})
NO_DOER = frozenset({"displaced", "missing", "surrendered", "evacuated"})
DEEDS = STRUCK | GROUND | HELD | {"attacks", "seized", "launched"}  # what is always somebody's doing
FROM = (" from ", " from the ")  # where missiles come from is not what they strike
FAR = 4  # sentences after which a story is not taken to go on


def infer_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the context tells, or None; nobody of the camp that was hit."""
    if view.event in NO_DOER or _is_by_nature(view):
        return None
    for question in (_captor, _jailer, _speaker, _only_party, striker_told, _before, _sole_doer, _enemy_in_war):
        found = question(view, side)
        if found and not (side and any(view.scene.same_camp(found.side, part) for part in side.side.split(" and "))):
            return found
    return None


def _is_by_nature(view: View) -> bool:
    """Whether the words of the event name a cause that is nobody: "died from the cold", "deaths from cholera"."""
    tree, event = view.tree, view.trigger
    ways = () if event is None else (k for k in tree.kids[event] if tree.deps[k] == "prep")
    causes = (tree.kid(way, "pobj") for way in ways)
    named = {tree.words[one] for cause in causes if cause is not None for one in tree.conjuncts(cause)}
    return not named.isdisjoint(view.words("natural_cause"))


def _captor(view: View, side: Found | None) -> Found | None:
    """Who lets captives go: the one that took them, in this sentence ("abducted by ...") or before."""
    if view.event != "released" or view.candidate.category not in PEOPLE or view.noun is None:
        return None
    rule = view.wording.ids["actor_captor"]
    takers = claimants(view, view.noun)
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
    found = Found(chosen.side, view.wording.ids["actor_only"], chosen.start, chosen.end)
    return None if is_scene(view, found) else found


def _is_acting(view: View, mention: NameMention) -> bool:
    """Whether a party to the war stands where a doer may: its forces, a group, "the rebels"; not as a speaker."""
    tree = view.tree
    token = view.token_of(mention)
    while tree.deps[token] in ("compound", "amod", "nmod", "poss") and tree.head[token] != token:
        token = tree.head[token]
    strike = tree.words[token] in view.words("actor_attack")
    attack = strike or tree.words[token] in view.words("force")
    if tree.deps[token] == "nsubjpass" or view.speaker.start <= mention.start < view.speaker.end:
        return False
    group = view.scene.kind(mention.side) == "group"
    if not mention.side or not view.scene.fights(mention.side) or not (attack or group or mention.kind == "role"):
        return False
    if tree.deps[token] == "dobj":
        return False
    if tree.deps[token] in ("pobj", "appos", "conj", "npadvmod"):
        way = tree.head[token]
        return strike or (tree.words[way] in view.words("agent") and not _holds(view, tree.head[way]))
    verb = tree.head[token]
    if (view.is_background() and mention.start > view.candidate.quantity.end) or _is_counted(view, verb):
        return False  # "thousands have died in the war, which began when the regime ..."
    speaks = tree.deps[token] in SUBJECTS and (tree.kid(verb, "ccomp") is not None or _governs(view, verb))
    return not speaks and tree.words[verb] not in view.words("victim_verb")


def _holds(view: View, verb: int) -> bool:
    """Whether what somebody does is to have a place or to guard it: "mortars on districts held by the army"."""
    return view.tree.words[verb] in view.words("holding_verb")


def _is_counted(view: View, verb: int) -> bool:
    """Whether a verb counts its subject among others: "a rebel commander was also among the dead"."""
    return any(view.tree.words[kid] in view.words("counted_among") for kid in view.tree.kids[verb])


def _governs(view: View, verb: int) -> bool:
    """Whether a verb stands over what is counted as its object: "the ministry counted 740 deaths"."""
    return view.noun is not None and view.tree.deps[view.noun] == "dobj" and view.tree.head[view.noun] == verb


def _is_another_story(view: View) -> bool:
    """Whether the sentence tells of doers of its own, if without a name, or says that it is about something else."""
    words = {word for t, word in enumerate(view.tree.words) if t not in view.listed}
    told = not words.isdisjoint(view.words("side_group")) or not words.isdisjoint(view.words("another_story"))
    return told or _names_forces(view)


def _names_forces(view: View) -> bool:
    """Whether the grammar names forces as the doer that no table knows: "the president's forces killed 13"."""
    tree = view.tree
    verb = view.trigger
    head = tree.kid(verb, "nsubj") if verb is not None else None
    if head is None or tree.words[head] not in view.words("force"):
        return False
    return any(tree.deps[kid] in ("poss", "compound", "nmod") for kid in tree.kids[head])


def _is_lost(view: View) -> bool:
    """Whether the words of the event say that a party lost what is counted, and not to whom."""
    return view.trigger is not None and view.tree.words[view.trigger] in view.words("side_loser")


def _before(view: View, side: Found | None) -> Found | None:
    """Who did what the article told of before, where it goes on telling of it."""
    told = {"abducted"} if view.event == "abducted" else HARM if view.event in HARM else {view.event} & GROUND
    if not told or view.is_background() or _is_another_story(view) or _is_lost(view):
        return None
    rule = view.wording.ids["actor_before"]
    for other, parties in reversed(view.before):
        far = view.candidate.sentence - other.candidate.sentence > FAR or view.paragraphs_after(other) > FAR // 2
        if far and side is None and view.event != "abducted":
            return None
        said = parties.actor is not None and view.wording.ids["actor_only"] not in parties.rules
        if other.event in told and parties.actor is not None and said and not other.is_background():
            elsewhere = _names_a_land(view) and not view.scene.fights(parties.actor.name)
            return None if elsewhere else Found(parties.actor.name, rule)
    return None


def _names_a_land(view: View) -> bool:
    """Whether the sentence names a land: what was not done by a party to the article's war is that land's own story."""
    return any(view.scene.is_land(mention.side) for mention in view.mentions)


def _sole_doer(view: View, side: Found | None) -> Found | None:
    """The one party that the article told of as doing anything so far, if it fights in its war; no mere deaths."""
    if view.event not in DEEDS or view.is_background() or _is_another_story(view) or _is_lost(view):
        return None
    told = {p.actor.name for v, p in view.before if p.actor is not None and v.event != "released"}
    doer = min(told, default="")
    hits = side is None or view.scene.opposed(doer, side.side)
    return Found(doer, view.wording.ids["actor_sole"]) if len(told) == 1 and view.scene.fights(doer) and hits else None


def launcher(view: View) -> Found | None:
    """In a war between states, whose missiles they were that struck the one party that the sentence names."""
    conflict = view.scene.conflict
    if view.event != "launched" or conflict is None or not conflict.between_states:
        return None
    speaks = range(view.speaker.start, view.speaker.end)
    named = [m for m in view.mentions if view.scene.fights(m.side) and m.start not in speaks]
    text = view.document.article.text
    struck = [m for m in named if not text[max(0, m.start - NEXT_TO) : m.start].lower().endswith(FROM)]
    camps = {conflict.camp_of(m.side) for m in named if m.side} if struck else set()
    enemy = view.scene.opponent(struck[0].side or "", view.candidate.sentence) if len(camps) == 1 else None
    return Found(enemy, view.wording.ids["actor_launcher"]) if enemy else None


def _enemy_in_war(view: View, side: Found | None) -> Found | None:
    """Forces hit in a war between two states were hit by the other one; of civilians nothing is taken for granted."""
    conflict = view.scene.conflict
    ground = view.event == "gained"
    if side is None or conflict is None or not conflict.between_states or not (ground or view.is_military()):
        return None
    struck = view.event in STRUCK or not view.words("actor_strikes").isdisjoint(view.tree.words)
    if not ground and (view.event not in COMBAT or not struck or _is_lost(view) or view.is_mere_death()):
        return None
    enemy = view.scene.opponent(side.side, view.candidate.sentence)
    return Found(enemy, view.wording.ids["actor_opponent"]) if enemy else None
