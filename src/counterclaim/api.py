"""Reading from Python: a file, a folder, an address or a text in, extractions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.extraction import Extraction
    from counterclaim.reading import Given, Refusal
    from counterclaim.records import Article

LONGEST_NAME = 1000  # a longer string is no path


class ReadingError(ValueError):
    """Some sources could not be read; `refusals` says which, and why."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__("\n".join(map(str, refusals)))
        self.refusals = tuple(refusals)


def read(
    source: str | PathLike[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    model: str | None = None,
    rules: Sequence[str | PathLike[str]] = (),
    refusals: list[Refusal] | None = None,
) -> Iterator[Extraction]:
    """What is claimed and said in each article of a source, one extraction an article, read when asked for.

    `source` is a file, a folder, an https address, or the text of an article: a string of several words or lines
    that names no file is text. What the arguments say of the article outranks what its bytes say.
    What cannot be read is added to `refusals`; without such a list ReadingError tells of it after the last article.

    >>> [extraction] = read("The army said that 12 soldiers were killed on Monday.", published="2022-03-02")
    >>> [claim] = extraction.claims
    >>> claim.event, claim.quantity.low, claim.sources[0].text, claim.period.start
    ('killed', 12, 'The army', '2022-02-28')
    """
    from counterclaim.pipeline import Reader, extract_all
    from counterclaim.reading import Given, Refusal, read_sources
    from counterclaim.rules import load_rules

    given = Given(published=published, outlet=outlet, url=url, language=language)
    reader = Reader(load_rules("en", tuple(map(Path, rules))), model)
    text = isinstance(source, str) and is_text(source)
    articles = _texts(str(source), given) if text else read_sources([str(source)], given=given)
    refused: list[Refusal] = [] if refusals is None else refusals
    for item in extract_all(articles, reader):
        if isinstance(item, Refusal):
            refused.append(item)
        else:
            yield item
    if refusals is None and refused:
        raise ReadingError(refused)


def is_text(source: str) -> bool:
    """Whether a string is an article itself: words with blanks between them, and no name of a file.

    >>> is_text("Two people were killed."), is_text("article.txt"), is_text("https://news.example/a b")
    (True, False, False)
    """
    if "\n" in source or len(source) > LONGEST_NAME:
        return True
    return len(source.split()) > 1 and not source.startswith(("http://", "https://")) and not Path(source).exists()


def _texts(text: str, given: Given) -> Iterator[Article | Refusal]:
    from counterclaim.reading import RefusedError, read_text

    try:
        yield read_text(text, given=given)
    except RefusedError as error:
        yield error.at("text")
