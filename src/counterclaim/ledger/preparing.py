"""Intakes made ready for the ledger: all that can be worked out before anything is locked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import zstandard

from counterclaim.extraction import Extraction
from counterclaim.figures import CLAIM, REVISION, STATEMENT
from counterclaim.intake import Intake
from counterclaim.json_text import encoder, without_text
from counterclaim.ledger.bulk import without_collecting
from counterclaim.ledger.errors import LedgerError
from counterclaim.ledger.projected import Projected, project

GoOn = Callable[[], None]
LEVEL = 3  # of compression: a third of the time of level 6, at 103 % of its size


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the claims' table, before its extraction has a number."""

    kind: str
    id: str
    json: str


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that an article was read from, packed, with their SHA-256 and their size."""

    sha256: str
    size: int
    packed: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """An intake as it will be kept, and what will be derived from it."""

    extraction: Extraction
    article: str
    made_by: str
    skipped: str
    records: tuple[Record, ...]
    original: Original
    projected: Projected


def prepare_all(intakes: Iterable[Intake]) -> list[Prepared]:
    """Intakes as they will be kept; LedgerError where a text cannot be, ValueError where a span is wrong."""
    compressor = zstandard.ZstdCompressor(level=LEVEL)  # one for all: to make it takes longer than to use it
    with without_collecting():
        return [_prepare(intake, compressor) for intake in intakes]


def _prepare(intake: Intake, compressor: zstandard.ZstdCompressor) -> Prepared:
    extraction = intake.extraction
    text = extraction.article.text
    if "\0" in text or not _is_unicode(text):
        raise LedgerError(f"{extraction.article.key}: the text holds characters that are none; it cannot be kept")
    encode = encoder(extraction)
    return Prepared(
        extraction=extraction,
        article=encode(without_text(extraction.article)),
        made_by=encode(extraction.made_by),
        skipped=encode(extraction.skipped),
        records=(
            *(Record(CLAIM, claim.id, encode(claim)) for claim in extraction.claims),
            *(Record(STATEMENT, said.id, encode(said)) for said in extraction.statements),
            *(Record(REVISION, claim.id, encode(claim)) for claim in intake.revisions),
        ),
        original=_pack(intake.original if intake.original is not None else text.encode(), compressor),
        projected=project(extraction),
    )


def prepare_ahead(batches: Iterator[Sequence[Intake]]) -> Iterator[tuple[list[Prepared], GoOn]]:
    """Each batch prepared, and what has the next one prepared meanwhile, in another thread.

    That pays while it is the database that works; where nobody asks for it, it is done when the next one is wanted.
    """
    with ThreadPoolExecutor(1) as other:
        coming: list[Future[list[Prepared]]] = []

        def go_on() -> None:
            if not coming and (batch := next(batches, None)):
                coming.append(other.submit(prepare_all, batch))

        go_on()
        while coming:
            yield coming.pop().result(), go_on
            go_on()


def _pack(content: bytes, compressor: zstandard.ZstdCompressor) -> Original:
    return Original(hashlib.sha256(content).hexdigest(), len(content), compressor.compress(content))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
