"""What a reader hands on: the blocks of an article as found, what the user said about it, and refusals."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about an article; it outranks whatever its bytes say."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None

    def over(self, other: Given) -> Given:
        """These values where there are any, else the other's."""
        return Given(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph as the reader found it, and its kind of part (title and lead are no blocks)."""

    text: str
    kind: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before its canonical text is made: every field as the source has it, dates already ISO."""

    blocks: tuple[Block, ...]
    title: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None

    def filled_from(self, other: Draft) -> Draft:
        """This draft, with the other's metadata where this one has none; the blocks stay."""
        names = [f.name for f in fields(self) if f.name != "blocks"]
        return replace(self, **{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input that is no article that can be read: where, what was found, what was expected, what to do."""

    origin: str
    found: str
    expected: str
    advice: str
    where: str | None = None

    @property
    def message(self) -> str:
        """The refusal in one line."""
        place = f"{self.origin}, {self.where}" if self.where else self.origin
        return " ".join(f"{place}: {self.found}; expected {self.expected}; {self.advice}".split())

    def __str__(self) -> str:
        return self.message


class RefusedError(ValueError):
    """Raised by a reader for input it cannot read; `refusal` without its origin filled in."""

    def __init__(self, found: str, expected: str, advice: str, where: str | None = None) -> None:
        super().__init__(f"{found}; expected {expected}; {advice}")
        self.found, self.expected, self.advice, self.where = found, expected, advice, where

    def at(self, origin: str) -> Refusal:
        """The refusal, with the place it came from."""
        return Refusal(
            origin=origin, where=self.where, found=self.found, expected=self.expected, advice=self.advice
        )  # fmt: skip
