"""Claims as flat rows for tables of other programs: every row carries its claimant, its words and its link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.extraction import Extraction
from counterclaim.records import Article, Claim, Place, Source

Cell = str | int | float | None
COLUMNS = (
    "claimant", "claimant_side", "act", "modality", "event", "quantity", "low", "high", "form", "unit",
    "target", "target_also", "target_side", "actor", "period", "per", "period_start", "period_end", "period_words",
    "place", "place_name", "geonames", "latitude", "longitude", "country", "caveats",
    "wording", "wording_start", "wording_end", "link", "title", "outlet", "published",
    "confidence", "part_of", "restates", "claim", "article",
)  # fmt: skip
PLACES = 6  # digits kept of a float, as in the format
OWN_VOICE = "the outlet's own voice"


def claim_rows(extractions: Iterable[Extraction]) -> Iterator[dict[str, Cell]]:
    """One row for each claim, in the order of the articles; what is not known is None, never guessed."""
    for extraction in extractions:
        for claim in extraction.claims:
            yield claim_row(extraction.article, claim)


def claim_row(article: Article, claim: Claim) -> dict[str, Cell]:
    """A claim as one row: who says it first, then what, then the words and the link it can be checked by."""
    return {
        "claimant": chain(claim.sources) or OWN_VOICE,
        "claimant_side": claim.sources[-1].side if claim.sources else None,
        "act": claim.sources[-1].act if claim.sources else None,
        "modality": claim.modality,
        "event": claim.event,
        **_quantity(claim),
        "target": claim.target.category,
        "target_also": _joined(claim.target.also),
        "target_side": claim.target.side,
        "actor": claim.actor.name if claim.actor else None,
        **_period(claim),
        **_place(claim.place),
        "caveats": _joined(caveat.text for caveat in claim.caveats),
        "wording": claim.evidence.text,
        "wording_start": claim.evidence.start,
        "wording_end": claim.evidence.end,
        "link": article.url or article.key,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "confidence": _rounded(claim.confidence),
        "part_of": claim.part_of,
        "restates": claim.restates,
        "claim": claim.id,
        "article": article.id,
    }


def claimant(source: Source) -> str:
    """One link of the chain in a few words: the name and body it was resolved to, else its words in the text."""
    known = [part for part in (source.name, source.org) if part]
    return ", ".join(dict.fromkeys(known)) or source.text


def chain(sources: Iterable[Source]) -> str:
    """The chain of those who say it, the one nearest the content first; empty for the outlet's own voice.

    (Agency, Ministry) -> "Ministry, according to Agency"
    """
    return ", according to ".join(claimant(source) for source in reversed(tuple(sources)))


def _quantity(claim: Claim) -> dict[str, Cell]:
    quantity = claim.quantity
    return {
        "quantity": " ".join(part.text for part in (quantity.qualifier, quantity) if part),
        "low": quantity.low,
        "high": quantity.high,
        "form": quantity.form,
        "unit": quantity.unit,
    }


def _period(claim: Claim) -> dict[str, Cell]:
    period = claim.period
    return {
        "period": period.basis,
        "per": period.per,
        "period_start": period.start,
        "period_end": period.end,
        "period_words": _joined(word.text for word in period.words),
    }


def _place(place: Place | None) -> dict[str, Cell]:
    return {
        "place": place.text if place else None,
        "place_name": place.name if place else None,
        "geonames": place.geonames if place else None,
        "latitude": _rounded(place.latitude) if place else None,
        "longitude": _rounded(place.longitude) if place else None,
        "country": place.country if place else None,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None
