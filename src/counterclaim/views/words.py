"""A claim's fields in words that a reader understands, shared by the views for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.records import Article, Claim, Period, Place, Quantity, Source, Statement, Target
from counterclaim.rows import OWN_VOICE, claimant

NOT_KNOWN = "not known"
BASIS = {"cumulative": "running total", "period": "within the period", "event": "one event", "unspecified": "no period"}


def who(sources: Sequence[Source]) -> str:
    """Who says it, nearest first: "Igor Konashenkov, Ministry of Defence (Russia) said; cited by Reuters"."""
    if not sources:
        return f"In {OWN_VOICE}"
    nearest, *outer = reversed(sources)
    said = f"{claimant(nearest)} {acted(nearest)}".strip()
    return "; ".join((said, *(f"cited by {claimant(source)}" for source in outer)))


def acted(source: Source) -> str:
    """What the source did, as the table of verbs has it: "conceded"."""
    return source.act or ""


def how_many(quantity: Quantity) -> str:
    """The number in the text's own words, with its bounds where the words alone do not give them."""
    words = quantity.text
    if quantity.qualifier:
        before = quantity.qualifier.start < quantity.start
        words = f"{quantity.qualifier.text} {words}" if before else f"{words} {quantity.qualifier.text}"
    if quantity.unit:
        words += f" {quantity.unit}" if quantity.unit not in words else ""
    if quantity.form == "vague":
        return f"{words} ({bounds(quantity)})"
    return words


def bounds(quantity: Quantity) -> str:
    """Low and high as our convention has them: "24 or more", "20", "no bounds"."""
    return bounds_between(quantity.low, quantity.high)


def bounds_between(low: int | None, high: int | None) -> str:
    """Two bounds in words, None where one is open."""
    if low is None and high is None:
        return "no bounds"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def whom(target: Target) -> str:
    """The words for those it happened to, or their category where the text has no words: "31 aircraft"."""
    return target.text or plain(target.category)


def plain(name: str) -> str:
    """A name of the format as a word: "armoured_vehicle" gives "armoured vehicle"."""
    return name.replace("_", " ")


def whose(claim: Claim) -> str:
    """Whose they were and who did it, each only where it is known: "Ukraine, by Russia"."""
    side = claim.target.side or "side not known"
    return f"{side}, by {claim.actor.name}" if claim.actor else side


def when(period: Period) -> str:
    """The days covered and on what basis: "2022-02-24/2022-02-27, running total"."""
    return ", ".join(part for part in (days(period), basis(period)) if part)


def days(period: Period) -> str:
    """The days covered, as an ISO interval where they are several; empty where none is known."""
    start, end = period.start, period.end
    if start and end:
        return start if start == end else f"{start}/{end}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else ""


def basis(period: Period) -> str:
    """What the figure counts: a running total, a period, one event, so many per day."""
    return f"per {period.per}" if period.per else BASIS.get(period.basis, period.basis)


def where(place: Place | None) -> str:
    """The article's own spelling, with the gazetteer's beside it where they differ: "near Krasny Liman (Lyman)"."""
    if place is None:
        return NOT_KNOWN
    words = place.text if place.relation == "in" else f"{plain(place.relation)} {place.text}"
    if place.name is None:
        return f"{words} (not resolved)"
    return words if place.name == place.text else f"{words} ({place.name})"


def firmness(claim: Claim) -> str:
    """How firmly it is said, with the text's reservations: "asserted, not verified"."""
    return ", ".join(dict.fromkeys((claim.modality, *(plain(caveat.kind) for caveat in claim.caveats))))


def about(statement: Statement) -> str:
    """What a statement is about and how firm it is, each only where it says something: "mistreated, possible"."""
    modality = "" if statement.modality == "asserted" else statement.modality
    return ", ".join(part for part in (plain(statement.event or ""), modality) if part)


def headline(article: Article) -> str:
    """The title, or the key where there is none."""
    return article.title or article.key


def byline(article: Article) -> str:
    """Outlet, day and language, each only where known: "Daily Sabah, 2022-02-27, en"."""
    return ", ".join(part for part in (article.outlet, article.published, article.language) if part)


def without_figure(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that hold no claim."""
    return tuple(statement for statement in statements if not statement.claims)


def tally(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
