"""What is derived from one extraction alone, before anything is asked of the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.compare.copies import bands_of
from counterclaim.extraction import Extraction
from counterclaim.figures import Figure
from counterclaim.ledger.figure_rows import figures_of
from counterclaim.records import Article

HALF = 1 << 63  # a key of 64 bits as a number with a sign


@dataclass(frozen=True, slots=True)
class Projected:
    """An article, the figures of one reading of it as they were extracted, and the keys its text is filed under."""

    article: Article
    figures: tuple[Figure, ...]
    keys: tuple[int, ...]


def project(extraction: Extraction) -> Projected:
    """What an extraction gives."""
    article = extraction.article
    keys = dict.fromkeys(int(band, 16) - HALF for band in bands_of(article.text))
    return Projected(article, figures_of(extraction), tuple(keys))
