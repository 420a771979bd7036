"""What a quantity counts: the category of its phrase, of the count before it, or of those who suffered the event."""

from __future__ import annotations

from counterclaim.finding.counted import Counted, Scene, Sofar
from counterclaim.finding.kinds_said import said_to_be, schooled
from counterclaim.finding.membership import are_fighters, category_of_members, is_membership
from counterclaim.finding.ties import Link
from counterclaim.parsed import Candidate
from counterclaim.records import Mention
from counterclaim.vocabulary import PEOPLE, PEOPLE_EVENTS

LOSING = "event.lose"
BILLION = 1_000_000_000  # so many are no people
UNKNOWN_THING = "equipment"
WHOLE_GROUPS = ("combatant", "civilian", "child", "security", "prisoner")


def category_of(scene: Scene, item: Counted, link: Link, event: str, before: Sofar) -> str | None:
    """The category, or None where nothing that is counted can have this event."""
    noun, lexicon = item.phrase.noun, scene.lexicon
    if event == "attacks":
        return "attack"
    if event in PEOPLE_EVENTS and (said := said_to_be(scene, item)):
        return said
    if link.path == "counted":
        return None if _of_things(scene, item) else _hurt(scene, item) or link.rule.counted
    if noun is None:
        return _shared(scene, item, link, before) or _headless(scene, item, link, event)
    word = scene.tree.words[noun]
    if word in lexicon.small["other"]:
        return _shared(scene, item, link, before) or "person"
    if event == "displaced" and word in lexicon.small["uprooted"]:
        return "person"
    if item.phrase.category is not None:
        return _named(scene, item, link, item.phrase.category)
    if word in lexicon.unaffected:
        return None
    if link.rule.only_people and is_membership(scene, item):
        return "combatant"
    return "person" if link.rule.only_people else ("equipment" if link.rule.event_for("other") else None)


def _named(scene: Scene, item: Counted, link: Link, category: str) -> str:
    """What the noun names, with what the sentence says of it: "its men, killed in action", "members of the army"."""
    if category == "person" and link.rule.id == LOSING:
        return _lost_by(scene, link)
    if category == "person" and _fell_in_action(scene, link):
        return "combatant"
    return schooled(scene, item, category_of_members(scene, item))


def _headless(scene: Scene, item: Counted, link: Link, event: str) -> str | None:
    """People where only people can be meant: fighters where a force lost them or an enemy took them prisoner."""
    if event not in PEOPLE_EVENTS or link.rule.soldiers or (item.quantity.low or 0) >= BILLION:
        return None
    if link.rule.known and not item.is_under(scene.tree, link):
        return None
    if event == "captured":
        return "combatant"
    if link.rule.id == LOSING:
        return _lost_by(scene, link)
    return "combatant" if _fell_in_action(scene, link) else "person"


def _fell_in_action(scene: Scene, link: Link) -> bool:
    """ "2,132 killed in action" were fighters."""
    behind, small = scene.tree.words[link.last + 1 : link.last + 3], scene.lexicon.small
    return len(behind) == 2 and behind[0] in small["in"] and behind[1] in small["action"]


def _lost_by(scene: Scene, link: Link) -> str:
    """ "The guerrillas lost 400 people": their fighters."""
    return "combatant" if are_fighters(scene, _subjects(scene, link.first)) else "person"


def _shared(scene: Scene, item: Counted, link: Link, before: Sofar) -> str | None:
    """What a headless count counts: what the count before it did, or the people last named in the sentence."""
    things = _things_before(scene, item, link)
    if things is not None:
        return scene.lexicon.targets.get(scene.tree.words[things], UNKNOWN_THING)
    earlier = before.leaned_on(link) or _told_before(scene, item, link, before)
    if earlier is not None:
        return earlier.category
    named = _antecedent(scene, item) if link.rule.only_people else None
    if named is None:
        return None
    word = scene.tree.words[named]
    uprooted = link.event == "displaced" and word in scene.lexicon.small["uprooted"]
    return "person" if uprooted else scene.lexicon.targets[word]


def _things_before(scene: Scene, item: Counted, link: Link) -> int | None:
    """The things that a number is of: "raids on rigs, one of which was destroyed", "of the 12 drones, three ..."."""
    tree, phrase = scene.tree, item.phrase
    words = tree.words[max(0, phrase.inside[0] - 1) : phrase.inside[-1] + 3]
    small = scene.lexicon.small
    if small["thing_pronoun"].isdisjoint(words) and tree.words[0] not in small["of"]:
        return None
    for i in range(phrase.inside[0] - 1, -1, -1):
        category = scene.lexicon.targets.get(tree.words[i], UNKNOWN_THING)
        if tree.tags[i] == "NNS":
            return None if category in PEOPLE else i if link.rule.event_for(category) else None
    return None


def _told_before(scene: Scene, item: Counted, link: Link, before: Sofar) -> Candidate | None:
    """The things of the sentence before that a bare number opens with: "It sent 31 tanks. Five have been lost"."""
    told, phrase = scene.told, item.phrase
    opens = not before.found and phrase.noun is None and phrase.inside[0] == 0
    if told is None or not opens or told.category in PEOPLE or told.category == "attack":
        return None
    fewer = (item.quantity.low or 0) <= (told.quantity.low or 0)
    return told if fewer and link.rule.event_for(told.category) else None


def _antecedent(scene: Scene, item: Counted) -> int | None:
    """The people last named before a headless count: "clashed with militants, killing 12"; never one who speaks."""
    tree = scene.tree
    for i in range(min(item.phrase.inside) - 1, -1, -1):
        group = scene.lexicon.targets.get(tree.words[i]) in WHOLE_GROUPS
        acts = tree.deps[tree.head[i]] == "agent"  # "shot by police as he fired from the car he used to kill dozens"
        if group and not acts and tree.tags[i] == "NNS" and tree.deps[i] in ("pobj", "dobj", "conj"):
            return i
    return None


def _hurt(scene: Scene, item: Counted) -> str | None:
    """Who the casualties are: named so themselves ("including two officers"), or by what stands around the word."""
    noun, own = item.phrase.noun, item.phrase.category
    uprooted = noun is not None and scene.tree.words[noun] in scene.lexicon.small["uprooted"]
    return own if own in PEOPLE and own != "person" and not uprooted else _victims(scene, item) or _bearers(scene, item)


def _victims(scene: Scene, item: Counted) -> str | None:
    """Whom a counted event befell: "civilian casualties", "deaths of soldiers", "losses among pilots"."""
    tree, noun = scene.tree, item.phrase.noun
    if noun is None:
        return None
    tokens = list(range(item.phrase.first, noun))
    for kid in tree.kids[noun]:
        if tree.words[kid] in scene.lexicon.small["victim_of"]:
            tokens += tree.subtree(kid)
    said = (scene.lexicon.targets.get(tree.words[i]) for i in tokens if not _is_in_name(scene, i))
    return next((category for category in said if category in PEOPLE and category != "person"), None)


def _is_in_name(scene: Scene, token: int) -> bool:
    """Whether a word is part of a name that a noun follows: "Peasants' Front fighters" are no peasants."""
    tree = scene.tree
    return tree.tags[token].startswith("NNP") and tree.deps[token] in ("compound", "poss", "nmod", "amod")


def _of_things(scene: Scene, item: Counted) -> bool:
    """ "Heavy losses of tanks" are no casualties."""
    tree, noun, small = scene.tree, item.phrase.noun, scene.lexicon.small
    of = next((k for k in tree.kids[noun] if tree.words[k] in small["of"]), None) if noun is not None else None
    lost = tree.kid(of, "pobj") if of is not None else None
    category = scene.lexicon.targets.get(tree.words[lost]) if lost is not None else None
    return category is not None and category not in (*PEOPLE, "attack")


def _bearers(scene: Scene, item: Counted) -> str | None:
    """Who suffered the casualties, or had them inflicted on them: fighters, if they are troops or a force."""
    tree, small = scene.tree, scene.lexicon.small
    verb = tree.head[item.phrase.top]
    if tree.words[verb] in small["bearing"]:
        bearers = _subjects(scene, verb)
    else:
        bearers = [tree.kid(k, "pobj") or k for k in tree.kids[verb] if tree.words[k] in small["upon"]]
    return "combatant" if are_fighters(scene, bearers) else None


def _subjects(scene: Scene, verb: int) -> list[int]:
    """The subjects of a verb, or of the verb that it hangs on ("claims to have lost")."""
    tree = scene.tree
    own = [k for k in tree.kids[verb] if tree.deps[k] == "nsubj"]
    above = tree.head[verb] if tree.deps[verb] in ("xcomp", "conj", "relcl") else verb
    return own or [k for k in tree.kids[above] if tree.deps[k] == "nsubj"]


def target_of(scene: Scene, item: Counted, link: Link, before: Sofar) -> Mention | None:
    """The words for what is counted; for a headless count those that it shares, earlier in the sentence."""
    if item.phrase.noun is not None:
        return own_words(scene, item)
    earlier = before.leaned_on(link)
    if earlier is not None:
        return earlier.target
    named = _antecedent(scene, item) if link.rule.only_people else None
    return None if named is None else _with_modifiers(scene, named)


def own_words(scene: Scene, item: Counted) -> Mention | None:
    """The words of what is counted, without what only leads up to them ("of", "more", "the")."""
    noun, first = item.phrase.noun, item.phrase.first
    if noun is None:
        return None
    while first < noun and scene.tree.words[first] in scene.lexicon.small["filler"]:
        first += 1
    return scene.mention(first, item.phrase.last or noun) if first <= noun else None


def _with_modifiers(scene: Scene, noun: int) -> Mention:
    """The noun with what stands before it, from the beginning of the list that it ends."""
    tree = scene.tree
    first = tree.first_conjunct(noun)
    own = [k for k in tree.kids[first] if k < first and tree.deps[k] in ("amod", "compound", "poss", "nmod")]
    return scene.mention(min([first, *own]), noun)
