"""How firmly the sentence says it: asserted, estimated, possible, planned, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

NEGATED = "negated"


@lru_cache(maxsize=8)
def _words(rules: RuleSet) -> dict[tuple[str, str], tuple[str, str]]:
    """(place, word) -> (modality, rule id), for the places aux, adverb, governor and marker."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for rule in rules.rules("modality"):
        for word in rule.all("words"):
            found[(rule.one("place") or "", word)] = (rule.one("modality") or "", rule.id)
    return found


def modality_of(tree: Tree, trigger: int, quantity: int, rules: RuleSet) -> tuple[str, str | None]:
    """The modality of an event whose trigger is this token, with the rule that says so; "negated" for "not"."""
    words = _words(rules)
    asserted: tuple[str, str | None] = ("asserted", None)
    if presupposed := _presupposed(tree, trigger, words):
        return _lookup(words, "adverb", _adverbs(tree, trigger, quantity)) or presupposed
    return (
        _negation(tree, trigger)
        or _lookup(words, "aux", (tree.words[k] for k in _auxiliaries(tree, trigger)))
        or _lookup(words, "adverb", _adverbs(tree, trigger, quantity))
        or _lookup(words, "governor", (tree.words[i] for i in _governors(tree, trigger)))
        or _lookup(words, "marker", (tree.words[k] for k in _markers(tree, trigger)))
        or _purpose(tree, trigger, words)
        or asserted
    )


def _lookup(
    words: dict[tuple[str, str], tuple[str, str]], place: str, candidates: Iterable[str]
) -> tuple[str, str | None] | None:
    for word in candidates:
        found = words.get((place, word))
        if found:
            return found
    return None


def _negation(tree: Tree, trigger: int) -> tuple[str, str | None] | None:
    """ "Was not killed", and "would have killed": neither happened."""
    if not tree.tags[trigger].startswith("VB"):
        return None
    kids = [tree.words[k] for k in tree.kids[trigger] if tree.deps[k] in ("aux", "neg")]
    negated = any(tree.deps[k] == "neg" for k in tree.kids[trigger])
    return (NEGATED, None) if negated or ("would" in kids and "have" in kids) else None


def _presupposed(
    tree: Tree, trigger: int, words: dict[tuple[str, str], tuple[str, str]]
) -> tuple[str, str | None] | None:
    """ "Promised to investigate the murder of six priests": what is investigated, condemned or mourned happened."""
    if not tree.tags[trigger].startswith("NN"):
        return None
    return _lookup(words, "presupposing", (tree.words[i] for i in tree.above(trigger)[:4]))


def _governors(tree: Tree, trigger: int) -> list[int]:
    """The words that the event hangs on, up to what a clause told as past describes ("gunmen who murdered six")."""
    chain = [trigger, *tree.above(trigger)[:5]]
    ends = (at for at, node in enumerate(chain) if tree.deps[node] == "relcl" and _is_past(tree, node))
    return chain[1 : next(ends, len(chain)) + 1]


def _is_past(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VBD" or any(tree.tags[k] == "VBD" for k in tree.kids[verb] if tree.deps[k].startswith("aux"))


def _purpose(tree: Tree, trigger: int, words: dict[tuple[str, str], tuple[str, str]]) -> tuple[str, str | None] | None:
    """ "An operation to liberate three towns": planned, unless the verb before it says that it came about."""
    verb = trigger if tree.tags[trigger].startswith("VB") else tree.head[trigger]
    auxiliaries = [tree.words[k] for k in tree.kids[verb] if tree.deps[k] == "aux"]
    if tree.tags[verb] != "VB" or "to" not in auxiliaries or "have" in auxiliaries:
        return None
    return words.get(("realised", tree.words[tree.head[verb]])) or words.get(("infinitive", "to"))


def _auxiliaries(tree: Tree, trigger: int) -> list[int]:
    verb = _finite(tree, trigger)
    return [k for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")]


def _finite(tree: Tree, trigger: int) -> int:
    """The verb that carries the tense: the trigger, the first of joined verbs, or the verb that a noun depends on."""
    node = trigger
    for _ in range(6):
        if tree.tags[node].startswith("VB") or tree.tags[node] == "MD":
            if tree.deps[node] == "conj" and tree.kid(node, "aux", "auxpass") is None:
                node = tree.head[node]
                continue
            return node
        if tree.head[node] == node:
            return node
        node = tree.head[node]
    return node


def _adverbs(tree: Tree, trigger: int, quantity: int) -> list[str]:
    nodes = {trigger, _finite(tree, trigger)}
    near = [k for node in nodes for k in tree.kids[node] if tree.deps[k] in ("advmod", "amod")]
    before = range(max(0, quantity - 3), quantity)
    return [tree.words[i] for i in sorted({*near, *before})]


def _markers(tree: Tree, trigger: int) -> list[int]:
    chain = [_finite(tree, trigger), *tree.above(trigger)[:3]]
    return [k for node in chain for k in tree.kids[node] if tree.deps[k] in ("mark", "advmod")]
