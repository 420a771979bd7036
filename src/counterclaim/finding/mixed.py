"""What one number counts that stands before two nouns: "ten soldiers and civilians" are ten people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from counterclaim.rules import read_table
from counterclaim.tree import Tree
from counterclaim.vocabulary import PEOPLE

MIXED = Path(__file__).with_name("mixed.tsv")
OBJECTS = ("dobj", "pobj", "attr")
FINITE = ("VBD", "VBZ", "VBP", "MD")
LISTED = ("NNS", "JJ", "NN", ",", "CC")  # what a list of plain plurals is made of
CIVIL = {"civilian", "child", "woman"}
LONG = 3  # members of a list that is more than two nouns
OWN = ("CD", "DT", "PRP$", "PDT")  # before a noun: it is counted, or meant, by itself


def mixed_category(tree: Tree, noun: int, category: str, joined: int, other: str | None) -> str:
    """The category of both nouns where the number before the first counts the joined one, too; else the first one's."""
    if other is None or other == category or not _is_counted_too(tree, noun, joined):
        return category
    if (category in PEOPLE) != (other in PEOPLE):
        return category
    return _both().get(frozenset((category, other)), "person" if category in PEOPLE else category)


def listed_category(tree: Tree, noun: int, known: Mapping[str, str]) -> tuple[str, int] | None:
    """What "dozens of women, children and elderly people" are together, and the last noun; None for other nouns.

    Three bare plurals of people, or more, of which none has a number of its own.
    """
    members = tree.conjuncts(noun) if tree.deps[noun] != "conj" else []
    kinds = [known.get(tree.words[member]) for member in members]
    bare = all(tree.tags[i].startswith(LISTED) for i in range(noun, members[-1])) if members else False
    if len(members) < LONG or not bare or not all(kind in PEOPLE for kind in kinds):
        return None
    if members[-1] + 1 < len(tree.words) and tree.tags[members[-1] + 1] in FINITE and tree.deps[noun] in OBJECTS[:1]:
        return None
    return _together([kind for kind in kinds if kind is not None]), members[-1]


def _together(kinds: Sequence[str]) -> str:
    """The category of people of several kinds; men and people among women and children are civilians, too."""
    apart = {kind for kind in kinds if kind != "person"}
    kept = sorted(apart) if len(apart) > 1 and apart <= CIVIL else kinds
    both = kept[0]
    for kind in kept[1:]:
        both = both if kind == both else _both().get(frozenset((both, kind)), "person")
    return both


def _is_counted_too(tree: Tree, noun: int, joined: int) -> bool:
    """Whether a joined noun is a bare plural, and no subject of what comes next ("ten soldiers and civilians fled")."""
    between = tree.tags[noun + 1 : joined]
    if tree.tags[joined] != "NNS" or tree.tags[noun] != "NNS" or any(tag in OWN for tag in between):
        return False
    if "CC" not in between or "," in between:
        return False
    acts = tree.tags[joined + 1 : joined + 2]
    return not (tree.deps[noun] in OBJECTS and acts and acts[0] in FINITE)


@cache
def _both() -> Mapping[frozenset[str], str]:
    return {frozenset((row["one"], row["other"])): row["both"] for row in read_table(MIXED, MIXED.read_bytes())}
