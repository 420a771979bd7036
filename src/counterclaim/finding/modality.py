"""How firmly the sentence says it: asserted, estimated, possible, planned, denied, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from counterclaim.finding.looks import Look, Verdict, words_behind, words_of
from counterclaim.finding.reach import reach_of, small_words
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

NEGATED = "negated"
NOWHERE: Verdict = (NEGATED, None)
BUT = 8  # tokens from "not 12" to "but 21"
BELIEF = ("estimated", "possible", "denied")  # what may be said of an event that only describes: "12 feared dead"


@dataclass(frozen=True, slots=True)
class Standing:
    """How firmly an event is said, by which rule, and the place of the word that takes it for granted, if one does."""

    modality: str
    rule: str | None
    given: int | None


def modality_of(tree: Tree, trigger: int, quantity: int, rules: RuleSet) -> Standing:
    """How firmly the event of this trigger is said; modality "negated" where it is said not to have happened."""
    reach = reach_of(tree, trigger, rules)
    look = Look(tree, trigger, quantity, reach, words_of(rules), words_behind(rules), small_words(rules))
    found = next((said for judge in JUDGES if (said := judge(look)) is not None), ("asserted", None))
    granted = look.reach.granted_by
    return Standing(*found, None if granted is None else tree.starts[granted])


def _negation(look: Look) -> Verdict | None:
    """ "Was not killed", "no plans to kill", "refused to kill" and "would have killed": none of it happened."""
    tree, reach = look.tree, look.reach
    if tree.tags[look.trigger].startswith("VB") and look.kids(look.trigger, "neg"):
        return NOWHERE
    if reach.tense is not None and not reach.modifies and _is_counterfactual(look, reach.tense):
        return NOWHERE
    unsaid = any(look.negates(token) and _undoes(look, token) for token in reach.ruled)
    undone = any(tree.words[token] in look.small["undone"] for token in reach.ruled)
    return NOWHERE if unsaid or undone else None


def _undoes(look: Look, token: int) -> bool:
    word = look.tree.words[token]
    if any(look.tree.words[k] in look.small["nobody"] for k in look.kids(token, "nsubj")):
        return True
    if look.tree.tags[token].startswith("NN"):
        return word not in look.small["undoubted"]
    return word in look.small["unsaid"]


def _is_counterfactual(look: Look, verb: int) -> bool:
    helpers = {look.tree.words[k] for k in look.kids(verb, "aux")}
    return bool(helpers & look.small["have"]) and bool(helpers & look.small["unreal"])


def _not_this_but(look: Look) -> Verdict | None:
    """ "Not 12 but 21": the 12 are denied."""
    words, small, at = look.tree.words, look.small, look.quantity
    denied = at > 0 and words[at - 1] in small["not"] and not small["but"].isdisjoint(words[at : at + BUT])
    return look.words.get(("predicate", "untrue")) if denied else None


def _question(look: Look) -> Verdict | None:
    """ "Were 12 killed?" says nothing; "why were 12 killed?" and "do you know that 12 were?" take it for granted."""
    tree, reach = look.tree, look.reach
    if "?" not in tree.words[-2:] or reach.granted_by is not None or tree.deps[look.trigger] == "amod":
        return None
    opening = next((i for i, word in enumerate(tree.words) if word[0].isalnum()), 0)
    if tree.tags[opening].startswith("W") or any(tree.words[token] in look.small["known"] for token in reach.ruled):
        return None
    verbs = [reach.tense, *reach.ruled]
    asked = tree.words[opening] in look.small["asks"] or any(verb and _is_inverted(look, verb) for verb in verbs)
    bare = reach.tense is None and tree.tags[look.trigger] == "VBN"
    return NOWHERE if asked or bare else None


def _is_inverted(look: Look, verb: int) -> bool:
    """Whether the verb's subject stands behind its auxiliary."""
    subject = next(iter(look.kids(verb, "nsubj", "nsubjpass", "expl")), None)
    helpers = look.kids(verb, "aux", "auxpass")
    first = helpers[0] if helpers else verb
    return subject is not None and first < subject and look.tree.words[first] not in look.small["to"]


def _has_predicate(look: Look, verb: int, *kinds: str) -> bool:
    return any(look.tree.words[k] in look.small[kind] for k in look.kids(verb, "acomp", "attr") for kind in kinds)


def _predicate(look: Look) -> Verdict | None:
    """ "It is possible that", "it is a lie that", "it is not true that"; "the death of 75 is possible"."""
    verbs = [*look.reach.ruled, *([look.reach.subject_of] if look.reach.subject_of is not None else [])]
    for verb in verbs:
        said = look.find("predicate", look.kids(verb, "acomp", "attr", "oprd"))
        negated = look.negates(verb)
        if said is not None:
            return NOWHERE if negated and said[0] == "possible" else None if negated else said
        if negated and _has_predicate(look, verb, "true"):
            return look.words.get(("predicate", "untrue"))
        if negated and (_has_predicate(look, verb, "certain") or look.tree.words[verb] in look.small["certain"]):
            return look.words.get(("predicate", "unclear"))
    return None


def _auxiliary(look: Look) -> Verdict | None:
    verb = look.reach.tense
    if verb is None:
        return None
    found = look.find("aux", look.kids(verb, "aux", "auxpass"))
    if found is None or found[0] != "possible":
        return found
    return look.find("before", look.kids(verb, "mark")) or found


def _adverb(look: Look) -> Verdict | None:
    nodes = {look.trigger, *([look.reach.tense] if look.reach.tense is not None else [])}
    near = [k for node in nodes for k in look.kids(node, "advmod", "amod")]
    before = range(max(0, look.quantity - 3), look.quantity)
    return look.find("adverb", sorted({*near, *before}))


def _governor(look: Look) -> Verdict | None:
    """A word that the event hangs on: "feared", "plans to", "the estimate that"."""
    for token in look.reach.claims:
        only = BELIEF if look.reach.modifies or _is_past(look, token) else ()
        found = look.find("ruled_out" if look.negates(token) else "governor", (token,), only)
        if found is not None:
            return found
    return None


def _is_past(look: Look, governor: int) -> bool:
    """Whether the event's own verb is in the past, so that what governs it is no plan: "agreed that 12 were killed"."""
    tree, verb = look.tree, look.reach.tense
    if verb is None or (
        verb in look.reach.claims and look.reach.claims.index(verb) >= look.reach.claims.index(governor)
    ):
        return False
    helpers = [tree.tags[k] for k in look.kids(verb, "aux", "auxpass")]
    return "VBD" in helpers or (not helpers and tree.tags[verb] == "VBD")


def _estimate(look: Look) -> Verdict | None:
    """ "Estimates suggest", "by some estimates", "according to the institute's estimate"."""
    nodes = {look.trigger, *look.reach.claims, *([look.reach.tense] if look.reach.tense is not None else [])}
    subjects = [k for node in sorted(nodes) for k in look.kids(node, "nsubj", "nsubjpass")]
    return look.find("phrase", subjects) or look.find("phrase", _phrases(look, nodes))


def _phrases(look: Look, nodes: Iterable[int]) -> Iterator[int]:
    """The nouns behind "by" and "according to" beside these words."""
    for node in sorted(nodes):
        for preposition in look.kids(node, "prep", "agent"):
            if look.tree.words[preposition] in look.small["estimating"]:
                inner = look.kids(preposition, "prep", "pobj")
                yield from inner
                yield from (k for token in inner for k in look.kids(token, "pobj"))


def _granted(look: Look) -> Verdict | None:
    """ "To avenge the killing of 12": the killing stands."""
    return look.find("presupposing", () if look.reach.granted_by is None else (look.reach.granted_by,))


def _condition(look: Look) -> Verdict | None:
    """ "If 12 are killed" has not happened; "whether 12 were killed" nobody says."""
    tree, tense = look.tree, look.reach.tense
    nodes = [token for token in (look.trigger, tense, *look.reach.joined) if token is not None]
    nodes += [token for token in look.reach.ruled if tree.tags[token].startswith("VB")][:3]
    for node in nodes:
        asks = tree.deps[node] in ("ccomp", "acl") or _is_unclear(look, tree.head[node])
        found = (look.find("asked", look.kids(node, "mark", "advmod")) if asks else None) or look.find(
            "marker", look.kids(node, "mark", "advmod")
        )
        if found is not None:
            return found
    return None


def _is_unclear(look: Look, verb: int) -> bool:
    said = look.kids(verb, "acomp")
    return bool(said) and (look.negates(verb) or look.find("predicate", said) is not None)


def _purpose(look: Look) -> Verdict | None:
    """ "An operation to liberate three towns": planned, unless the verb before it says that it came about."""
    tree, small = look.tree, look.small
    verb = look.trigger if tree.tags[look.trigger].startswith("VB") else tree.head[look.trigger]
    helpers = {tree.words[k] for k in look.kids(verb, "aux", "auxpass")}
    if helpers.isdisjoint(small["to"]) or helpers & small["have"]:
        return None
    if tree.tags[verb] != "VB" and helpers.isdisjoint(small["be"]):
        return None
    head = tree.head[verb]
    if tree.words[tree.head[head]] in small["causing"]:
        return None
    realised = look.find("realised", (head, *tree.kids[head]) if tree.tags[head].startswith("NN") else (head,))
    return realised or look.find("infinitive", look.kids(verb, "aux", "auxpass"))


JUDGES: tuple[Callable[[Look], Verdict | None], ...] = (
    _not_this_but, _negation, _question, _predicate, _auxiliary, _adverb, _governor, _granted, _condition, _purpose,
    _estimate,
)  # fmt: skip
