"""A place name as it stands in a text, before anyone asks which place it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name in a text.

    `relation` is in, near, from, toward, direction or None; `direction` the words of a direction ("south-west of").
    `kind` is the precision said by a word beside the name ("town": settlement). `attributive` marks a name that only
    describes what follows ("the Aleppo media centre"), `weak` a relation that means a place only if other things
    speak for it ("of", "for"); `group` numbers names in one list. `known` says whether the gazetteer has the very
    name.
    """

    text: str
    start: int
    end: int
    known: bool
    relation: str | None = None
    direction: str | None = None
    kind: str | None = None
    attributive: bool = False
    group: int = 0
    weak: bool = False
    rules: tuple[str, ...] = ()
