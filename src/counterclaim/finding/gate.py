"""The cheap first pass: which sentences are worth parsing at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from counterclaim.finding.cues import Cues, cues
from counterclaim.finding.quantities import find_quantities, find_singulars
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence

REACH = 80  # characters from "a" to the noun that it may count
WORD = re.compile(r"[^\W_]+")
CLASS = {field.name: 1 << bit for bit, field in enumerate(fields(Cues))}
PLAIN, THINGS, TROOPS = CLASS["plain"], CLASS["things"], CLASS["troops"]
SINGLE, TAKEN = CLASS["single"], CLASS["taken"]
THING_NOUNS, TROOP_NOUNS, PEOPLE_NOUNS = CLASS["thing_nouns"], CLASS["troop_nouns"], CLASS["people_nouns"]
NOUNS = THING_NOUNS | PEOPLE_NOUNS


@dataclass(frozen=True, slots=True)
class Matcher:
    """All cue words in one automaton: one look at a text finds every class. `classes[i]` are the bits of word i.

    `heads[i]` are those of its first word, where it has several: "shot down" is found in "shot downtown".
    """

    automaton: AhoCorasick
    classes: tuple[int, ...]
    heads: tuple[int, ...]


@lru_cache(maxsize=8)
def _matcher(rules: RuleSet, about_violence: bool) -> Matcher:
    found = cues(rules, about_violence)
    classes: dict[str, int] = {}
    for name, bit in CLASS.items():
        for word in getattr(found, name):
            classes[word] = classes.get(word, 0) | bit
    words = tuple(sorted(classes))
    heads = tuple(classes.get(word.partition(" ")[0], 0) if " " in word else 0 for word in words)
    return Matcher(_automaton(words), tuple(_with_inner(word, classes) for word in words), heads)


def _with_inner(word: str, classes: dict[str, int]) -> int:
    """The classes of a phrase and of the phrases inside it, which the automaton passes over."""
    places = [match.span() for match in WORD.finditer(word)]
    inner = (word[start:end] for i, (start, _) in enumerate(places) for _, end in places[i:])
    bits = classes[word]
    for phrase in inner:
        bits |= classes.get(phrase, 0)
    return bits


@lru_cache(maxsize=32)
def _automaton(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def lower(text: str) -> str:
    """The text in lower case, character by character, so that every offset stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences_with(words: tuple[str, ...], text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indices of the sentences that hold one of the lower-case words as a whole word."""
    starts = [sentence.start for sentence in sentences]
    found = _automaton(words).find_matches_as_indexes(small := lower(text))
    return frozenset(bisect_right(starts, start) - 1 for _, start, end in found if is_word(small, start, end))


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a match is a whole word."""
    before = start == 0 or not text[start - 1].isalnum()
    return before and (end == len(text) or not text[end].isalnum())


def telling_sentences(
    text: str, sentences: Sequence[Sentence], rules: RuleSet, *, about_violence: bool = True
) -> frozenset[int]:
    """The sentences that may hold a claim: an event beside a quantity, a single one, or a place taken.

    In articles about violence every quantity is worth a look. In others loose words are no events, and no places change
    hands. "A" must stand before a noun of the rules.
    """

    def tells(sentence: Sentence, seen: int, nouns: Sequence[int]) -> bool:
        event = _has_event(seen)
        taken = about_violence and seen & TAKEN and seen & (THING_NOUNS | TROOP_NOUNS)
        if taken or ((event or about_violence) and find_quantities(sentence.text, rules)):
            return True
        return bool(event and seen & SINGLE and _has_single(sentence, nouns, rules))

    matcher = _matcher(rules, about_violence)
    return frozenset(
        sentence.index for sentence, seen, nouns in _seen(text, sentences, matcher) if tells(sentence, seen, nouns)
    )


def _has_event(seen: int) -> bool:
    of_things = seen & THINGS and seen & THING_NOUNS
    return bool(seen & PLAIN or of_things or (seen & TROOPS and seen & TROOP_NOUNS))


def _has_single(sentence: Sentence, nouns: Sequence[int], rules: RuleSet) -> bool:
    """Whether "a" or "another" stands before a noun of the rules."""
    singles = find_singulars(sentence.text, rules, offset=sentence.start) if nouns else ()
    return any(0 <= noun - single.end <= REACH for single in singles for noun in nouns)


def _seen(text: str, sentences: Sequence[Sentence], matcher: Matcher) -> Iterator[tuple[Sentence, int, Sequence[int]]]:
    """Each sentence with the classes of its cues and the places of its nouns."""
    small = lower(text)
    starts = [sentence.start for sentence in sentences]
    seen, nouns = [0] * len(sentences), [list[int]() for _ in sentences]
    for word, start, end in matcher.automaton.find_matches_as_indexes(small):
        whole = is_word(small, start, end)
        bits = matcher.classes[word] if whole else matcher.heads[word]
        if not bits or (not whole and start > 0 and small[start - 1].isalnum()):
            continue
        at = bisect_right(starts, start) - 1
        seen[at] |= bits
        if bits & NOUNS:
            nouns[at].append(start)
    return zip(sentences, seen, nouns, strict=True)
