"""Counts that share what happened and have each their own year or town: "2,978 killed in 1988; 1,200 in 1987"."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.finding.counted import Counted, Scene
from counterclaim.finding.grammar import grammar
from counterclaim.finding.quantity_patterns import phrase_pattern
from counterclaim.parsed import Candidate
from counterclaim.rules import RuleSet

FINITE = ("VBD", "VBZ", "VBP", "MD")
TO_A_NAME = 6  # tokens from "in" to the name in "in the town of Harasta"
YEAR = re.compile(r"(?:19|20)\d\d")


def is_of_another_year(scene: Scene, item: Counted, last: Candidate) -> bool:
    """ "2,978 killings in 1988; 1,200 in 1987": each of the counts has its year."""
    tree, text = scene.tree, scene.article.text
    dated = item.phrase.inside[-1] + 1
    if dated + 1 >= len(tree.words) or tree.words[dated] not in scene.lexicon.small["in"]:
        return False
    own = YEAR.fullmatch(tree.words[dated + 1]) is not None
    return own and _year_between(scene.rules).search(text[last.quantity.end : item.quantity.start]) is not None


def is_elsewhere(scene: Scene, item: Counted, last: Candidate) -> bool:
    """ "Killed three people in Aleppo, two in Idlib and one in Hama": each of the counts has its town."""
    tree, first = scene.tree, item.phrase.inside[0]
    between = range(tree.tokens_in(last.quantity.start, last.quantity.end)[-1] + 1, first)
    placed = next((i for i in reversed(between[:-1]) if _is_in_a_town(scene, i)), first)
    if placed == first or any(tag in FINITE for tag in tree.tags[placed:first]):
        return False
    return _is_listed(scene, first) and _is_in_a_town(scene, item.phrase.inside[-1] + 1)


def _is_listed(scene: Scene, number: int) -> bool:
    """Whether a number stands behind "and" or a comma, or right behind a name where commas are lost."""
    tree, small, before = scene.tree, scene.lexicon.small, number - 1
    while before > 0 and (tree.words[before] in small["quantifier"] or tree.tags[before] == "DT"):
        before -= 1
    return tree.words[before] in small["listing"] or tree.tags[before] == "NNP"


def _is_in_a_town(scene: Scene, preposition: int) -> bool:
    tree = scene.tree
    if preposition >= len(tree.words) or tree.words[preposition] not in scene.lexicon.small["located"]:
        return False
    behind = tree.tags[preposition + 1 : preposition + TO_A_NAME]
    return next((tag for tag in behind if tag not in ("DT", "JJ", "NN", "IN")), "") == "NNP"


@lru_cache(maxsize=4)
def _year_between(rules: RuleSet) -> re.Pattern[str]:
    """What stands between two counts of two years: "in 1988; about ..."."""
    small = grammar(rules)
    within, link, about = map(phrase_pattern, map(sorted, (small["in"], small["and"], small["about"])))
    return re.compile(rf"\b(?:{within}) {YEAR.pattern}\b[,;]? (?:(?:{link}) )?(?:(?:{about}) )?$")
