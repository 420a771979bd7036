"""What a page is asked to show, as its address says it: which claims, in which order, from where on."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from counterclaim.ledger.paging import Sort
from counterclaim.ledger.querying import LISTS, Filter

MOST = 200  # claims on one page
LONGEST_TRAIL = 20  # pages that can be gone back without the browser's own way back


def _without_empty(value: object) -> object:
    """A form sends an empty field as an empty text."""
    if isinstance(value, list):
        return [item for item in value if item != ""]
    return None if value == "" else value


Some = Annotated[list[str], BeforeValidator(_without_empty)]
One = Annotated[str | None, BeforeValidator(_without_empty)]
Number = Annotated[int | None, BeforeValidator(_without_empty)]


class Chosen(BaseModel):
    """Which claims: several values of one field mean any of them, several fields all of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: One = Field(None, description="Words that the sentence, the claimant or the title has; in quotes in that order.")
    event: Some = Field([], description="What happened: killed, destroyed, ...")
    category: Some = Field([], description="To whom or what: combatant, civilian, tank, ...")
    side: Some = Field([], description="Whose they were.")
    actor: Some = Field([], description="Who is said to have done it.")
    claimant: Some = Field([], description="Who says it.")
    claimant_side: Some = Field([], description="Whose side the claimant is of.")
    speaker: Some = Field([], description="The person who spoke.")
    act: Some = Field([], description="How it was said: stated, conceded, ...")
    outlet: Some = Field([], description="Where it was read.")
    place: Some = Field([], description="The name of the place.")
    country: Some = Field([], description="The country of the place, two letters.")
    scope: Some = Field([], description="What narrows the measure further.")
    modality: Some = Field([], description="How firmly: asserted, estimated, possible, denied, planned.")
    basis: Some = Field([], description="What the number covers: cumulative, period, event, rate, unspecified.")
    form: Some = Field([], description="exact, at_least, at_most, approx, range, vague, none.")
    unit: Some = Field([], description="The unit of the number.")
    status: Some = Field([], description="What people judged: unreviewed, accepted, corrected, rejected, unsure.")
    kind: Some = Field([], description="claim (with a figure) or statement (without).")
    relation: Some = Field([], description="denies, doubts or revises.")
    article: Some = Field([], description="The id of a version of an article.")
    key: Some = Field([], description="The address or name of an article.")
    same: Some = Field([], description="The group of claims that say the same.")
    since: One = Field(None, description="The figure covers this ISO day or later ones.")
    until: One = Field(None, description="The figure covers this ISO day or earlier ones.")
    published_since: One = Field(None, description="Published on this ISO day or later.")
    published_until: One = Field(None, description="Published on this ISO day or earlier.")
    at_least: Number = Field(None, description="The number is at least this.")
    at_most: Number = Field(None, description="The number is at most this.")
    copies: bool = Field(True, description="With reprints and copies.")
    replaced: bool = Field(False, description="With versions of articles that were replaced.")

    @property
    def filter(self) -> Filter:
        """The filter of the ledger."""
        names = {field.name for field in fields(Filter)} - {"text", "claim"}
        return Filter(text=self.q, **{name: getattr(self, name) for name in names})

    def query(self, **changed: Any) -> list[tuple[str, str]]:
        """The address's fields that make these choices, those in `changed` otherwise; what is usual is left out."""
        told = {**self.model_dump(exclude_defaults=True), **changed}
        return [
            (name, _in_words(item))
            for name, value in told.items()
            for item in (value if isinstance(value, (list, tuple)) else [value])
            if item is not None
        ]

    @property
    def narrowed(self) -> tuple[tuple[str, str, list[tuple[str, str]]], ...]:
        """Each choice by itself: its field, its value, and the address's fields without it."""
        found = []
        for name, value in self.query():
            if name in LISTS:
                rest = [item for item in getattr(self, name) if item != value]
                found.append((name, value, self.query(**{name: rest, **PAGING})))
            elif name not in (*PAGING, "sort", "order"):
                found.append((name, value, self.query(**{name: None, **PAGING})))
        return tuple(found)


PAGING: dict[str, None] = {"after": None, "trail": None}


class Listed(Chosen):
    """Which claims, in which order, from which mark on."""

    sort: Sort = Field("added", description="added, published, end (of the days covered), claimant or low (number).")
    order: Annotated[str, Field(pattern="^(down|up)$", description="down: newest or largest first; up.")] = "down"
    after: One = Field(None, description="The mark of a page: `next` of the page before.")
    trail: One = Field(None, description="The marks of the pages before, for the way back.")
    limit: int = Field(50, ge=1, le=MOST, description="Claims on a page.")

    @property
    def marks(self) -> list[str]:
        """The marks of the pages before this one, the first page as an empty text."""
        return self.trail.split(".") if self.trail is not None else []

    def next_query(self, mark: str) -> list[tuple[str, str]]:
        """The fields of the next page's address."""
        trail = [*self.marks, self.after or ""][-LONGEST_TRAIL:]
        return self.query(after=mark, trail=".".join(trail))

    def previous_query(self) -> list[tuple[str, str]] | None:
        """The fields of the address of the page before; None on the first."""
        if self.after is None:
            return None
        *before, last = self.marks or [""]
        return self.query(after=last or None, trail=".".join(before) if before else None)


def _in_words(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


OfChosen = Annotated[Chosen, Query()]
OfListed = Annotated[Listed, Query()]
