"""Who did it as the sentence says it: the doer that the grammar names, or the owner of the attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.resolving.clashes import by_clash
from counterclaim.resolving.party_phrases import SUBJECTS, after_preposition, doers, joint_phrase, owner_phrase
from counterclaim.resolving.party_reading import read_list, read_names
from counterclaim.resolving.party_views import OWNED, Found, View

HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "abducted", "attacks"})
COMBAT = frozenset({"killed", "injured", "casualties", "destroyed", "damaged", "hit", "downed", "captured", "seized"})
BESIDE = frozenset({"adjective", "role", "force"})
STRIKERS = frozenset({"adjective", "force", "role", "organisation", "name"})
WORD = re.compile(r"[\w-]+")
BODY = "body"  # who helps in a war and strikes nobody: "an attack on the convoy, Red Cross says"
NEXT_TO = 40  # characters behind a name in which its strikes stand


def find_actor(view: View, side: Found | None) -> Found | None:
    """The actor that the sentence says, or None. Nobody is taken for the one who hit his own side."""
    counted = view.event == "attacks"
    found = (
        _of_attack(view)
        if counted
        else _by_trigger(view) or _by_agent(view) or by_clash(view, side) or _by_attack(view)
    )
    return found if found and (side is None or found.side != side.side or view.event not in COMBAT | HARM) else None


def _of_attack(view: View) -> Found | None:
    """Who made the attack that is counted: "Russian strikes", "attacks by the Taliban", "they made two raids"."""
    noun = view.noun
    if noun is None:
        return None
    if found := _owner_of_attack(view, noun):
        return found
    verb = _causing(view, noun)
    heads = _doers(view, verb) if verb is not None else iter(())
    rule = view.wording.ids["actor_agent"]
    found = next((found for head in heads if (found := read_list(view, head, rule))), None)
    return (
        found
        or _by_agent(view)
        or (_striker_before(view) if view.tree.words[noun] in view.words("actor_strikes") else None)
    )


def _owner_of_attack(view: View, noun: int) -> Found | None:
    tree, rule = view.tree, view.wording.ids["actor_attack"]
    found = read_names(view, [t for t in owner_phrase(tree, noun, view.wording.words) if t <= noun], rule)
    if found and not is_scene(view, found) and not _is_dateline(view, found) and view.scene.kind(found.side) != BODY:
        return found
    for mention in view.mentions:  # right before the word, whatever the parse says
        if mention.side and mention.kind in BESIDE and mention.end == tree.starts[noun] - 1:
            return Found(mention.side, rule, mention.start, mention.end)
    agents = [*after_preposition(tree, noun, view.words("agent")), *claimants(view, noun), *_behind(view, noun)]
    return next((found for agent in agents if (found := read_list(view, agent, rule))), None)


def _doers(view: View, verb: int) -> Iterator[int]:
    return doers(view.tree, verb, view.wording.words, view.words("victim_verb"))


def is_scene(view: View, found: Found) -> bool:
    """ "Syria chemical attack": the bare name of a country at war inside says where, not who ("Syrian", "Syria's")."""
    inside = view.scene.conflict is not None and not view.scene.conflict.between_states
    if not inside or found.side != view.scene.government() or found.end is None:
        return False
    bare = any(m.end == found.end and m.kind == "name" for m in view.mentions)
    behind = view.document.article.text[found.end : found.end + NEXT_TO]
    word = WORD.match(behind.lstrip())
    owned = behind.startswith(("'s", "’s")) or (word and word.group().lower() in view.words("side_government"))
    return bare and not owned


def _is_dateline(view: View, found: Found) -> bool:
    """ "BEIRUT Air strikes killed 12": a capital in capitals that opens a sentence is where it was written."""
    sentence = view.document.sentences[view.candidate.sentence]
    opening = next((m for m in view.mentions if m.start == found.start == sentence.start and m.kind == "seat"), None)
    return opening is not None and opening.text.isupper() and not sentence.text[:NEXT_TO].isupper()


def claimants(view: View, noun: int) -> Iterator[int]:
    """Whom a participle names: "bombings claimed by the group", "an attack blamed on the group"."""
    tree = view.tree
    for kid in tree.kids[noun]:
        if tree.deps[kid] != "acl":
            continue
        blamed = tree.words[kid] in view.words("blaming_verb")
        for way in tree.kids[kid]:
            if tree.deps[way] == "agent" or (blamed and tree.words[way] in view.words("blamed_on")):
                yield from (k for k in tree.kids[way] if tree.deps[k] == "pobj")


def _behind(view: View, noun: int) -> Iterator[int]:
    """Who is behind an attack ("the group is believed to be behind the blast"), in whose hands somebody is or dies."""
    tree = view.tree
    if tree.words[noun] in view.words("holding"):
        yield from after_preposition(tree, noun, view.words("of"))
    if tree.words[tree.head[noun]] in view.words("behind"):
        verb = tree.head[tree.head[noun]]
        subjects = (tree.kid(node, *SUBJECTS) for node in (verb, tree.head[verb]))
        yield from (subject for subject in subjects if subject is not None)


def _by_trigger(view: View) -> Found | None:
    """The owner of an attack that is itself the word of the event: "the Russian shelling of a house"."""
    trigger = view.trigger
    named = trigger is not None and view.tree.words[trigger] in view.words("actor_attack")
    return _owner_of_attack(view, trigger) if named and trigger is not None else None


def _is_land(view: View, found: Found) -> bool:
    """ "Violence across the besieged territory, which has killed hundreds": a land kills nobody."""
    if found.start is None or found.end is None:
        return False
    text, end = view.document.article.text, found.end
    named = WORD.findall(text[found.start : end])[-1:]
    behind = re.match(r" ([\w-]+)", text[end : end + NEXT_TO])
    words = {word.lower() for word in (*named, *(behind.groups() if behind else ()))}
    return not view.words("bare_land").isdisjoint(words)


def _makers(view: View, noun: int) -> Iterator[int]:
    """Who placed or fired what did it: "wounded by explosives that had been placed by the rebels"."""
    tree = view.tree
    clauses = (kid for kid in tree.kids[noun] if tree.deps[kid] in ("acl", "relcl"))
    agents = (tree.kid(clause, "agent") for clause in clauses)
    return (maker for by in agents if by is not None and (maker := tree.kid(by, "pobj")) is not None)


def _is_war_at_home(view: View, head: int) -> bool:
    """ "Syria's war has killed thousands" says where they died; "its war on the town" says who killed them."""
    tree, conflict = view.tree, view.scene.conflict
    if tree.words[head] not in view.words("war") or (conflict is not None and conflict.between_states):
        return False
    return all(tree.words[kid] not in view.words("war_on") for kid in tree.kids[head])


def _by_agent(view: View) -> Found | None:
    tree, rule, noun = view.tree, view.wording.ids["actor_agent"], view.noun
    trigger, agent = view.trigger, view.agent
    heads = [agent] if agent is not None else []
    if view.event in OWNED and noun is not None and tree.deps[noun] == "dobj":
        heads += _doers(view, tree.head[noun])
    if trigger is not None:
        verb = _causing(view, trigger) if tree.deps[trigger] in ("dobj", "pobj") else trigger
        heads += _doers(view, verb) if verb is not None else []
        heads += _blamed(view, trigger)
    if trigger is not None and view.event == "gained":
        heads += after_preposition(tree, trigger, view.words("yielded_to"))
    for head in dict.fromkeys(heads):
        if head in view.own:
            continue
        attack = tree.words[head] in view.words("actor_attack")
        found = (_owner_of_attack(view, head) if attack else None) or read_list(view, head, rule)
        private = tree.words[head] in view.words("private_person")
        if found and _is_war_at_home(view, head):
            return None
        makers = (joint_phrase(tree, maker, view.wording.words) for maker in _makers(view, head))
        found = found or next((read_names(view, maker, rule) for maker in makers), None)
        placed = found is not None and (_is_land(view, found) or _is_dateline(view, found))
        if found and not (private and view.scene.is_state(found.side)) and not placed:
            return found
        if tree.words[head] in view.words("actor_strikes") and (found := _striker_before(view)):
            return found
    return None


def _causing(view: View, noun: int) -> int | None:
    """The verb that brings about what a noun names: "inflicted losses", "took hostages", and not "counted deaths"."""
    verb = view.tree.head[noun]
    tree = view.tree
    if tree.deps[noun] == "pobj" and tree.words[verb] in view.words("led_to"):  # "led to the destruction of"
        verb = tree.head[verb]
        return verb if tree.words[verb] in view.words("leading_verb") else None
    return verb if tree.deps[noun] == "dobj" and tree.words[verb] in view.words("causing_verb") else None


def _blamed(view: View, noun: int) -> list[int]:
    """Whom a sentence blames for what a noun names: "rebels were blamed for the deaths"."""
    tree = view.tree
    for verb in tree.above(tree.first_conjunct(noun))[1:5]:
        if tree.words[verb] in view.words("blaming_verb"):
            passive = tree.kid(verb, "auxpass") is not None
            blamed = tree.kid(verb, "nsubjpass") if passive else tree.kid(verb, "dobj")
            return [blamed] if blamed is not None and blamed != noun else []
    return []


def _striker_before(view: View) -> Found | None:
    """Whose strikes the article spoke of last, where it goes on with "five strikes destroyed ..."."""
    text, words, scene = view.document.article.text, view.words("actor_strikes"), view.scene
    for index in range(view.candidate.sentence - 1, -1, -1):
        for mention in scene.mentions[index]:
            after = WORD.findall(text[mention.end : mention.end + NEXT_TO].lower())
            named_state = mention.kind == "name" and scene.is_state(mention.side or "")
            strikes = mention.kind in STRIKERS and scene.kind(mention.side) != BODY
            if mention.side and strikes and not named_state and not words.isdisjoint(after):
                return Found(mention.side, view.wording.ids["actor_strikes"], mention.start, mention.end)
    return None


def _by_attack(view: View) -> Found | None:
    """The owner of an attack in the same sentence, the nearest to the words of the event first."""
    tree, noun = view.tree, view.noun
    at = view.trigger or noun or 0
    attack, force, own = view.words("actor_attack"), view.words("force"), view.own
    speaks = range(view.speaker.start, view.speaker.end)
    attacks = [
        t  # a word for an attack, or forces that are a subject and do not only speak
        for t, word in enumerate(tree.words)
        if (word in attack or (word in force and tree.deps[t] == "nsubj" and tree.starts[t] not in speaks))
        and t not in own
    ]
    attacks.sort(key=lambda t: abs(t - at))
    return next((found for attack in attacks if (found := _owner_of_attack(view, attack))), None)
