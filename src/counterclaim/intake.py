"""What a ledger takes in: an extraction with the bytes it was read from, from files, folders and addresses."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.extraction import Extraction, MadeBy
from counterclaim.records import Article, Claim

if TYPE_CHECKING:
    from counterclaim.reading import Given, Refusal

AHEAD = 512  # originals that wait for their articles; reading runs far less ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One extraction for the ledger, the bytes of its article, and figures that were revised afterwards."""

    extraction: Extraction
    original: bytes | None = None
    revisions: tuple[Claim, ...] = ()


@dataclass(slots=True)
class Originals:
    """The bytes that were read and whose articles have not come yet, the oldest dropped when there are too many."""

    waiting: OrderedDict[str, bytes] = field(default_factory=OrderedDict)

    def keep(self, sha256: str, content: bytes) -> None:
        """Take down the bytes under their digest."""
        self.waiting[sha256] = content
        self.waiting.move_to_end(sha256)
        while len(self.waiting) > AHEAD:
            self.waiting.popitem(last=False)

    def of(self, article: Article) -> bytes | None:
        """The bytes of an article, if they are still there."""
        return self.waiting.get(article.origin.sha256) if article.origin else None


def take_in(
    sources: Sequence[str | Path],
    *,
    given: Given | None = None,
    rules_dirs: tuple[Path, ...] = (),
    model: str | None = None,
    retrieved: str | None = None,
) -> Iterator[Intake | Refusal]:
    """One intake or refusal for each article of the sources, in their order, read when asked for.

    Raises RuleError for wrong rules and ModelError where no parser is installed.
    """
    from counterclaim.pipeline import NOTHING, Reader, extract_all
    from counterclaim.reading import read_sources
    from counterclaim.rules import load_rules

    originals = Originals()
    reader = Reader(load_rules("en", rules_dirs), model)
    articles = read_sources(sources, given=given or NOTHING, retrieved=retrieved, keep=originals.keep)
    for item in extract_all(articles, reader):
        if isinstance(item, Extraction):
            yield Intake(extraction=item, original=originals.of(item.article))
        else:
            yield item


def extract_again(
    articles: Iterable[Article],
    *,
    known: Callable[[Article, MadeBy], bool],
    rules_dirs: tuple[Path, ...] = (),
    model: str | None = None,
) -> Iterator[Extraction]:
    """The extractions of articles that were read before, by the rules and the parser of today.

    Those that are `known` as these have made them are passed over.
    """
    from counterclaim.pipeline import Reader, extract_all
    from counterclaim.rules import load_rules

    reader = Reader(load_rules("en", rules_dirs), model)
    wanted = (article for article in articles if not known(article, reader.made_by))
    for item in extract_all(wanted, reader):
        assert isinstance(item, Extraction)  # only reading refuses
        yield item


def change_notes(text: str) -> bool:
    """Whether a text says that it was changed after it came out: "This story has been updated"."""
    from counterclaim.rules import load_rules

    lowered = text.casefold().replace("’", "'")
    return any(row["words"] in lowered for row in load_rules("en").table("change_notes"))
