"""The records of the public format, version 1: what the text says beside what we made of it.

Field names and meanings are those of the format's documentation (`docs/format.md`); the words that a field may hold
stand in `vocabulary`.
Every record is frozen. A record that has `text`, `start` and `end` is a stretch of the article:
`article.text[start:end] == text`, in Unicode code points, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FORMAT = "counterclaim/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of the article, with their place in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the article's text and the role it plays on the page (one of PARTS)."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceDate:
    """The day that "today" and "Thursday" count from, and where it was found.

    `value` is an ISO date; `origin` is given, published, dateline, caption or text (`from` in the format);
    text, start and end are null where the day does not stand in the article's text.
    """

    value: str
    origin: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the bytes came from: a path or address, their SHA-256, the reader, the time the reader was told."""

    path: str
    sha256: str
    reader: str
    retrieved: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of an article, as published: canonical text, its parts, and the page's own metadata."""

    key: str
    id: str
    text: str
    parts: tuple[Part, ...]
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
    reference_date: ReferenceDate | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as the text gives it: never rounded, never a midpoint. `rule` is the id of the rule that found it."""

    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    form: str
    unit: str | None = None
    convention: str | None = None
    qualifier: Mention | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Who or what it happened to: one category, others that hold as well, and whose they were."""

    category: str
    text: str | None
    start: int | None
    end: int | None
    also: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The party that is said to have done it; text is null where the name follows from the context alone."""

    name: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of the chain of those who say it. `stands_for` is what a pronoun or a role was resolved to."""

    text: str
    start: int
    end: int
    name: str | None = None
    org: str | None = None
    side: str | None = None
    stands_for: Mention | None = None
    cue: Mention | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """A reservation in the text: not_verified or disputed, and by whom. Never a source. `rule` is the rule's id."""

    kind: str
    text: str
    start: int
    end: int
    by: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a claim answers: denies, doubts or revises another (its id if it stands in the article), and whose."""

    relation: str
    id: str | None = None
    whose: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a figure covers, and the words that say so. `why` is the reason for what is null."""

    basis: str
    per: str | None = None
    start: str | None = None
    end: str | None = None
    words: tuple[Mention, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: the article's words beside the gazetteer's entry, or candidates where none can be chosen."""

    name: str | None
    text: str
    start: int
    end: int
    relation: str = "in"
    precision: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    candidates: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A sentence elsewhere that a claim rests on, and why."""

    text: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A source says that something happened to a number of people, things or places."""

    id: str
    event: str
    trigger: Mention
    quantity: Quantity
    target: Target
    actor: Actor | None
    sources: tuple[Source, ...]
    modality: str
    period: Period
    place: Place | None
    evidence: Mention
    confidence: float
    caveats: tuple[Caveat, ...] = ()
    part_of: str | None = None
    restates: str | None = None
    answers: Answer | None = None
    context: tuple[Context, ...] = ()
    rules: tuple[str, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody says, with a figure or without."""

    id: str
    sources: tuple[Source, ...]
    content: Mention
    act: str
    modality: str
    event: str | None = None
    target: Target | None = None
    place: Place | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A quantity that looked like a claim and was dropped, with the reason and the id of the rule that dropped it."""

    text: str
    start: int
    end: int
    reason: str
    rule: str = ""
