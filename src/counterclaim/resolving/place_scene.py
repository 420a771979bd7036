"""A sentence with its places, and what the grammar around a name makes of it: a noun's description, a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    standings: dict[int, float] = field(default_factory=dict)  # by mention, as they are asked for


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
    placed = mention.relation and not mention.weak and mention.known  # "in African cities" says where of no "African"
    if scene.doc is None or mention.kind or placed:
        return None
    token = _last_token(mention.end - scene.offset, scene.doc)
    if token is not None and token.dep_ == "conj":
        token = token.head
    return token.head if token is not None and token.dep_ in DESCRIBING else None


def _last_token(end: int, doc: Doc) -> Token | None:
    """The token that ends at a character of the sentence, or holds it."""
    at = bisect_left(range(len(doc)), end, key=lambda i: doc[i].idx + len(doc[i]))
    return doc[at] if at < len(doc) and doc[at].idx < end else None


def possesses_another(at: int, scene: Scene) -> bool:
    """Whether the next place is named as its part: "Afghanistan's Mazar-i-Sharif", "Ukraine's capital Kyiv"."""
    if at + 1 >= len(scene.mentions):
        return False
    between = scene.text[scene.mentions[at].end - scene.offset : scene.mentions[at + 1].start - scene.offset]
    return len(between) < 32 and bool(POSSESSED.match(between))


def called(scene: Scene, at: int, noun: str, links: str) -> bool:
    """Whether a place is called by a noun where it is named: "San Marcos department", "the city of Homs"."""
    start, end = scene.mentions[at].start - scene.offset, scene.mentions[at].end - scene.offset
    before, after = scene.text[:start].lower(), scene.text[end:].lower()
    followed = re.match(rf"\W{{1,2}}(?:\w{{1,2}} )?{noun}\b", after)
    return bool(followed or re.search(rf"\b{noun} (?:(?:{links}) )?\Z", before))
