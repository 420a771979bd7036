"""Intakes made ready for the ledger: all that can be worked out before anything is locked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
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

LEVEL = 6  # of compression: half the time of zstd's slow levels, nearly their size


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


def prepare(intake: Intake) -> Prepared:
    """An intake as it will be kept; LedgerError where its text cannot be, ValueError where a span is wrong."""
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
        original=_pack(intake.original if intake.original is not None else text.encode()),
        projected=project(extraction),
    )


def prepare_all(intakes: Iterable[Intake]) -> list[Prepared]:
    """A batch of intakes as they will be kept."""
    with without_collecting():
        return [prepare(intake) for intake in intakes]


def prepare_ahead(batches: Iterable[Sequence[Intake]]) -> Iterator[list[Prepared]]:
    """Each batch prepared, and the next one meanwhile in another thread: which pays where a server does the keeping."""
    with ThreadPoolExecutor(1) as other:
        waiting: Future[list[Prepared]] | None = None
        for batch in batches:
            coming = other.submit(prepare_all, batch)
            if waiting:
                yield waiting.result()
            waiting = coming
        if waiting:
            yield waiting.result()


def _pack(content: bytes) -> Original:
    return Original(hashlib.sha256(content).hexdigest(), len(content), zstandard.compress(content, LEVEL))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
