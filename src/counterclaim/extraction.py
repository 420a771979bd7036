"""What reading one article gives: the article, what is said in it, what is claimed, and what was passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counterclaim.records import Article, Claim, Skipped, Statement

if TYPE_CHECKING:
    from counterclaim.serialise import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made an extraction: the version of this package, the digest of the rules, the parser's name and version."""

    version: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One article with its statements, its claims, and the quantities that looked like claims and were dropped."""

    article: Article
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    made_by: MadeBy

    def to_dicts(self) -> dict[str, Json]:
        """The extraction as the public format has it: one JSON object, fields in a fixed order.

        Raises ValueError where the words of a span do not stand at its place in the article.
        """
        from counterclaim.serialise import to_dicts

        return to_dicts(self)

    def frame(self) -> Any:
        """The claims as a data frame of polars, else of pandas: one row a claim, columns as in the CSV.

        Raises ImportError where neither is installed.
        """
        from counterclaim.frames import frame

        return frame([self])


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a parsed sentence: the text, the tag, what it is to which other word."""

    text: str
    tag: str
    dep: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedSentence:
    """One sentence and what became of it.

    `why_not_parsed` is the reason where the first pass left it aside; then there are no tokens.
    `rules` are the ids of the rules that fired in it, in order.
    """

    text: str
    start: int
    end: int
    parsed: bool
    why_not_parsed: str | None = None
    tokens: tuple[Token, ...] = ()
    rules: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an article was read as it was, sentence by sentence."""

    article: Article
    sentences: tuple[ExplainedSentence, ...]
