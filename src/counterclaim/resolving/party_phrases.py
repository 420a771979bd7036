"""The words of a sentence that can say whose something is, or who did it: noun phrases without what only hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.tree import Tree

INNER = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "advmod", "npadvmod", "quantmod", "appos", "case"}
)
VERBAL = frozenset({"advcl", "xcomp", "conj", "pcomp", "acl", "prep", "ccomp", "relcl", "dep"})
SUBJECTS = ("nsubj", "nsubjpass")

Words = Mapping[str, frozenset[str]]  # the words of the rules for parties, by kind


def owner_phrase(tree: Tree, noun: int, words: Words) -> list[int]:
    """The noun with its own modifiers and what "of" ties to it: "two soldiers of the Iraqi army (who fled)"."""
    tokens = [noun]
    for kid in tree.kids[noun]:
        if tree.deps[kid] in INNER:
            tokens += joint_phrase(tree, kid, words) if tree.kids[kid] else (kid,)
        elif tree.deps[kid] == "prep" and tree.words[kid] in words["owner"]:
            tokens += [t for k in tree.kids[kid] if tree.deps[k] == "pobj" for t in owner_phrase(tree, k, words)]
        elif tree.words[kid] in words["belonging"]:
            tokens += tree.subtree(kid)
    return sorted(tokens)


def joint_phrase(tree: Tree, noun: int, words: Words) -> list[int]:
    """The phrases of a noun and of those that "and" joins to it: "Russian jets and Syrian helicopters"."""
    return sorted({t for member in tree.conjuncts(noun) for t in owner_phrase(tree, member, words)})


def whole_of(tree: Tree, noun: int, words: Words) -> int | None:
    """The noun that this one is a part of: "convoy" for the trucks in "a convoy of 39 trucks"."""
    prep = tree.head[noun]
    if tree.deps[noun] == "pobj" and tree.words[prep] in words["owner"] and tree.tags[tree.head[prep]].startswith("NN"):
        return tree.head[prep]
    return None


def subjects_above(tree: Tree, token: int) -> Iterator[int]:
    """The subjects of the clauses around a token, the innermost first."""
    below = token
    for node in tree.above(token):
        subject = tree.kid(node, *SUBJECTS)
        if subject is not None and subject != below:
            yield subject
        below = node


def doers(tree: Tree, verb: int, words: Words, victim_verbs: frozenset[str] = frozenset()) -> Iterator[int]:
    """The nouns that do what a verb says, by the grammar: "by" phrase, subject, the subject of a higher verb.

    A passive verb has no doer but its "by" phrase, and a verb like "suffered" has none.
    """
    node = verb
    while True:
        if (by := tree.kid(node, "agent")) is not None and (noun := tree.kid(by, "pobj")) is not None:
            yield noun
        if tree.kid(node, "auxpass", "nsubjpass") is not None or tree.words[node] in victim_verbs:
            return
        if (subject := tree.kid(node, "nsubj")) is not None:
            yield subject
            return
        if tree.deps[node] not in VERBAL or tree.head[node] == node:
            return
        if tree.deps[node] in ("acl", "relcl") and tree.tags[node] == "VBN":
            return
        if tree.tags[node].startswith("NN") and tree.kid(tree.head[node], "ccomp") is not None:
            return  # "officials say a blast kills 7, wounds 30": a noun to the parser, and no deed of the officials
        trailing = tree.deps[node] == "acl" and tree.tags[node] == "VBG"
        node = struck_from(tree, tree.head[node], words["placed"] if trailing else words["aimed"])
        if tree.tags[node].startswith("NN"):
            if not (trailing and tree.deps[node] == "dobj" and tree.words[node] in words["post"]):
                yield node  # "hit the group's posts in a town, inflicting losses": the posts inflict none
            node = tree.head[node] if tree.deps[node] == "dobj" else node


def struck_from(tree: Tree, noun: int, prepositions: frozenset[str]) -> int:
    """What the phrases that end in this noun hang on: in "strikes on militants in a town, destroying ..." the strikes.

    A noun behind no such preposition is itself.
    """
    while tree.deps[noun] == "pobj" and tree.words[tree.head[noun]] in prepositions:
        noun = tree.head[tree.head[noun]]
    return noun


def after_preposition(tree: Tree, noun: int, words: frozenset[str]) -> Iterator[int]:
    """The nouns that prepositions tie to a noun or to its verb: "an attack on a mosque", "attacks against troops"."""
    for node in (noun, tree.head[noun]):
        for kid in tree.kids[node]:
            if tree.words[kid] in words and kid > noun:
                yield from (k for k in tree.kids[kid] if tree.deps[k] in ("pobj", "dobj"))
