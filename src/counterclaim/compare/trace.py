"""Where a claim was first seen, who carried it, who revised it, who disputes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.compare.contradictions import Contradiction, find_contradictions
from counterclaim.compare.denials import find_denials, is_denial
from counterclaim.compare.revisions import Revision, find_revisions
from counterclaim.figures import Figure
from counterclaim.vocabulary import EVENTS

TOKEN = re.compile(r"\d[\d,.]*\d|\w+")
GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One claim by one claimant: the first article that has it, and all others that do, in order of publication.

    `origins` counts the articles that are no copies of another one of them.
    """

    first: Figure
    carriers: tuple[Figure, ...]
    origins: int

    @property
    def words(self) -> str:
        """How many wrote it and how many only carry it: "1 origin, 14 carriers"."""
        return f"{_counted(self.origins, 'origin')}, {_counted(1 + len(self.carriers) - self.origins, 'carrier')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What the ledger knows of some words: the claims, earliest first, and how they stand to others."""

    lines: tuple[Line, ...]
    revisions: tuple[Revision, ...]
    disputes: tuple[Contradiction, ...]
    denials: tuple[Figure, ...]


def trace(figures: Sequence[Figure], words: str) -> Trace:
    """Everything on the claims that some words name: "498 killed", or words of a statement without a figure.

    Numbers must be the claim's own, and so must events ("killed"), where it has one; the other words must stand in its
    sentence, its target, side or claimant.
    """
    asked = asked_for(words)
    found = [figure for figure in figures if matches(figure, asked)]
    named = {(figure.article, figure.claim) for figure in found}
    return Trace(
        lines=tuple(sorted(_lines(found), key=lambda line: _when(line.first))),
        revisions=tuple(r for r in find_revisions(figures) if _is_in(r.before, named) or _is_in(r.after, named)),
        disputes=find_contradictions(_rivals(figures, found)),
        denials=tuple(d.denial for d in find_denials(figures) if any(_is_in(one, named) for one in d.denied)),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to trace, numbers apart."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]


def asked_for(words: str) -> Asked:
    """The numbers and the words of a query: "1,597 Killed" gives 1597 and killed."""
    tokens = [_plain(token) for token in TOKEN.findall(words)]
    return Asked(
        tuple(int(token) for token in tokens if token.isdecimal()),
        tuple(token.lower() for token in tokens if not token.isdecimal()),
    )


def matches(figure: Figure, asked: Asked) -> bool:
    """Whether a figure has all that is asked for."""
    if any(number not in (figure.low, figure.high) for number in asked.numbers):
        return False
    events = [word for word in asked.words if word in EVENTS]
    if events and figure.event is not None and figure.event not in events:
        return False
    fields = (figure.evidence, figure.event, figure.category, figure.target, figure.side, figure.claimant, figure.place)
    text = " ".join(field.lower().replace("_", " ") for field in fields if field)
    return all(re.search(rf"\b{re.escape(word)}", text) for word in asked.words)


def _lines(found: Sequence[Figure]) -> Iterable[Line]:
    """One line for each claimant and reading of the number."""
    told: dict[tuple[object, ...], list[Figure]] = {}
    for figure in sorted(found, key=_when):
        key = (figure.claimant, figure.kind, figure.event, figure.category, figure.low, figure.high, figure.modality)
        told.setdefault(key, []).append(figure)
    for figures in told.values():
        seen = {figure.article: figure for figure in reversed(figures)}
        first, *others = sorted(seen.values(), key=_when)
        origins = sum(figure.origin is None or figure.origin not in seen for figure in seen.values())
        yield Line(first=first, carriers=tuple(others), origins=origins)


def _rivals(figures: Sequence[Figure], found: Sequence[Figure]) -> list[Figure]:
    """Those found, with what other claimants say of the same measure and day."""
    subjects = {(figure.event, figure.category, figure.end) for figure in found}
    claimants = {figure.claimant for figure in found if not is_denial(figure)}
    others = (figure for figure in figures if figure.claimant not in claimants)
    return [*found, *(figure for figure in others if (figure.event, figure.category, figure.end) in subjects)]


def _is_in(figure: Figure, named: set[tuple[str, str]]) -> bool:
    return (figure.article, figure.claim) in named


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plain(token: str) -> str:
    return re.sub(r"\D", "", token) if GROUPED.fullmatch(token) else token


def _when(figure: Figure) -> tuple[str, str, int]:
    return figure.published or figure.end or "9999", figure.article, figure.evidence_start
