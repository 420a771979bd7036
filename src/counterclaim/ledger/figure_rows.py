"""Claims and statements as figures, and figures as rows of their table and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from counterclaim.extraction import Extraction
from counterclaim.figures import CLAIM, OWN_VOICE, REVISION, STATEMENT, Figure
from counterclaim.records import Article, Claim, Mention, Place, Source, Statement
from counterclaim.rows import chain
from counterclaim.sentence_case import inside_sentence

SCOPE = "scope:"  # a rule of this name says the scope of a measure
NAMES = tuple(field.name for field in fields(Figure))
LISTS = ("also", "caveats")  # kept as lines: no word of a span has a line break
COLUMNS = NAMES
_values = attrgetter(*NAMES)
_at = tuple(NAMES.index(name) for name in LISTS)


def figures_of(extraction: Extraction) -> tuple[Figure, ...]:
    """A figure for each claim, then one for each statement, in the order of the extraction."""
    article = extraction.article
    about = _article(article)
    return (
        *(_claim(claim, article, about) for claim in extraction.claims),
        *(_statement(statement, article, about) for statement in extraction.statements),
    )


def revision_figures(article: Article, records: Iterable[Claim | Statement]) -> Iterator[Figure]:
    """A figure of kind revision for each correction of a series; its number is the change, with its sign."""
    about = _article(article)
    for record in records:
        if isinstance(record, Claim):
            yield replace(_claim(record, article, about), kind=REVISION)


def to_row(figure: Figure) -> tuple[Any, ...]:
    """The figure's values in the order of COLUMNS, as the table holds them."""
    values = list(_values(figure))
    for index in _at:
        values[index] = "\n".join(values[index]) or None
    return tuple(values)


def from_row(row: Iterable[Any]) -> Figure:
    """The figure that a row's values, in the order of COLUMNS, make."""
    values = list(row)
    for index in _at:
        values[index] = tuple(values[index].split("\n")) if values[index] else ()
    return Figure(**dict(zip(NAMES, values, strict=True)))


def claimant_of(sources: tuple[Source, ...], article: Article) -> str:
    """Who says it: the body spoken for, else the speaker, else the words of the text, else the outlet itself."""
    if not sources:
        return f"{OWN_VOICE} ({article.outlet})" if article.outlet else OWN_VOICE
    last = sources[-1]
    return last.org or _speaker(last, article) or inside_sentence(last.text, article.language or "")


def _speaker(source: Source, article: Article) -> str | None:
    """The name of who speaks; the words of the text, where they are all there is, as they stand in a sentence."""
    name, said = source.name, (source.text, source.stands_for.text if source.stands_for else None)
    return inside_sentence(name, article.language or "") if name and name in said else name


def scope_of(rules: Iterable[str]) -> str | None:
    """What narrows a measure beyond its category and territory, as the rules that read it say."""
    return next((rule.removeprefix(SCOPE) for rule in rules if rule.startswith(SCOPE)), None)


def _article(article: Article) -> dict[str, Any]:
    return {
        "article": article.id,
        "key": article.key,
        "link": article.url or article.key,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
    }


def _said(sources: tuple[Source, ...], article: Article) -> dict[str, Any]:
    last = sources[-1] if sources else None
    return {
        "claimant": claimant_of(sources, article),
        "claimant_side": last.side if last else None,
        "speaker": _speaker(last, article) if last else None,
        "chain": chain(sources) or OWN_VOICE,
        "links": len(sources),
    }


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "place": place.name or place.text,
        "precision": place.precision,
        "geonames": place.geonames,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
    }


def _evidence(mention: Mention) -> dict[str, Any]:
    return {"evidence": mention.text, "evidence_start": mention.start, "evidence_end": mention.end}


def _claim(claim: Claim, article: Article, about: dict[str, Any]) -> Figure:
    return Figure(
        claim=claim.id,
        kind=CLAIM,
        act=claim.sources[-1].act if claim.sources else None,
        event=claim.event,
        category=claim.target.category,
        also=claim.target.also,
        target=claim.target.text,
        scope=scope_of(claim.rules),
        side=claim.target.side,
        actor=claim.actor.name if claim.actor else None,
        modality=claim.modality,
        caveats=tuple(caveat.text for caveat in claim.caveats),
        part_of=claim.part_of,
        restates=claim.restates,
        confidence=claim.confidence,
        **about,
        **_said(claim.sources, article),
        **_amount(claim),
        **_period(claim),
        **_place(claim.place),
        **_answer(claim),
        **_evidence(claim.evidence),
    )


def _amount(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    return {
        "low": quantity.low,
        "high": quantity.high,
        "form": quantity.form,
        "unit": quantity.unit,
        "quantity": quantity.text,
        "quantity_start": quantity.start,
        "quantity_end": quantity.end,
        "qualifier": quantity.qualifier.text if quantity.qualifier else None,
    }


def _period(claim: Claim) -> dict[str, Any]:
    period = claim.period
    return {"basis": period.basis, "per": period.per, "start": period.start, "end": period.end}


def _answer(claim: Claim) -> dict[str, Any]:
    answer = claim.answers
    if answer is None:
        return {}
    return {"answers": answer.id, "relation": answer.relation, "whose": answer.whose.text if answer.whose else None}


def _statement(statement: Statement, article: Article, about: dict[str, Any]) -> Figure:
    target = statement.target
    return Figure(
        claim=statement.id,
        kind=STATEMENT,
        act=statement.act,
        event=statement.event,
        category=target.category if target else None,
        also=target.also if target else (),
        target=target.text if target else None,
        side=target.side if target else None,
        modality=statement.modality,
        **about,
        **_said(statement.sources, article),
        **_place(statement.place),
        **_evidence(statement.content),
    )


def iterate(rows: Iterable[Iterable[Any]]) -> Iterator[Figure]:
    """The figures that rows make, one by one."""
    return map(from_row, rows)
