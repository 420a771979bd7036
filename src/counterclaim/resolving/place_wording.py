"""The words around places, of one language, as patterns: speakers' seats, whole wars, what lies in what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.rules import RuleSet

NEAR = 40  # characters behind a verb in which its object stands
ASIDE = r"(?:,[^,.;:!?]{1,60},)?"  # "Tunisia, like France, has faced three attacks"


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words that make a place of a sentence not the claim's: a speaker's seat, a whole war."""

    speaking: re.Pattern[str]
    speaker: re.Pattern[str]
    wide: re.Pattern[str]
    elsewhere: re.Pattern[str]
    part: re.Pattern[str]
    boundary: re.Pattern[str]
    chained: re.Pattern[str]
    definite: re.Pattern[str]
    others: re.Pattern[str]
    within: re.Pattern[str]
    kind_after: re.Pattern[str]
    kinds: Mapping[str, str]
    kind_links: str
    back: re.Pattern[str]
    befell: re.Pattern[str]


@lru_cache(maxsize=4)
def sentence_words(rules: RuleSet) -> Sentences:
    """The patterns of one language."""
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for row in rules.table("place_words"):
        classes[row["class"]].append(row["word"])
    kinds = {row["word"]: row["precision"] for row in rules.table("place_kinds")}
    nouns = "|".join(sorted(kinds, key=len, reverse=True))
    return Sentences(
        speaking=_alternatives(classes["speaking"]),
        speaker=_alternatives(classes["speaker"]),
        wide=_alternatives(classes["wide"]),
        elsewhere=_alternatives(classes["elsewhere"], r"in (?:[A-Z][a-z]+,? )?(?:19|20)\d\d"),
        part=_alternatives(classes["part"]),
        boundary=re.compile(rf"[;:—]| -- | - |,? {_alternatives(classes['boundary']).pattern}", re.IGNORECASE),
        chained=_chained([*classes["link"], *classes["far link"]]),
        definite=re.compile(rf"\b(?:the|this|that) ({nouns})\b(?! of)", re.IGNORECASE),
        others=_beside(classes["other"], nouns),
        within=re.compile(
            rf"(?: (?:{nouns}))?,? (?:{'|'.join(sorted(classes['link']))}) (?:the )?(?:[\w’'-]+ ){{0,2}}", re.IGNORECASE
        ),
        kind_after=re.compile(rf"^ (?:{nouns})\b", re.IGNORECASE),
        kinds=kinds,
        kind_links="|".join(sorted(classes["kind link"])),
        befell=_befell(classes["befell"], classes["own_loss"]),
        back=_back(classes["back"], classes["being"]),
    )


def _chained(links: Sequence[str]) -> re.Pattern[str]:
    """What stands between a place and another that only says where it lies: ", ", " near ", ", a town in the "."""
    either = "|".join(map(re.escape, links))
    return re.compile(
        rf"(?:,?\s+(?:a|an|the)(?:\s+[\w-]+){{1,5}}?)?(?:,|,?\s+(?:{either}))"
        r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}(?:of\s+)?\Z",
        re.IGNORECASE,
    )


def _befell(verbs: Sequence[str], losses: Sequence[str]) -> re.Pattern[str]:
    """What stands behind the place where something happened; who "suffered heavy losses" may have done so abroad."""
    lost = rf"(?!(?:[^.,;:]|,\d){{0,{NEAR}}}{_alternatives(losses).pattern})"
    return re.compile(rf"{ASIDE}\s(?:also )?{_alternatives(verbs).pattern}{lost}", re.IGNORECASE)


def _beside(others: Sequence[str], nouns: str) -> re.Pattern[str]:
    """What stands behind a place that is not the only one: " and in other areas", " and nearby villages"."""
    either = "|".join(map(re.escape, sorted(others)))
    return re.compile(rf" and (?:in |at |near )?(?:[\w-]+ )?(?:{either}) (?:{nouns})\b", re.IGNORECASE)


def _back(words: Sequence[str], being: Sequence[str]) -> re.Pattern[str]:
    """A word that stands for a place named before it, "there", but not where it only says that something is."""
    if not words:
        return _alternatives(words)
    either, verbs = ("|".join(map(re.escape, sorted(found))) for found in (words, being))
    return re.compile(rf"\b(?:{either})\b(?!['’]| (?:{verbs})\b)", re.IGNORECASE)


def _alternatives(words: Sequence[str], *patterns: str) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    either = [*map(re.escape, ordered), *patterns]
    return re.compile(rf"\b(?:{'|'.join(either)})\b" if either else r"(?!)", re.IGNORECASE)
