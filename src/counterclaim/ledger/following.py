"""How a judgement stays with its claim when the text or the rules change: by the quantity and its nearest words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from counterclaim.figures import Figure

AROUND = 6  # words on each side that a claim is found again by
ENOUGH = 2  # of them that must stand there still, on one side or the other
NEAR = 200  # characters among which they are sought
WORD = re.compile(r"\w+")
READING = ("event", "category", "side", "low", "high", "modality", "claimant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a claim is found again by: its article, its words for the quantity (or what is said), the words around.

    `reading` is what was made of them when it was judged.
    """

    key: str
    kind: str
    words: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    reading: Mapping[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """The anchor as JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The claim that an anchor leads to now, or None with the reason; `changed` are the fields that read otherwise."""

    claim: str | None
    why: str | None = None
    changed: tuple[str, ...] = ()


def anchor_of(figure: Figure, text: str) -> Anchor:
    """What a figure of this text can be found again by."""
    start, end = span_of(figure)
    return Anchor(
        key=figure.key,
        kind=figure.kind,
        words=text[start:end].casefold(),
        before=_words(text[max(0, start - NEAR) : start])[-AROUND:],
        after=_words(text[end : end + NEAR])[:AROUND],
        reading={name: getattr(figure, name) for name in READING},
    )


def read_anchor(value: Mapping[str, Any]) -> Anchor:
    """The anchor that was kept."""
    return Anchor(
        key=value["key"],
        kind=value["kind"],
        words=value["words"],
        before=tuple(value["before"]),
        after=tuple(value["after"]),
        reading=value["reading"],
    )


def follow(anchor: Anchor, now: Iterable[tuple[Figure, Anchor]]) -> Followed:
    """The claim among those of an article's present text that an anchor leads to.

    The words of the quantity must be the same and some of the words around them; of several the one with most of them,
    then the one with the same event. Two that are equally near are no answer.
    """
    there = [(figure, other) for figure, other in now if (other.kind, other.words) == (anchor.kind, anchor.words)]
    if not there:
        return Followed(claim=None, why=f"nothing in the article reads {anchor.words!r} now")
    ranked = sorted(((_nearness(anchor, other, figure), figure) for figure, other in there), key=_rank, reverse=True)
    (near, same), figure = ranked[0]
    if near < min(ENOUGH, len(anchor.before) + len(anchor.after)):
        return Followed(claim=None, why=f"{anchor.words!r} stands among other words now")
    if len(ranked) > 1 and ranked[1][0] == (near, same):
        return Followed(claim=None, why=f"{anchor.words!r} stands twice among the same words now")
    return reads_now(anchor, figure)


def reads_now(anchor: Anchor, figure: Figure) -> Followed:
    """That an anchor leads to this claim, and what reads otherwise in it than when it was judged."""
    changed = tuple(name for name in READING if getattr(figure, name) != anchor.reading.get(name))
    return Followed(claim=figure.claim, changed=changed)


def nearness(one: Anchor, other: Anchor) -> int:
    """How many words nearest to the quantities are the same, before and after them."""
    return _shared(one.before[::-1], other.before[::-1]) + _shared(one.after, other.after)


def span_of(figure: Figure) -> tuple[int, int]:
    """Where the words of a figure's quantity stand, or what is said where there is none."""
    if figure.quantity_start is None or figure.quantity_end is None:
        return figure.evidence_start, figure.evidence_end
    return figure.quantity_start, figure.quantity_end


def _nearness(anchor: Anchor, other: Anchor, figure: Figure) -> tuple[int, int]:
    return nearness(anchor, other), int(figure.event == anchor.reading.get("event"))


def _rank(found: tuple[tuple[int, int], Figure]) -> tuple[int, int]:
    return found[0]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the first on."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
