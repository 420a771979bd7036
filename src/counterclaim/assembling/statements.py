"""Statements: everything that somebody is said to have said, with the claims inside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from counterclaim.identity import identify
from counterclaim.parsed import Attribution, Candidate, Parties, Where
from counterclaim.records import Article, Claim, Mention, Place, Statement, Target
from counterclaim.vocabulary import TERRITORY

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whom or what a statement's event befell, and where, as far as the sentence says it."""

    target: Target | None = None
    place: Place | None = None


NOTHING = Told()
NOTHING_TOLD: Mapping[Mention, Told] = MappingProxyType({})


def tell(candidate: Candidate, parties: Parties, where: Where) -> Told:
    """What a candidate without a number comes to once side and place were asked."""
    words = candidate.target
    if words is None:
        return Told(place=where.place)
    side = None if candidate.category in TERRITORY else parties.side  # whose land it is, is what they fight about
    target = Target(category=candidate.category, text=words.text, start=words.start, end=words.end, also=(), side=side)
    return Told(target=target, place=where.place)


def assemble_statements(
    article: Article,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    told: Mapping[Mention, Told] = NOTHING_TOLD,
) -> tuple[Statement, ...]:
    """One statement for each attribution that has a source, in the order of the text.

    `told` is by the words of the event. A statement with figures has the event, target and place that they share.
    """
    found = [_statement(article, said, claims, told) for said in attributions if said.sources]
    return tuple({statement.id: statement for statement in found}.values())


def _statement(article: Article, said: Attribution, claims: Sequence[Claim], told: Mapping[Mention, Told]) -> Statement:
    content = said.content
    inside = [c for c in claims if _inside(c, said) and c.sources == said.sources]
    event = said.event or _shared([c.event for c in inside])
    counted = [c for c in inside if c.event == event]
    own = told.get(said.trigger, NOTHING) if said.trigger else NOTHING
    return Statement(
        id=identify(article.id, content.start, content.end, event, said.sources, said.modality),
        sources=said.sources,
        content=content,
        act=said.act,
        modality=said.modality,
        event=event,
        target=_shared([c.target for c in counted]) or own.target,
        place=_shared([c.place for c in counted]) or own.place,
        claims=tuple(c.id for c in inside),
    )


def _shared(values: Sequence[T | None]) -> T | None:
    """What all of them are, or None where they differ."""
    return values[0] if values and all(value == values[0] for value in values) else None


def _inside(claim: Claim, said: Attribution) -> bool:
    return said.content.start <= claim.quantity.start and claim.quantity.end <= said.content.end
