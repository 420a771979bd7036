"""What one number counts that stands before two nouns: "ten soldiers and civilians" are ten people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from counterclaim.rules import read_table
from counterclaim.tree import Tree
from counterclaim.vocabulary import PEOPLE

MIXED = Path(__file__).with_name("mixed.tsv")
OBJECTS = ("dobj", "pobj", "attr")
FINITE = ("VBD", "VBZ", "VBP", "MD")
OWN = ("CD", "DT", "PRP$", "PDT")  # before a noun: it is counted, or meant, by itself


def mixed_category(tree: Tree, noun: int, category: str, joined: int, other: str | None) -> str:
    """The category of both nouns where the number before the first counts the joined one, too; else the first one's."""
    if other is None or other == category or not _is_counted_too(tree, noun, joined):
        return category
    if (category in PEOPLE) != (other in PEOPLE):
        return category
    return _both().get(frozenset((category, other)), "person" if category in PEOPLE else category)


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
