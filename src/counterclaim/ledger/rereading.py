"""Kept articles read again by the rules of today: what would change, and what people judged that has lost its claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from counterclaim.extraction import Extraction
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.ledger.history import Change, changes
from counterclaim.ledger.judging import Kept, holds, load_kept, where_now
from counterclaim.ledger.loading import newest_extraction
from counterclaim.ledger.sightings import newest_versions
from counterclaim.ledger.tables import judgements
from counterclaim.review.judgement import CLAIM, UNDO, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A judgement whose claim is not there any more, or reads otherwise, with the reason."""

    judgement: Judgement
    key: str
    why: str


def differences(connection: Connection, now: Extraction, *, at: str) -> tuple[Change, ...]:
    """What reads otherwise in an extraction than in the newest one that is kept of the same version."""
    before = newest_extraction(connection, now.article.id)
    if before is None:
        return ()
    text = now.article.text
    return tuple(changes((figures_of(before), text), (figures_of(now), text), at=at))


def lost_judgements(connection: Connection) -> Iterator[Lost]:
    """Judgements that stay with no claim of the newest version of their article."""
    keys = connection.scalars(select(judgements.c.key).where(judgements.c.key.is_not(None)).distinct()).all()
    for key in sorted(filter(None, keys)):
        kept = load_kept(connection, judgements.c.key == key)
        yield from _lost(connection, key, kept)


def _lost(connection: Connection, key: str, kept: Sequence[Kept]) -> Iterator[Lost]:
    newest = newest_versions(connection, [key]).get(key)
    extraction = newest_extraction(connection, newest) if newest else None
    if extraction is None:
        return
    targets = where_now(kept, figures_of(extraction), extraction.article.text)
    for one in kept:
        followed = targets.get(one.judgement.claim or "")
        if followed is None or one.judgement.subject != CLAIM or one.judgement.verdict == UNDO:
            continue
        if not holds(one.judgement, followed):
            why = followed.why or f"reads otherwise now: {', '.join(followed.changed)}"
            yield Lost(judgement=one.judgement, key=key, why=why)
