"""What a source's words are: a pronoun, a person's name, a body, a role, a document; and the noun they turn on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.morphology import plural
from counterclaim.rules import RuleSet

WORD = re.compile(r"[\w'’.-]*\w\.?", re.UNICODE)
POSSESSIVE = re.compile(r"['’]s?$")
ROLES = ("person", "collective", "witness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One source phrase; `head` is its noun in singular.

    `kind` is he, it, they, person, role, anonymous, document, body, media or other.
    `name` is the person's name in it, with its place counted from the start of the phrase.
    """

    kind: str
    head: str | None = None
    name: str | None = None
    name_start: int = 0
    definite: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerWords:
    """The table of speakers' nouns and the small words around them, by lower-case form."""

    kinds: Mapping[str, str]
    singulars: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    after_link: re.Pattern[str]  # what stands before the name of a place: "in the "
    off: re.Pattern[str]  # where what follows only tells of the noun before: "of", "who"

    def kind(self, word: str) -> str | None:
        """person, body, media, document ... for a noun in singular or plural."""
        return self.kinds.get(self.singulars.get(word, word))


@lru_cache(maxsize=8)
def speaker_words(rules: RuleSet) -> SpeakerWords:
    """The compiled table of a rule set."""
    kinds = {row["word"]: row["kind"] for row in rules.table("speakers")}
    singulars = {plural(word): word for word in kinds} | {word: word for word in kinds}
    words: dict[str, set[str]] = {}
    for row in rules.table("reporting_words"):
        words.setdefault(row["kind"], set()).add(row["word"])
    words["everyday"] = {row["word"] for row in rules.table("common_words")}
    link, article, off = ("|".join(sorted(words[kind])) for kind in ("place_link", "the", "leading_off"))
    return SpeakerWords(
        kinds,
        singulars,
        {kind: frozenset(found) for kind, found in words.items()},
        re.compile(rf"\b(?:{link})(?:\s+(?:{article}))?\s+$", re.IGNORECASE),
        re.compile(rf",|\s(?:{off})\s"),
    )


def read_phrase(text: str, known: SpeakerWords) -> Reading:
    """What kind of speaker the words name: "the Defence Ministry's spokesman, Igor Konashenkov" is a person."""
    words = [(match.group(), match.start()) for match in WORD.finditer(text)]
    first = words[0][0].lower() if words else ""
    for pronoun in ("he", "it", "they"):
        if len(words) == 1 and first in known.words[pronoun]:
            return Reading(kind=pronoun)
    head = _head(text, known)
    definite = first in known.words["definite"]
    kind = known.kind(head) if head else None
    name = None if kind in ("anonymous", "collective") and "," not in text else _person(text, known)
    if name is not None and not (head and kind in ("body", "media", "document") and _is_last(head, text, known)):
        return Reading(kind="person", head=head, name=name[0], name_start=name[1], definite=definite)
    return Reading(kind="role" if kind in ROLES else kind or "other", head=head, definite=definite)


def _head(text: str, known: SpeakerWords) -> str | None:
    """The noun of the phrase before its first "of", "for", "in" or comma; else any speaker's noun in it."""
    lead = known.off.split(text, maxsplit=1)[0]
    for piece in (lead, text):
        for match in reversed(list(WORD.finditer(piece))):
            word = POSSESSIVE.sub("", match.group().lower())
            if word in known.singulars:
                return known.singulars[word]
    return None


def _is_last(head: str, text: str, known: SpeakerWords) -> bool:
    last = [POSSESSIVE.sub("", match.group().lower()) for match in WORD.finditer(text.split(",")[0])][-1:]
    return bool(last) and known.singulars.get(last[0]) == head


def _person(text: str, known: SpeakerWords) -> tuple[str, int] | None:
    """A person's name: the last run of capitalised words that are neither titles nor nouns of speakers."""
    runs = list(_runs(text, known))
    if not runs:
        return None
    if len(runs) > 1 and text[runs[-2][1] + len(runs[-2][0]) : runs[-1][1]].strip() in known.words["and"]:
        return None  # two people are one source, but neither's name is the other's
    several = [run for run in runs if " " in run[0]]
    return several[0] if several else runs[-1] if len(text.split()) <= 4 else None


def _runs(text: str, known: SpeakerWords) -> Iterator[tuple[str, int]]:
    """The runs of capitalised words that may be a person's name, with their places.

    A run right before a speaker's noun is no name: "Defence" in "Defence Ministry", "Israeli" in "Israeli officials".
    """
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        joined = bool(run) and not text[run[-1].end() : match.start()].strip()
        if run and not joined:
            yield _span(run, text)
            run = []
        low = POSSESSIVE.sub("", match.group().lower().rstrip("."))
        if _is_name_word(match, low, joined, text, known):
            run.append(match)
            if match.group().endswith(("'s", "’s")) or _ends_sentence(match.group()):
                run = []
        elif run:
            if low not in known.singulars and not _is_first_word(run, low, known):
                yield _span(run, text)
            run = []
    if run:
        yield _span(run, text)


def _span(run: list[re.Match[str]], text: str) -> tuple[str, int]:
    return text[run[0].start() : run[-1].end()], run[0].start()


def _is_name_word(match: re.Match[str], low: str, joined: bool, text: str, known: SpeakerWords) -> bool:
    if joined and low in known.words["name_link"] and not text.isupper():
        return True
    if not match.group()[0].isupper() or low in known.singulars:
        return False
    if any(low in known.words[kind] for kind in ("title", "definite", "article", "time")):
        return False
    return joined or not known.after_link.search(text, 0, match.start())


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 4 and word[:-1].isalpha()


def _is_first_word(run: list[re.Match[str]], following: str, known: SpeakerWords) -> bool:
    """Whether the capital is only that of a sentence's first word: "Food security experts"."""
    return len(run) == 1 and run[0].start() == 0 and following not in known.words["behind_name"]
