"""Quantities of one sentence with the phrases they count and the events that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.finding.lexicon import Lexicon
from counterclaim.finding.linking import links
from counterclaim.finding.phrases import Phrase, phrase_of
from counterclaim.finding.ties import Link
from counterclaim.parsed import Candidate
from counterclaim.records import Article, Mention, Quantity
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence
from counterclaim.tree import Tree

YEAR = re.compile(r"(?:19|20)\d\d")
AFTER_ANOTHER = 6  # words from "one" to "after another"
PART = re.compile(r"\d+\.\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A parsed sentence of an article with the rules it is read by; `first` is the position of its first candidate.

    `told` is the last whole count of the sentence before, in the same paragraph, and `told_at` its position.
    """

    article: Article
    sentence: Sentence
    tree: Tree
    rules: RuleSet
    lexicon: Lexicon
    first: int
    told: Candidate | None = None
    told_at: int | None = None

    def mention(self, first: int, last: int) -> Mention:
        """The article's words from the first to the last of these tokens."""
        start, end = self.tree.starts[first], self.tree.ends[last]
        return Mention(text=self.article.text[start:end], start=start, end=end)


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with its phrase and the events that fit; `single` for "a soldier"."""

    quantity: Quantity
    phrase: Phrase
    links: tuple[Link, ...]
    single: bool = False

    def is_under(self, tree: Tree, link: Link) -> bool:
        """Whether the phrase, or the list it is in, hangs right on the event, or the event on a bare number."""
        owned = (
            self.phrase.noun is None
            and tree.deps[link.first] in ("acl", "prep")
            and tree.head[link.first] == self.phrase.top
        )
        return owned or tree.head[tree.first_conjunct(self.phrase.top)] == link.first


@dataclass(frozen=True, slots=True)
class Sofar:
    """The candidates of a sentence up to here, and the links of the last count that had any."""

    found: Sequence[Candidate] = ()
    links: tuple[Link, ...] = ()

    def leaned_on(self, link: Link) -> Candidate | None:
        """The count before a headless one whose people or things it may share."""
        near = [c for c in reversed(self.found[-4:]) if link.rule.event_for(c.category) and c.category != "attack"]
        # "killed 16 people, including a child, and wounded 22": the 22 are people, not children
        return next((c for c in near if c.part_of is None), next(iter(near), None))

    def whole(self, first: int) -> int | None:
        """The position of what a part is a part of; parts in a row ("including 27 posts, 38 guns") have one whole."""
        if not self.found:
            return None
        last = self.found[-1]
        return first + len(self.found) - 1 if last.part_of is None else last.part_of


def count(scene: Scene, quantity: Quantity) -> Counted | None:
    """The quantity with its phrase and events; None where it counts nothing ("both ... and ..." only joins)."""
    phrase = counted_phrase(scene, quantity)
    return None if phrase is None else with_events(scene, quantity, phrase)


def counted_phrase(scene: Scene, quantity: Quantity) -> Phrase | None:
    """The phrase that a quantity counts; None where it counts nothing."""
    phrase = phrase_of(scene.tree, quantity, scene.lexicon)
    joins = phrase is not None and any(scene.tree.deps[i] == "preconj" for i in phrase.inside)
    return None if joins else phrase


def with_events(scene: Scene, quantity: Quantity, phrase: Phrase) -> Counted:
    """The quantity with its phrase and the events that fit."""
    dual = quantity.text.lower() in scene.lexicon.small["dual"] and phrase.category not in ("attack", None)
    if dual or _is_no_count(scene, quantity, phrase) or (phrase.noun is None and _is_wound(scene, phrase)):
        return Counted(quantity, phrase, ())
    return Counted(quantity, phrase, links(scene.tree, phrase, scene.lexicon))


def _is_no_count(scene: Scene, quantity: Quantity, phrase: Phrase) -> bool:
    """Numbers in digits that count nobody: "release 1.0", "Service Pack 2", "shot a 65", "2010 Sergeant Smith"."""
    tree, before = scene.tree, phrase.inside[0] - 1
    behind = tree.words[phrase.inside[-1] + 1 : phrase.inside[-1] + AFTER_ANOTHER]
    small = scene.lexicon.small
    in_a_row = not small["in_a_row"].isdisjoint(map(" ".join, pairwise(behind)))
    if in_a_row and tree.words[phrase.inside[0]] in small["one"]:
        return True  # "one strike after another"
    if quantity.unit is None and PART.fullmatch(quantity.text):
        return True
    if YEAR.fullmatch(quantity.text) and phrase.noun is not None and tree.tags[phrase.noun] in ("NN", "NNP"):
        return True
    if phrase.noun is not None or before < 0 or not quantity.text[0].isdigit():
        return False
    told = before > 0 and tree.words[before] in scene.lexicon.verbs  # "US Raids on Stronghold Kill 22"
    beside = before in (tree.head[phrase.top], *tree.kids[phrase.top])
    named = not told and beside and tree.tags[before] in ("NNP", "NNPS")
    return named or tree.words[before] in small["article"]


def _is_wound(scene: Scene, phrase: Phrase) -> bool:
    """ "Eight bullets, six in the back": wounds of one man."""
    behind = scene.tree.words[phrase.inside[-1] + 1 : phrase.inside[-1] + 4]
    return len(behind) == 3 and behind[2] in scene.lexicon.small["body_part"]


def count_all(scene: Scene, quantities: Iterable[Quantity]) -> list[Counted]:
    """The counts of a sentence, without vague words inside another's phrase ("46 multiple rocket launchers")."""
    counted = [item for quantity in quantities if (item := count(scene, quantity)) is not None]
    inner = {
        i
        for item in counted
        if item.phrase.noun is not None and item.phrase.category is not None and item.quantity.form != "vague"
        for i in range(item.phrase.first, item.phrase.noun)
    }
    return [item for item in counted if item.quantity.form != "vague" or item.phrase.inside[0] not in inner]
