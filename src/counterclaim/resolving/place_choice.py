"""Which of a sentence's places is the one that a claim happened at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.parsed import Candidate
from counterclaim.rules import RuleSet

RELATIONS = {"in": 3.0, "near": 2.6, "direction": 2.4, "toward": 1.2, "from": 0.8}
# Events that move something: where from and where to are part of what happened.
MOVING = frozenset({"displaced", "evacuated", "deployed", "launched", "supplied", "lost", "released"})
ENOUGH = 1.2
BOUNDARY = re.compile(r"[;:—]| -- | - |,? (?:while|whereas|but|after|before|when|as|who|which|where|in which|and then)\b")
CHAINED = re.compile(r",?\s*(?:(?:a|an|the)\s+[\w\s-]{0,30})?(?:in|of|near|outside|,)?\s*(?:the\s+)?[\w\s’'-]{0,28}\Z")
DATELINE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,[^.]{0,30})?(?:\([^)]*\)\s*)?(?:--?|–|—)\s")


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words that make a place of a sentence not the claim's: a speaker's seat, a whole war."""

    speaking: re.Pattern[str]
    wide: re.Pattern[str]
    elsewhere: re.Pattern[str]


@lru_cache(maxsize=4)
def sentence_words(rules: RuleSet) -> Sentences:
    """The patterns of one language."""
    classes: dict[str, list[str]] = {}
    for row in rules.table("place_words"):
        classes.setdefault(row["class"], []).append(row["word"])
    return Sentences(*(_alternatives(classes.get(name, [])) for name in ("speaking", "wide", "elsewhere")))


def _alternatives(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else r"(?!)", re.IGNORECASE)


def choose(
    candidate: Candidate, text: str, offset: int, mentions: Sequence[PlaceMention], words: Sentences
) -> PlaceMention | None:
    """The mention in the candidate's sentence that says where, or None. `text` begins at `offset` in the article."""
    scored = [(score(candidate, text, offset, at, mentions, words), -at, at) for at in range(len(mentions))]
    best = max(scored, default=(0.0, 0, 0))
    return mentions[best[2]] if best[0] >= ENOUGH else None


def score(
    candidate: Candidate, text: str, offset: int, at: int, mentions: Sequence[PlaceMention], words: Sentences
) -> float:
    """How well the mention at `at` fits as the place of the candidate."""
    mention = mentions[at]
    value = RELATIONS.get(mention.relation or "", 0.6 if mention.kind else 0.2)
    if mention.relation in ("from", "toward") and candidate.event in MOVING:
        value += 1.6
    value -= 2.5 * mention.attributive
    value -= 0.05 * _distance(candidate, mention, text, offset)
    value -= 0.35 * _boundaries(candidate, mention, text, offset)
    value -= 2.0 * _contains_another(at, mentions, text, offset)
    value -= 2.5 * _speaks(mention, text, offset, words)
    return value - 2.0 * _dates(mention, text, offset)


def _anchor(candidate: Candidate, mention: PlaceMention) -> tuple[int, int]:
    spans = ((candidate.quantity.start, candidate.quantity.end), (candidate.trigger.start, candidate.trigger.end))
    return min(spans, key=lambda span: max(span[0] - mention.end, mention.start - span[1]))


def _gap(candidate: Candidate, mention: PlaceMention, text: str, offset: int) -> str:
    start, end = _anchor(candidate, mention)
    a, b = (mention.end, start) if mention.end <= start else (end, mention.start)
    return text[max(0, a - offset) : max(0, b - offset)]


def _distance(candidate: Candidate, mention: PlaceMention, text: str, offset: int) -> int:
    return _gap(candidate, mention, text, offset).count(" ")


def _boundaries(candidate: Candidate, mention: PlaceMention, text: str, offset: int) -> int:
    return len(BOUNDARY.findall(_gap(candidate, mention, text, offset)))


def _contains_another(at: int, mentions: Sequence[PlaceMention], text: str, offset: int) -> bool:
    """Whether the mention only says where the place named before it lies: "Jayrud near Damascus"."""
    if at == 0 or mentions[at].group == mentions[at - 1].group:
        return False
    before, mention = mentions[at - 1], mentions[at]
    between = text[before.end - offset : mention.start - offset]
    return len(between) < 60 and before.relation is not None and bool(CHAINED.match(between))


def _speaks(mention: PlaceMention, text: str, offset: int, words: Sentences) -> bool:
    """Whether it is the place of a speaker: "officials in Kyiv said", "told reporters in Beirut", "Moscow said"."""
    after = text[mention.end - offset : mention.end - offset + 24]
    before = text[max(0, mention.start - offset - 48) : mention.start - offset]
    if mention.relation is None:
        return bool(words.speaking.match(after.lstrip()))
    return bool(words.speaking.match(after.lstrip(" ,"))) or bool(re.search(words.speaking.pattern + r"[^,;.]{0,24}\Z", before, re.I))


def _dates(mention: PlaceMention, text: str, offset: int) -> bool:
    start = mention.start - offset
    return start < 3 and bool(DATELINE.match(text[mention.end - offset :]))
