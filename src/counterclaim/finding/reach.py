"""How an event hangs in its sentence: the words that can say of it that it was planned, feared or denied."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

STEPS = 9  # governors looked at, nearest first
GRANTING = "presupposing"  # the place of words that take an event for granted
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})

Small = dict[str, frozenset[str]]  # the small words of modality by their kind


@lru_cache(maxsize=8)
def small_words(rules: RuleSet) -> Small:
    """The small words of modality by their kind."""
    kinds: dict[str, set[str]] = {}
    for row in rules.table("modality_words"):
        kinds.setdefault(row["kind"], set()).add(row["word"])
    granting = (rule for rule in rules.rules("modality") if rule.one("place") == GRANTING)
    kinds[GRANTING] = {word for rule in granting for word in rule.all("words")}
    return {kind: frozenset(words) for kind, words in kinds.items()}


@dataclass(slots=True)
class Reach:
    """The words above an event.

    `claims` are the governors that bear on it, nearest first, `ruled` those of them that rule it as a clause or "of"
    phrase; `tense` is the verb whose auxiliaries hold for it, `subject_of` the verb that it is the subject of.
    `granted_by` is the word at which the climb ended because it takes the event for granted ("to avenge the 12 who
    were killed"); `joined` are the verbs that it is coordinated with; `modifies` is true where the event only describes
    ("12 wounded soldiers").
    """

    claims: list[int] = field(default_factory=list)
    ruled: list[int] = field(default_factory=list)
    tense: int | None = None
    subject_of: int | None = None
    granted_by: int | None = None
    joined: list[int] = field(default_factory=list)
    modifies: bool = False
    closed: bool = False


def reach_of(tree: Tree, trigger: int, rules: RuleSet) -> Reach:
    """What bears on the event of this trigger, found by climbing from it."""
    small = small_words(rules)
    reach = Reach()
    node: int | None = trigger
    _take_tense(tree, trigger, reach, small)
    for _ in range(STEPS):
        assert node is not None
        if tree.head[node] == node:
            break
        node = _step(tree, node, reach, small)
        if node is None:
            break
    return reach


def _take_tense(tree: Tree, node: int, reach: Reach, small: Small) -> None:
    """The first verb with a tense closes the question."""
    if reach.tense is None and not reach.closed and _has_tense(tree, node, small):
        reach.tense = node


def _has_tense(tree: Tree, node: int, small: Small) -> bool:
    if not tree.tags[node].startswith(("VB", "MD")):
        return False
    own = [tree.words[k] for k in tree.kids[node] if tree.deps[k] in ("aux", "auxpass")]
    told = [word for word in own if word not in small["to"]]
    return tree.tags[node] in TENSED or (bool(told) and not (len(told) == 1 and told[0] in small["be"]))


def _step(tree: Tree, node: int, reach: Reach, small: Small) -> int | None:
    """One step up; None where nothing above bears on the event."""
    dep, head = tree.deps[node], tree.head[node]
    if dep in ("pobj", "pcomp"):
        return _through_preposition(tree, node, reach, small)
    if dep in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
        _as_subject(tree, node, reach, small)
        return None
    if dep in ("relcl", "acl", "amod", "nmod", "poss", "compound"):
        return _as_modifier(tree, node, reach, small)
    if dep == "parataxis" or _is_apart(tree, node, head):
        return None
    if dep == "advcl":
        return _as_adverbial(tree, node, reach, small)
    if dep == "conj" and _shares_infinitive(tree, node, head):
        return _count(tree, head, reach, small, ruled=True)
    if dep == "conj":
        _take_tense(tree, head, reach, small)
        reach.joined.append(head)
        return head
    if tree.words[head] in small[GRANTING] or _is_checked(tree, node, small):
        reach.granted_by = head
        return None
    return _count(tree, head, reach, small, ruled=dep != "prep")


def _shares_infinitive(tree: Tree, node: int, head: int) -> bool:
    """ "Plotted to kidnap him and then attack 12": a bare verb joined to the plotting goes on with what was plotted."""
    bare = tree.tags[node] == "VB" and tree.tags[head] in TENSED and tree.kid(node, "aux", "auxpass", "nsubj") is None
    return bare and any(tree.deps[k] == "xcomp" and tree.tags[k] == "VB" and head < k < node for k in tree.kids[head])


def _is_apart(tree: Tree, node: int, head: int) -> bool:
    """Whether a semicolon parts the two clauses."""
    return tree.deps[node] == "ccomp" and ";" in tree.words[min(node, head) : max(node, head)]


def _is_checked(tree: Tree, node: int, small: Small) -> bool:
    """ "Could not verify the report that 12 were killed": the report stands, with a caveat."""
    return tree.tags[node].startswith("NN") and tree.words[tree.head[node]] in small["checking"]


def _count(tree: Tree, head: int, reach: Reach, small: Small, *, ruled: bool) -> int:
    reach.claims.append(head)
    if ruled:
        reach.ruled.append(head)
    _take_tense(tree, head, reach, small)
    return head


def _through_preposition(tree: Tree, node: int, reach: Reach, small: Small) -> int | None:
    """From the words behind a preposition to what it hangs on: "of" leads on, most others end the climb there."""
    preposition = tree.head[node]
    word, governor = tree.words[preposition], tree.head[preposition]
    if governor == preposition or word in small["afterwards"] or tree.deps[preposition] == "agent":
        reach.granted_by = preposition
        return None
    if tree.words[governor] in small[GRANTING] | small["checking"] | small["fate"]:
        reach.granted_by = governor
        return None
    if word in small["by"]:
        _take_tense(tree, governor, reach, small)
        return governor
    of = word in small["of"]
    if of or tree.deps[node] == "pcomp" or tree.words[governor] in small["occurring"]:
        return _count(tree, governor, reach, small, ruled=of)
    reach.claims.append(governor)
    reach.granted_by = governor if word in small["background"] else None
    return None


def _as_subject(tree: Tree, node: int, reach: Reach, small: Small) -> None:
    verb = tree.head[node]
    reach.granted_by = None if tree.deps[node] == "nsubjpass" else verb
    if tree.words[verb] in small["checking"]:
        return
    reach.subject_of = verb
    if tree.words[verb] in small["occurring"]:
        _take_tense(tree, verb, reach, small)
    if tree.deps[node] == "nsubjpass":
        reach.claims.append(verb)


def _as_modifier(tree: Tree, node: int, reach: Reach, small: Small) -> int | None:
    """ "Reports that 12 were killed" and "a plan to kill 12" lead on; "those who killed 12" do not."""
    marks = {tree.words[k] for k in tree.kids[node] if tree.deps[k] in ("mark", "aux")}
    if tree.deps[node] in ("acl", "relcl") and marks & small["leading_on"]:
        return _count(tree, tree.head[node], reach, small, ruled=True)
    if tree.deps[node] == "relcl":
        reach.granted_by = tree.head[node]
        return None
    reach.modifies, reach.closed = True, True
    return tree.head[node]


def _as_adverbial(tree: Tree, node: int, reach: Reach, small: Small) -> int | None:
    """ "The strike could hit the town, killing 12": the clause shares the verb's tense; others stand by themselves."""
    shares = tree.tags[node] == "VBG" and node > tree.head[node] and tree.kid(node, "mark", "aux") is None
    if shares:
        _take_tense(tree, tree.head[node], reach, small)
        return tree.head[node]
    reach.granted_by = node
    return None
