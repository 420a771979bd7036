"""What the words around a figure say of how it stands to others: on top of one, part of one, of which incident."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from counterclaim.figures import OWN_VOICE, Figure
from counterclaim.rules import read_table

TABLE = Path(__file__).with_name("words.tsv")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SPLIT = re.compile(r"\b(air) (strike|raid)")  # one word in some texts, two in others
TELLING = 2  # words that sentences of two articles on one incident share
NEXT = 800  # characters within which an article gives a rival toll
NEAR = 24  # characters on each side of a number in which such a word stands


def is_further(figure: Figure) -> bool:
    """Whether a figure comes on top of another one: "nine other civilians", "another 23", "four more"."""
    return _is_further(*around(figure))


@lru_cache(maxsize=65536)
def _is_further(before: str, after: str) -> bool:
    first = WORD.search(after)
    ahead = before.endswith(tuple(_words("further_before")))
    return ahead or (first is not None and first.group() in _words("further_after"))


def is_share(figure: Figure) -> bool:
    """Whether a figure is a share of another one: "15 of the wounded"."""
    _, after = around(figure)
    return _is_share(after)


@lru_cache(maxsize=65536)
def _is_share(after: str) -> bool:
    return after.startswith(tuple(_words("part_after")))


def follows_inclusion(part: Figure, whole: Figure) -> bool:
    """Whether the part stands after its whole, and words between them say that it is one: "ten, including two"."""
    if None in (part.quantity_start, whole.quantity_end) or (part.quantity_start or 0) < (whole.quantity_end or 0):
        return False
    start = max(whole.quantity_end or 0, part.evidence_start) - part.evidence_start
    between = part.evidence[start : (part.quantity_start or 0) - part.evidence_start].lower()
    return any(re.search(rf"\b{word}\b", between) for word in _words("includes"))


def says_included(part: Figure, whole: Figure) -> bool:
    """Whether the sentence of one figure gives the number of the other as a part of its own: "31, including 10"."""
    if part.quantity is None or whole.quantity_end is None:
        return False
    included = _included(whole.evidence, whole.quantity_end - whole.evidence_start)
    return bool(included) and bool(_spellings(part) & included)  # asked of every two figures, and nearly always empty


@lru_cache(maxsize=65536)
def _included(evidence: str, end: int) -> frozenset[str]:
    """What stands where a sentence says which part of its own number, that ends there, is included."""
    runs = (match["words"].split() for match in _including().finditer(evidence[end:].lower()))
    return frozenset(
        " ".join(run[first:last]).strip(".,")
        for run in runs
        for first in range(min(3, len(run)))
        for last in range(first + 1, len(run) + 1)
    )


def _spellings(figure: Figure) -> frozenset[str]:
    """How a figure's number may be written: as it is here, in digits or, if small, in letters."""
    exact = figure.low if figure.low == figure.high else None
    written = {(figure.quantity or "").lower()}
    return frozenset(written if exact is None else written | {str(exact), *_numerals().get(exact, ())})


def is_tabled(figure: Figure) -> bool:
    """Whether a figure was read from a cell of a table, not out of a sentence: then it is sure what it says."""
    return figure.confidence == 1.0


def around(figure: Figure) -> tuple[str, str]:
    """The words right before and right after a figure's number, in lower case; nothing where it has none."""
    if figure.quantity_start is None or figure.quantity_end is None:
        return "", ""
    start, end = figure.quantity_start - figure.evidence_start, figure.quantity_end - figure.evidence_start
    return _around(figure.evidence, start, end, figure.qualifier)


@lru_cache(maxsize=65536)
def _around(evidence: str, start: int, end: int, qualifier: str | None) -> tuple[str, str]:
    before = evidence[max(0, start - NEAR) : start].lower().rstrip()
    if qualifier:
        before = before.removesuffix(qualifier.lower()).rstrip()
    return before, evidence[end : end + NEAR].lower().lstrip()


def is_own_voice(figure: Figure) -> bool:
    """Whether nobody is named as the source: the outlet says it itself."""
    return figure.claimant.startswith(OWN_VOICE)


@lru_cache(maxsize=4096)
def is_named(claimant: str) -> bool:
    """Whether a claimant is somebody in particular: "activists" and "a monitoring group" are nobody known."""
    words = WORD.findall(claimant.replace("-", " "))
    named = [word for word in words if word[:1].isupper() and word.lower() not in _words("unnamed")]
    return bool(named) and not words[0][:1].islower()


@lru_cache(maxsize=65536)
def may_be_one(one: str, other: str) -> bool:
    """Whether two names of claimants may be of the same one: all words of one stand in the other, or one is nameless.

    "a monitoring group" may be any observatory.
    """
    first, second = set(one.lower().split()), set(other.lower().split())
    if first <= second or second <= first:
        return True
    nameless = is_named(one) != is_named(other)
    return nameless and bool(first & _words("watches")) and bool(second & _words("watches"))


def is_rival_toll(one: Figure, other: Figure) -> bool:
    """Whether one article gives a second number for the incident: "the observatory put the toll at six"."""
    if one.article != other.article or abs(one.evidence_start - other.evidence_start) > NEXT:
        return False
    later = max(one, other, key=lambda figure: (figure.evidence_start, figure.quantity_start or 0))
    return any(re.search(rf"\b{word}\b", later.evidence.lower()) for word in _words("rival"))


def tells_the_same(one: Figure, other: Figure) -> bool:
    """Whether two sentences share words that tell an incident: one in neighbouring sentences, two in other articles.

    Two numbers of one sentence are two things, unless it says that one rivals the other.
    """
    shared = shared_words(one, other)
    if one.article != other.article:
        return len(shared) >= TELLING
    plain = shared & set(WORD.findall(SPLIT.sub(r"\1\2", one.evidence)))
    return one.evidence_start != other.evidence_start and bool(plain)


def shared_words(one: Figure, other: Figure) -> frozenset[str]:
    """The words that two sentences share and that tell an incident: no numbers, days, places or common words."""
    places = {word.lower() for figure in (one, other) for word in WORD.findall(figure.place or "")}
    return (_telling(one.evidence) & _telling(other.evidence)) - places


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    joined = SPLIT.sub(r"\1\2", text.lower())
    return frozenset(_stem(word) for word in WORD.findall(joined) if len(word) > 2) - _stems()


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


@cache
def _including() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words("includes"), key=lambda word: (-len(word), word))))
    return re.compile(rf"\b(?:{words})\W+(?=(?P<words>[\w.,]+(?: [\w.,]+){{0,4}}))")


@cache
def _numerals() -> dict[int, frozenset[str]]:
    """The small numbers as they are written out."""
    kinds = {row["kind"] for row in read_table(TABLE, TABLE.read_bytes())}
    numbered = (kind.partition(" ") for kind in kinds)
    return {int(number): _words(f"numeral {number}") for kind, _, number in numbered if kind == "numeral"}


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(_stem, _words("common")))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(TABLE, TABLE.read_bytes()) if row["kind"] == kind)
