"""A name in a text, and names beside each other that are one party together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

JOINT = re.compile(r"\s*(?:,|/|&|-|,?\s*\band)\s*(?:the\s+)?", re.IGNORECASE)
COMMA = re.compile(r"\s*,\s*(?:the\s+)?", re.IGNORECASE)
OPENING = frozenset({"", "\n", "."})  # what stands before the first word of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A name in a text. `kind`: name, adjective, people, seat, force, organisation or person.

    `tied` is true where the word says a stance or a tie ("pro-Russian", "Iran-backed"): then it is somebody else.
    """

    text: str
    start: int
    end: int
    kind: str
    name: str
    side: str | None
    tied: bool = False


def are_joint(text: str, one: NameMention, other: NameMention) -> bool:
    """Whether "and" or a comma makes one party of two names; "Russia, Putin said" is no such pair."""
    single = {"person", "organisation"} & {one.kind, other.kind}
    joint = bool(JOINT.fullmatch(text, one.end, other.start))
    if not single or one.kind == other.kind:
        return joint
    return joint and single == {"person"} and not COMMA.fullmatch(text, one.end, other.start)


def joint_run(text: str, mentions: Sequence[NameMention], at: int) -> tuple[NameMention, ...]:
    """The name at a position with those right beside it that are one party with it: "Niger, Chad and Nigeria".

    Commas alone join only what opens a sentence ("Russia, Syria bomb ..."): "in Syria, Russian jets" has two parties.
    """
    first = last = at
    while last + 1 < len(mentions) and mentions[last + 1].side and are_joint(text, *mentions[last : last + 2]):
        last += 1
    while first > 0 and mentions[first - 1].side and are_joint(text, *mentions[first - 1 : first + 1]):
        first -= 1
    run = mentions[first : last + 1]
    opens = text[: run[0].start].rstrip(' "“')[-1:] in OPENING
    closed = not _is_comma(text, *run[-2:]) and len({mention.kind for mention in run}) == 1
    return tuple(run) if opens or closed else _between_commas(text, run, at - first)


def _between_commas(text: str, run: Sequence[NameMention], at: int) -> tuple[NameMention, ...]:
    commas = [n + 1 for n, pair in enumerate(pairwise(run)) if _is_comma(text, *pair)]
    first = max((n for n in commas if n <= at), default=0)
    return tuple(run[first : min((n for n in commas if n > at), default=len(run))])


def _is_comma(text: str, one: NameMention, other: NameMention | None = None) -> bool:
    return other is not None and COMMA.fullmatch(text, one.end, other.start) is not None


def joined(mentions: Iterable[NameMention]) -> str | None:
    """The sides of several names as one value: "Russia and Syria"; None for no names."""
    return " and ".join(dict.fromkeys(mention.side for mention in mentions if mention.side)) or None
