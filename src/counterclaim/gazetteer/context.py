"""What an article says about where it plays, and what that says about the places that share a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log10

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.nearness import kilometres, nearness
from counterclaim.gazetteer.recognise import PlaceMention

TOWN, CITY = 15_000, 100_000
MARGIN = 0.8  # by which the best candidate must lead
SAME = 25.0  # kilometres: two entries of one place
WIDE = {"country": 6.0, "continent": 6.0, "sea": 4.0}


@dataclass(slots=True)
class Context:
    """What the article says about where it plays."""

    countries: set[str] = field(default_factory=set)
    likely: set[str] = field(default_factory=set)
    regions: set[tuple[str | None, str | None]] = field(default_factory=set)
    anchors: list[Entry] = field(default_factory=list)


def options_of(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    found = gazetteer.named(mention.text) or gazetteer.sounding(mention.text)
    fitting = tuple(entry for entry in found if fits(entry, mention.kind))
    found = fitting or (found if mention.kind != "region" else ())
    if mention.kind == "region":
        return found
    seats = {(entry.country, entry.region) for entry in found if entry.kind == "settlement"}
    return tuple(e for e in found if e.kind != "region" or e.region is None or (e.country, e.region) not in seats)


def fits(entry: Entry, kind: str | None) -> bool:
    if kind == "region":
        return entry.kind in ("region", "country", "sea")
    return kind != "settlement" or entry.kind == "settlement"


def containers_of(
    text: str, mentions: Sequence[PlaceMention], options: Sequence[tuple[Entry, ...]], between: re.Pattern[str]
) -> list[tuple[Entry, ...]]:
    """For each mention the country or region said to contain it: "Ariha in Idlib province", "London, Ontario"."""
    found: list[tuple[Entry, ...]] = [()] * len(mentions)
    for at in range(len(mentions) - 1):
        here, following = mentions[at], mentions[at + 1]
        gap = following.start - here.end
        if 0 < gap < 40 and between.match(text[here.end : following.start]):
            wide = options[at + 1]
            if following.kind == "region" or (wide and wide[0].kind in ("country", "region")):
                found[at] = tuple(entry for entry in wide if entry.kind in ("country", "region"))
    return found


def surely(entries: Sequence[Entry], containers: Sequence[Entry], context: Context) -> Entry | None:
    """The one that a reader takes for granted: a country, a place in the region said, a city without rivals."""
    if not entries:
        return None
    within = [entry for entry in entries if any(_is_in(entry, container) for container in containers)]
    if len(within) == 1:
        return within[0]
    wide = [entry for entry in entries if entry.kind in ("country", "continent", "sea")]
    if wide:
        return wide[0]
    ordered = sorted(entries, key=lambda entry: -entry.population)
    rival = ordered[1].population if len(ordered) > 1 else 0
    if ordered[0].population >= CITY and ordered[0].population > 8 * rival:
        return ordered[0]
    at_home = [entry for entry in entries if entry.country in context.countries]
    if len(at_home) == 1 and (at_home[0].population >= TOWN or at_home[0].kind != "settlement"):
        return at_home[0]
    return entries[0] if len(entries) == 1 and entries[0].kind in ("region", "point") else None


def _is_in(entry: Entry, container: Entry) -> bool:
    if container.kind == "country":
        return entry.country == container.country
    return entry.country == container.country and entry.region == container.region is not None


def learn(context: Context, entry: Entry) -> None:
    if entry.country:
        (context.countries if entry.kind == "country" else context.likely).add(entry.country)
    if entry.kind == "region":
        context.regions.add((entry.country, entry.region))
    if entry.kind not in ("country", "continent", "sea") and entry not in context.anchors:
        context.anchors.append(entry)


def _score(entry: Entry, containers: Sequence[Entry], context: Context) -> float:
    """How much speaks for a candidate: said container, named country and region, nearness, and size."""
    score = WIDE.get(entry.kind) or log10(entry.population + 10)
    score += 4.0 * any(_is_in(entry, container) for container in containers)
    score += 3.0 if entry.country in context.countries else 1.5 if entry.country in context.likely else 0.0
    score += 1.5 * ((entry.country, entry.region) in context.regions)
    return score + nearness(entry, context.anchors)


def best(entries: Sequence[Entry], containers: Sequence[Entry], context: Context) -> Entry | None:
    """The candidate that leads clearly and has support in the article, else None."""
    if not entries:
        return None
    scored = sorted((-_score(entry, containers, context), at) for at, entry in enumerate(entries))
    first = entries[scored[0][1]]
    if len(scored) > 1 and scored[1][0] - scored[0][0] < MARGIN and kilometres(first, entries[scored[1][1]]) > SAME:
        return None
    return first if _supported(first, containers, context, alone=len(entries) == 1) else None


def _supported(entry: Entry, containers: Sequence[Entry], context: Context, *, alone: bool) -> bool:
    if entry.kind != "settlement" or any(_is_in(entry, container) for container in containers):
        return True
    home = entry.country in context.countries or entry.country in context.likely
    if home and (entry.population >= 2000 or alone or (entry.country, entry.region) in context.regions):
        return True
    return nearness(entry, context.anchors) >= 1.5 or entry.population >= (TOWN if alone else 3 * CITY)
