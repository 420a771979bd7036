"""What is derived from one extraction alone, before anything is asked of the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.compare.copies import bands_of
from counterclaim.extraction import Extraction
from counterclaim.figures import Figure
from counterclaim.ledger.bulk import Row
from counterclaim.ledger.figure_rows import figures_of, to_row
from counterclaim.ledger.grouping import block_of
from counterclaim.records import Article

HALF = 1 << 63  # a key of 64 bits as a number with a sign


@dataclass(frozen=True, slots=True)
class Projected:
    """An article, the figures of one reading of it as they were extracted, and the keys its text is filed under.

    `rows` holds each figure as its table holds it, with its block.
    """

    article: Article
    figures: tuple[Figure, ...]
    rows: tuple[tuple[Row, int | None], ...]
    keys: tuple[int, ...]

    def row_of(self, position: int, figure: Figure) -> tuple[Row, int | None]:
        """The row and the block of the figure at a position, as it stands now."""
        return self.rows[position] if figure is self.figures[position] else _row(figure)


def project(extraction: Extraction) -> Projected:
    """What an extraction gives."""
    article = extraction.article
    keys = dict.fromkeys(int(band, 16) - HALF for band in bands_of(article.text))
    figures = figures_of(extraction)
    return Projected(article, figures, tuple(map(_row, figures)), tuple(keys))


def _row(figure: Figure) -> tuple[Row, int | None]:
    return to_row(figure), block_of(figure)
