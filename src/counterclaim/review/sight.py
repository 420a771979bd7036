"""What a reviewer sees of one claim: its fields, its sentence in the text around it, and what others said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.figures import Figure, act_of
from counterclaim.review.judgement import UNDO, Judgement

AROUND = 300  # characters of text before and after the sentence


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with the text around it, the figure's own words apart: before, sentence up to them, them, after."""

    before: str
    opening: str
    words: str
    closing: str
    after: str


def context_of(figure: Figure, text: str, *, around: int = AROUND) -> Context:
    """The claim's sentence in the article's text; cut at words, with marks of what was left out."""
    start, end = figure.evidence_start, figure.evidence_end
    first = figure.quantity_start if figure.quantity_start is not None else start
    last = figure.quantity_end if figure.quantity_end is not None else start
    first, last = (first, last) if start <= first <= last <= end else (start, start)
    before, after = text[max(start - around, 0) : start], text[end : end + around]
    if start > around:
        before = "… " + before.split(" ", 1)[-1]
    if end + around < len(text):
        after = after.rsplit(" ", 1)[0] + " …"
    return Context(before, text[start:first], text[first:last], text[last:end], after)


def fields_of(figure: Figure) -> Iterator[tuple[str, str]]:
    """The claim's fields in words, in a fixed order; what is not known says so."""
    yield "claimant", figure.chain if figure.links else figure.claimant
    yield "act", _joined(act_of(figure), figure.modality if figure.modality != "asserted" else None)
    yield "event", figure.event or "not known"
    yield "figure", _joined(figure.qualifier, figure.quantity, figure.unit)
    yield "low, high", f"{_number(figure.low)}, {_number(figure.high)} ({figure.form or 'no form'})"
    yield "target", _joined(figure.category, *figure.also, f"of {figure.side}" if figure.side else "side not known")
    yield "actor", figure.actor or "not known"
    yield "period", _joined(figure.basis, figure.per, _days(figure))
    yield "place", _joined(figure.place, figure.country) if figure.place else "not known"
    if figure.caveats:
        yield "caveats", ", ".join(figure.caveats)
    yield "source", _joined(figure.outlet, figure.published, figure.link)


def said_of(claim: str, judgements: Iterable[Judgement], *, round: str | None) -> Sequence[Judgement]:
    """What was said of a claim, oldest first; nothing in a blind round."""
    if round is not None:
        return ()
    return tuple(j for j in judgements if j.claim == claim and j.round is None and j.verdict != UNDO)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part) or "not known"


def _number(value: int | None) -> str:
    return "open" if value is None else f"{value:,}"


def _days(figure: Figure) -> str:
    if figure.start is None and figure.end is None:
        return "days not known"
    return f"{figure.start or 'start not known'} to {figure.end or 'end not known'}"
