"""What an article says about where it plays, and what that says about the places that share a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log10

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.nearness import kilometres, nearness, together
from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.gazetteer.wording import Wording

VILLAGE, TOWN, CITY, METROPOLIS = 2_000, 15_000, 100_000, 1_000_000
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
    anchored: set[int] = field(default_factory=set)  # the numbers of the anchors


def options_of(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places that are called by the very name; "X province" may be the province of the town X."""
    return _options(mention.text, mention.kind, gazetteer)


def land_of(mention: PlaceMention, gazetteer: Gazetteer, words: Wording) -> tuple[Entry, ...]:
    """The country that "Pakistani territory" means; nothing for other names."""
    whose, _, noun = mention.text.lower().partition(" ")
    country = gazetteer.country(words.countries[whose]) if noun in words.lands and whose in words.countries else None
    return (country,) if country else ()


@lru_cache(maxsize=4096)  # a name comes again, in an article and in the next
def _options(name: str, kind: str | None, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    named = gazetteer.named(name)
    found = _fitting(named, kind)
    if not found and kind == "region":
        found = tuple(wide for seat in named for wide in gazetteer.named(seat.name) if _is_seat(seat, wide))
    return _without_seats(found, kind)


def _is_seat(seat: Entry, wide: Entry) -> bool:
    return wide.kind == "region" and (wide.country, wide.region) == (seat.country, seat.region)


def sounding_options(mention: PlaceMention, gazetteer: Gazetteer, context: Context) -> tuple[Entry, ...]:
    """The places in the article's countries whose name is the same in another transliteration.

    A district is often none that we know (a part of a town), so one that only sounds alike must lie near what is sure.
    """
    sounding = _fitting(gazetteer.sounding(mention.text), mention.kind)
    if mention.kind == "district":
        sounding = tuple(entry for entry in sounding if together(entry, context.anchors))
    homes = context.countries | context.likely
    return _without_seats(tuple(entry for entry in sounding if entry.country in homes), mention.kind)


def near_home(mention: PlaceMention, entries: tuple[Entry, ...], context: Context) -> tuple[Entry, ...]:
    """The places that a name can mean here: that of a neighbourhood none in a country the article does not name."""
    homes = context.countries | context.likely
    if mention.kind != "district" or not homes:
        return entries
    return tuple(entry for entry in entries if entry.country in homes)


def seat_of(
    mention: PlaceMention, entries: tuple[Entry, ...], seats: Mapping[str, str], context: Context
) -> tuple[Entry, ...]:
    """The capital alone where a name is that of the capital of a country that the article names."""
    country = seats.get(mention.text.lower())
    inside = [entry for entry in entries if entry.kind == "settlement" and entry.country == country]
    if country not in context.countries or not inside:
        return entries
    return (max(inside, key=lambda entry: entry.population),)


def _without_seats(found: tuple[Entry, ...], kind: str | None) -> tuple[Entry, ...]:
    """The places without the divisions that are called after their chief town, unless the text says "region"."""
    if kind == "region":
        return found
    seats = {(entry.country, entry.region) for entry in found if entry.kind == "settlement"}
    return tuple(e for e in found if e.kind != "region" or e.region is None or (e.country, e.region) not in seats)


def _fitting(found: tuple[Entry, ...], kind: str | None) -> tuple[Entry, ...]:
    fitting = tuple(entry for entry in found if fits(entry, kind))
    return fitting or (found if kind != "region" else ())


def fits(entry: Entry, kind: str | None) -> bool:
    if kind == "region":
        return entry.kind in ("region", "country", "sea", "continent")
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
            found[at] = tuple(entry for entry in options[at + 1] if entry.kind in ("country", "region"))
    return found


def narrowed(options: Sequence[tuple[Entry, ...]], inside: Sequence[tuple[Entry, ...]]) -> list[tuple[Entry, ...]]:
    """The options, but of a name said to contain another only those that do: "Ontario" in "London, Ontario"."""
    kept = list(options)
    for at, containers in enumerate(inside):
        if holding := tuple(wide for wide in containers if any(_is_in(entry, wide) for entry in options[at])):
            kept[at + 1] = holding
    return kept


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
    wider = [entry for entry in entries if entry.kind in ("region", "point")]
    if wider and len({entry.country for entry in wider}) == 1 and ordered[0].population < CITY:
        return next((entry for entry in wider if entry.geonames), wider[0])
    return None


def _is_in(entry: Entry, container: Entry) -> bool:
    if container.kind == "country":
        return entry.country == container.country
    return entry.country == container.country and entry.region == container.region is not None


def learn(context: Context, entry: Entry) -> None:
    if entry.country:
        (context.countries if entry.kind == "country" else context.likely).add(entry.country)
    if entry.kind == "region":
        context.regions.add((entry.country, entry.region))
    if entry.kind not in ("country", "continent", "sea") and entry.number not in context.anchored:
        context.anchored.add(entry.number)
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


def decide(sure: Entry | None, likely: Entry | None, containers: Sequence[Entry], context: Context) -> Entry | None:
    """What is taken for granted, unless the article places a namesake: by its region, or among its other places.

    None where the article speaks only of the namesake's country, unless the better known one is a metropolis.
    """
    if sure is None or likely is None or sure == likely:
        return sure or likely
    said = any(_is_in(likely, container) and not _is_in(sure, container) for container in containers)
    foreign = sure.country not in context.countries
    if said or (foreign and (likely.country, likely.region) in context.regions):
        return likely
    others = [anchor for anchor in context.anchors if anchor.number not in (sure.number, likely.number)]
    if nearness(likely, others) >= 2.5 > nearness(sure, others):
        return likely
    rivalled = foreign and likely.country in context.countries and sure.population < METROPOLIS
    return None if rivalled else sure


def _supported(entry: Entry, containers: Sequence[Entry], context: Context, *, alone: bool) -> bool:
    if entry.kind != "settlement" or any(_is_in(entry, container) for container in containers):
        return True
    home = entry.country in context.countries or entry.country in context.likely
    near = nearness(entry, context.anchors)
    # Great powers are named in articles that play elsewhere: a small place needs more than its country's name.
    around = near > 0 or not context.anchors or entry.population >= TOWN
    if home and around and (entry.population >= VILLAGE or alone or (entry.country, entry.region) in context.regions):
        return True
    return near >= (1.5 if home else 2.5) or entry.population >= (TOWN if alone else 3 * CITY)
