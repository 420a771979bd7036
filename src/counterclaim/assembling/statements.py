"""Statements: everything that somebody is said to have said, with the claims inside it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.identity import identify
from counterclaim.parsed import Attribution
from counterclaim.records import Article, Claim, Statement


def assemble_statements(
    article: Article, attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> tuple[Statement, ...]:
    """One statement for each attribution that has a source, in the order of the text."""
    found = [_statement(article, said, claims) for said in attributions if said.sources]
    return tuple({statement.id: statement for statement in found}.values())


def _statement(article: Article, said: Attribution, claims: Sequence[Claim]) -> Statement:
    content = said.content
    return Statement(
        id=identify(article.id, content.start, content.end, said.event, said.sources, said.modality),
        sources=said.sources,
        content=content,
        act=said.act,
        modality=said.modality,
        event=said.event,
        claims=tuple(c.id for c in claims if c.sources == said.sources and _inside(c, said)),
    )


def _inside(claim: Claim, said: Attribution) -> bool:
    return said.content.start <= claim.quantity.start and claim.quantity.end <= said.content.end
