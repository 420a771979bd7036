"""An article's text cut at every edge of a mark, so that marks which overlap can still be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from counterclaim.extraction import Extraction
from counterclaim.records import Claim, Source, Statement

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and the part it plays: quantity, qualifier, trigger, target, source, cue or said."""

    start: int
    end: int
    kind: str
    number: int | None = None  # the number of the claim that ends its quantity here


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the same marks from end to end, and the numbers of the claims whose quantity ends with it."""

    text: str
    kinds: tuple[str, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as pieces, with the kind of part it is and the claims and statements that stand in it."""

    start: int
    end: int
    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[tuple[int, Claim], ...] = ()
    statements: tuple[Statement, ...] = field(default=())


def paragraphs(
    extraction: Extraction, said: Sequence[Statement], *, within: tuple[int, int] | None = None
) -> Iterator[Paragraph]:
    """The article's paragraphs in order; claims are numbered from 1, `said` are the statements to show.

    `within` are the first character that is wanted and the one after the last: paragraphs are cut there.
    """
    first, last = within or (0, len(extraction.article.text))
    numbered = tuple((n, c) for n, c in enumerate(extraction.claims, 1) if first <= c.quantity.start < last)
    marks = [mark for mark in _marks(extraction, numbered) if mark.start < last and mark.end > first]
    for start, end in _stretches(extraction.article.text):
        start, end = max(start, first), min(end, last)
        if start >= end:
            continue
        yield Paragraph(
            start,
            end,
            next((part.kind for part in extraction.article.parts if part.start <= start < part.end), "body"),
            tuple(_pieces(extraction.article.text, start, end, marks)),
            tuple((number, claim) for number, claim in numbered if start <= claim.quantity.start < end),
            tuple(statement for statement in said if start <= statement.content.start < end),
        )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split(GAP):
        if paragraph:
            yield start, start + len(paragraph)
        start += len(paragraph) + len(GAP)


def _marks(extraction: Extraction, numbered: Iterable[tuple[int, Claim]]) -> Iterator[Mark]:
    yield from _claim_marks(numbered)
    yield from _statement_marks(extraction.statements)


def _claim_marks(numbered: Iterable[tuple[int, Claim]]) -> Iterator[Mark]:
    for number, claim in numbered:
        quantity, target = claim.quantity, claim.target
        yield Mark(quantity.start, quantity.end, "quantity", number)
        yield Mark(claim.trigger.start, claim.trigger.end, "trigger")
        if quantity.qualifier:
            yield Mark(quantity.qualifier.start, quantity.qualifier.end, "qualifier")
        if target.start is not None and target.end is not None:
            yield Mark(target.start, target.end, "target")
        yield from _source_marks(claim.sources)


def _statement_marks(statements: Iterable[Statement]) -> Iterator[Mark]:
    for statement in statements:
        yield Mark(statement.content.start, statement.content.end, "said")
        yield from _source_marks(statement.sources)


def _source_marks(sources: Iterable[Source]) -> Iterator[Mark]:
    for source in sources:
        yield Mark(source.start, source.end, "source")
        if source.cue:
            yield Mark(source.cue.start, source.cue.end, "cue")


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end} | {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end})
    for left, right in pairwise(edges):
        over = [mark for mark in here if mark.start <= left and right <= mark.end]
        numbers = sorted({mark.number for mark in over if mark.number is not None and mark.end == right})
        yield Piece(text[left:right], tuple(sorted({mark.kind for mark in over})), tuple(numbers))
