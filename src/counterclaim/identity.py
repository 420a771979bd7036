"""Ids: the same words in the same version of an article give the same id, everywhere and always."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from counterclaim.records import Source


def identify(article_id: str, start: int, end: int, event: str | None, sources: Sequence[Source], modality: str) -> str:
    """The first 20 hexadecimal digits of the SHA-256 of what makes a claim or statement itself."""
    last = sources[-1].start if sources else -1
    made_of = "|".join((article_id, str(start), str(end), event or "", str(last), modality))
    return hashlib.sha256(made_of.encode()).hexdigest()[:20]
