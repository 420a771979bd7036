"""Whose it was: the phrase of what is counted, the list it stands in, the party it was done to."""

from __future__ import annotations

from counterclaim.resolving.lands import land_of_article, land_of_sentence
from counterclaim.resolving.party_phrases import SUBJECTS, after_preposition, doers, owner_phrase, whole_of
from counterclaim.resolving.party_reading import is_holder, read_list, read_names, read_noun, spoken_enemy
from counterclaim.resolving.party_views import OWNED, Found, View
from counterclaim.vocabulary import PEOPLE, TERRITORY

UNSTATED = OWNED | {"gained"}  # whose it was before is said, or is not known
CLAIMED_HITS = frozenset({"destroyed", "damaged", "hit", "downed", "seized"})
TAKEN = frozenset({"captured", "surrendered"})
LISTED = frozenset({"tie.list", "tie.increment"})  # how the finding stage ties the numbers of a list of losses
HELP = frozenset({"evacuated"})  # done for people, not to them: "we have evacuated 100,000"
NEAR = 2  # sentences after which drones shot down are not those that were launched before
WORKS = frozenset({"infrastructure", "building"})


def find_side(view: View) -> Found | None:
    """The side of what is counted as the text says it, or None."""
    if view.event == "attacks":
        return _attacked(view)
    questions = (_named, _tolled, _headed, _lost, _listed, _taken_from, _launched)
    return next((found for question in questions if (found := question(view))), None)


def infer_side(view: View, actor: Found | None) -> Found | None:
    """The side that follows from who did it, from the land that was hit, or from who speaks of it; or None."""
    if view.event in UNSTATED:
        return None
    if view.event == "attacks":
        return _opponent(view, actor) if actor and _is_aimed(view, actor) else None
    if view.is_military() or (
        view.candidate.category in WORKS and actor and view.scene.kind(actor.side) == "coalition"
    ):
        return _opponent(view, actor)
    if view.candidate.category == "infrastructure" and actor and view.scene.kind(actor.side) == "group":
        return _of_state(view)
    return _people_hit(view, actor) or (_opponent(view, actor) if view.event == "casualties" else None)


def _attacked(view: View) -> Found | None:
    noun = view.noun
    if noun is None:
        return None
    for target in after_preposition(view.tree, noun, view.words("side_attacked")):
        if found := read_noun(view, target, view.wording.ids["side_attacked"]):
            return found
    return None


def _named(view: View) -> Found | None:
    noun = view.noun
    if view.candidate.category in TERRITORY:
        return None
    while noun is not None:
        if found := read_noun(view, noun, view.wording.ids["side_named"]):
            return found
        noun = whole_of(view.tree, noun, view.wording.words)
        if noun is not None and (noun == view.trigger or view.tree.words[noun] in view.words("actor_attack")):
            return None  # "Russian shelling of a house" says who shelled it
    return None


def _tolled(view: View) -> Found | None:
    """ "It put Russian casualties at 600,000": the side named before the word for the toll, if no attack is."""
    tree, toll = view.tree, view.trigger
    if not view.headless or toll is None or not tree.tags[toll].startswith(("NN", "JJ")):
        return None
    tokens = [t for t in owner_phrase(tree, toll, view.wording.words) if t <= toll]
    counted = tree.words[toll] in view.words("mere_death")
    struck = any(tree.words[t] in view.words("actor_attack") for t in tokens)
    return read_names(view, tokens, view.wording.ids["side_named"]) if counted and not struck else None


def _lost(view: View) -> Found | None:
    """ "The army lost 476 troops", "it has had 300 casualties", "claims to have lost 400": the subject's."""
    tree, noun, words = view.tree, view.noun, view.words("side_loser")
    above = _governors(view)
    verbs = [v for v in (view.trigger, *above) if v is not None and tree.words[v] in words]
    if view.event == "casualties":
        verbs += [v for v in above if tree.words[v] in view.words("having_losses")]
    if view.event == "gained":
        return None
    verbs += _retreats(view)
    losers = (subject for verb in verbs for subject in doers(tree, verb, view.wording.words) if subject != noun)
    return next((found for s in losers if (found := read_list(view, s, view.wording.ids["side_loser"]))), None)


def _retreats(view: View) -> list[int]:
    """ "The troops fled, leaving 220 men killed": the verb of those who left their dead behind."""
    start = view.noun if view.noun is not None else view.trigger
    above = view.tree.above(start) if start is not None else ()
    left = (v for v in above if view.tree.words[v] in view.words("leaving"))
    verbs = (view.tree.head[v] for v in left)
    return [v for v in verbs if view.tree.words[v] in view.words("retreat_verb")]


def _governors(view: View) -> list[int]:
    """The verbs that have what is counted as their object: "suffered 900 losses", "losses it has taken"."""
    tree, noun = view.tree, view.noun
    if noun is None:
        return []
    relative = [k for k in tree.kids[noun] if tree.deps[k] == "relcl"]
    while tree.deps[noun] == "pobj" and tree.words[tree.head[noun]] in view.words("of"):
        noun = tree.head[tree.head[noun]]
    return [tree.head[noun], *relative] if tree.deps[noun] == "dobj" else relative


def _headed(view: View) -> Found | None:
    """ "Losses of the Russian troops: tanks – 3492 (+1)": the side that the heading of a list names, or "the enemy"."""
    if LISTED.isdisjoint(view.candidate.rules):
        return None
    start = view.candidate.trigger.start
    sentences = view.document.sentences
    heading = next((s for s in sentences if s.start <= start < s.end), sentences[view.candidate.sentence])
    mentions = [m for m in view.scene.mentions[heading.index] if m.side and m.start < view.candidate.quantity.start]
    ahead = next((m for m in mentions if m.start > start), mentions[-1] if mentions else None)
    rule = view.wording.ids["side_list"]
    if ahead is not None and ahead.side:
        return Found(ahead.side, rule, ahead.start, ahead.end)
    spoken = set(heading.text.lower().split())
    enemy = spoken_enemy(view) if spoken & view.words("side_enemy") else None
    return Found(enemy, rule) if enemy else None


def _launched(view: View) -> Found | None:
    """ "Seven of the 16 drones were shot down": the side that launched the drones told of before."""
    if view.event != "downed":
        return None
    for other, parties in reversed(view.before):
        if view.candidate.sentence - other.candidate.sentence > NEAR:
            return None
        if other.event == "launched" and other.candidate.category == view.candidate.category and parties.side:
            return Found(parties.side, view.wording.ids["side_launched"])
    return None


def _taken_from(view: View) -> Found | None:
    """ "The town was liberated from Russian troops": theirs."""
    if view.event != "gained":
        return None
    nodes = [node for node in (view.noun, view.trigger) if node is not None]
    givers = (giver for node in nodes for giver in after_preposition(view.tree, node, view.words("giver")))
    return next((found for giver in givers if (found := read_list(view, giver, view.wording.ids["side_from"]))), None)


def _listed(view: View) -> Found | None:
    """The side of the list or count that this number goes on with."""
    tree, noun = view.tree, view.noun
    rule = view.wording.ids["side_list"]
    if noun is not None and (first := tree.first_conjunct(noun)) != noun and not view.headless:
        return read_list(view, first, rule)
    if not view.headless:
        return None
    people = view.candidate.category in PEOPLE
    if people and (found := _among(view)):
        return found
    elsewhere = people and side_of_land(view) is not None  # "the toll in Israel stood at 600"
    for other, parties in reversed(view.before):
        if view.candidate.sentence - other.candidate.sentence > (0 if elsewhere else 1):
            return None
        if (other.candidate.category in PEOPLE) == people and parties.side:
            return None if other.event == "supplied" else Found(parties.side, rule)  # given away, they are another's
    return None


def _among(view: View) -> Found | None:
    """ "Casualties among Ukrainian servicemen: 2,870 were killed", "the army's losses exceed 2,870 killed"."""
    tree, rule = view.tree, view.wording.ids["side_among"]
    for token, word in enumerate(tree.words):
        before = tree.starts[token] < view.candidate.quantity.start
        if before and word in view.words("side_among"):
            noun = tree.kid(token, "pobj")
            return read_list(view, noun, rule) if noun is not None else None
        if before and word in view.words("toll") and tree.deps[token] in SUBJECTS:
            return read_noun(view, token, rule)
    return None


def _is_aimed(view: View, actor: Found) -> bool:
    """Whether an attack is on a party: by a coalition, in a war between states, or where its sentence names one."""
    conflict = view.scene.conflict
    named = (m for m in view.mentions if m.side and not is_holder(view, m))
    enemies = {m.side for m in named if m.side and view.scene.opposed(m.side, actor.side)}
    between_states = conflict is not None and conflict.between_states
    return between_states or view.scene.kind(actor.side) == "coalition" or len(enemies) == 1


def _of_state(view: View) -> Found | None:
    """Power lines and bridges that a group destroys are the state's that it fights."""
    side = view.scene.government()
    return Found(side, view.wording.ids["side_opponent"]) if side else None


def _opponent(view: View, actor: Found | None) -> Found | None:
    """The forces that a side hits are its opponent's: the only one, or the one that the story had it hit before."""
    if actor is None:
        return None
    rule = view.wording.ids["side_opponent"]
    if side := view.scene.opponent(actor.side, view.candidate.sentence):
        return Found(side, rule)
    for _, parties in reversed(view.before):
        if parties.actor and parties.side and view.scene.opposed(parties.side, actor.side):
            return Found(parties.side, rule) if view.scene.same_camp(parties.actor.name, actor.side) else None
    return None


def side_of_war(view: View) -> Found | None:
    """Whose forces a party to the war speaks of without a name: soldiers are its own, tanks destroyed the enemy's."""
    noun = view.noun
    if noun is None or not view.speaker_fights() or not view.is_military() or view.speaker.side is None:
        return None
    both = any(view.tree.words[t] in view.words("side_group") for t in view.listed)  # "40 soldiers and guerrillas"
    if view.tree.words[noun] in view.words("side_own_soldiers") and not both:
        return Found(view.speaker.side, view.wording.ids["side_own_soldiers"])
    enemy = view.scene.opponent(view.speaker.side, view.candidate.sentence)
    if view.event not in CLAIMED_HITS or enemy is None:
        return None
    return Found(enemy, view.wording.ids["side_speakers_enemy"])


def side_of_land(view: View) -> Found | None:
    """In a war between states, the side whose land the sentence says people or buildings were hit in."""
    conflict = view.scene.conflict
    civil = not view.is_military() and view.event not in UNSTATED and view.candidate.category != "attack"
    return land_of_sentence(view) if civil and conflict is not None and conflict.between_states else None


def _people_hit(view: View, actor: Found | None) -> Found | None:
    """In a war between states the civilians are of the land that was hit, else of the actor's opponent."""
    scene, rule = view.scene, view.wording.ids["side_people"]
    if scene.conflict is None or not scene.conflict.between_states:
        return None
    land = land_of_sentence(view)
    if land and not (actor and scene.same_camp(land.side, actor.side)):
        return land
    if actor and view.event in HELP:
        return None
    if actor and (side := scene.opponent(actor.side, view.candidate.sentence)):
        return Found(scene.people_of(side), rule)
    if actor is None and view.event not in TAKEN and view.speaker.side and view.speaker_fights():
        return Found(scene.people_of(view.speaker.side), view.wording.ids["side_speaker"])
    lands = land_of_article(view)
    return Found(lands, rule) if lands and not actor else None
