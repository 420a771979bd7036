"""What a sentence says that those who are counted are: "two of the dead were nurses", "30 of them children"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from counterclaim.finding.counted import Counted, Scene
from counterclaim.finding.phrases import categorise
from counterclaim.rules import RuleSet
from counterclaim.vocabulary import PEOPLE

GENERAL = (None, "person")  # the dead, the victims, the people: words that say nothing of who they are
AROUND = 250  # characters beside a sentence in which a school makes its students children


def said_to_be(scene: Scene, item: Counted) -> str | None:
    """The category that the sentence gives to a part of the victims, or None."""
    if item.phrase.partitive and item.phrase.noun is None:
        return _behind_pronoun(scene, item)
    tree, top, noun = scene.tree, item.phrase.top, item.phrase.noun
    part = noun not in (None, top) and item.phrase.category in GENERAL and tree.deps[top] in ("nsubj", "nsubjpass")
    verb = tree.head[top]
    if not part or tree.words[verb] not in scene.lexicon.small["copula"]:
        return None
    said = (k for k in tree.kids[verb] if tree.deps[k] == "attr")
    return next(_kinds(scene, said), None) or _kind_right_behind(scene, verb + 1)


def _behind_pronoun(scene: Scene, item: Counted) -> str | None:
    """ "12 died, five of them children", "four of whom were women": whatever the parse says."""
    tree, at = scene.tree, item.phrase.inside[-1] + 1
    words = scene.lexicon.small
    said = tree.words[at : at + 2]
    if len(said) < 2 or said[0] not in words["of"] or said[1] not in words["pronoun"]:
        return None
    behind = at + 2
    while behind < len(tree.words) and tree.words[behind] in words["copula"]:
        behind += 1
    return _kind_right_behind(scene, behind)


def _kind_right_behind(scene: Scene, first: int) -> str | None:
    """The category of people that the words from `first` on begin with, three at most."""
    words = scene.tree.words
    ends = range(first, min(first + 3, len(words)))
    stop = next((i for i in ends if not words[i].isalpha()), ends.stop)
    found = (scene.lexicon.targets.get(" ".join(words[first : end + 1])) for end in range(first, stop))
    return next((kind for kind in found if kind in PEOPLE and kind != "person"), None)


def _kinds(scene: Scene, nouns: Iterator[int]) -> Iterator[str]:
    """The categories of people that these nouns have, with the words before them ("medical staff")."""
    for noun in nouns:
        first = min(scene.tree.subtree(noun))
        category, _, _ = categorise(scene.tree, scene.lexicon, first, noun)
        if category in PEOPLE and category != "person":
            yield category


def schooled(scene: Scene, item: Counted, category: str) -> str:
    """ "Student" is a child where a school is spoken of, and no university; any other category stays as it is."""
    noun, small = item.phrase.noun, scene.lexicon.small
    if category != "civilian" or noun is None or scene.tree.words[noun] not in small["student"]:
        return category
    start, end = scene.sentence.start, scene.sentence.end
    around = scene.article.text[max(0, start - AROUND) : end + AROUND]
    pattern = _schooling(scene.rules)
    grown = any(word in small["grown_student"] for word in scene.tree.words)
    return "child" if pattern.search(around) and not grown else category


@lru_cache(maxsize=4)
def _schooling(rules: RuleSet) -> re.Pattern[str]:
    words = [row["word"] for row in rules.table("grammar") if row["class"] == "schooling"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
