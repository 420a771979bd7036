"""A sentence with its places, and what the grammar around a name makes of it: a noun's description, a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.parsed import Candidate

DESCRIBING = ("compound", "amod", "nmod", "poss")
LOCAL = frozenset({"settlement", "point", "district", "region"})
POSSESSED = re.compile(r"(?:['’]s|s['’]?)\s+(?:[\w-]+\s+){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its places: text, where it begins, mentions, their kinds and whether they are doubtful.

    `counted` is where its figures begin; `doc` its parse, if it has one.
    """

    text: str
    offset: int
    mentions: Sequence[PlaceMention]
    kinds: Sequence[str]
    doubtful: Sequence[bool]
    counted: Sequence[int]
    doc: Doc | None


def modifies(mention: PlaceMention, scene: Scene) -> bool:
    """Whether the name only describes a noun: "US air strikes", "Russia's agency"; never "in Gaza hospitals"."""
    return _described(mention, scene) is not None


def of_the_counted(candidate: Candidate, mention: PlaceMention, scene: Scene, kind: str) -> bool:
    """Whether a local name describes the very things counted or the event: "two Mosul bridges", "the Homs bombing"."""
    noun = None if mention.attributive or kind not in LOCAL else _described(mention, scene)
    spans = (candidate.trigger, candidate.target)
    return noun is not None and any(span and span.start <= noun.idx + scene.offset < span.end for span in spans)


def _described(mention: PlaceMention, scene: Scene) -> Token | None:
    """The noun that the name only describes."""
    if scene.doc is None or mention.kind or (mention.relation and not mention.weak):
        return None
    end = mention.end - scene.offset
    token = next((token for token in scene.doc if token.idx < end <= token.idx + len(token)), None)
    if token is not None and token.dep_ == "conj":
        token = token.head
    return token.head if token is not None and token.dep_ in DESCRIBING else None


def possesses_another(at: int, scene: Scene) -> bool:
    """Whether the next place is named as its part: "Afghanistan's Mazar-i-Sharif", "Ukraine's capital Kyiv"."""
    if at + 1 >= len(scene.mentions):
        return False
    between = scene.text[scene.mentions[at].end - scene.offset : scene.mentions[at + 1].start - scene.offset]
    return len(between) < 32 and bool(POSSESSED.match(between))
