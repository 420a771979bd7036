"""Which place of the gazetteer a name means: decided by the article's other places, never by size alone.

A wrong place is worse than none: where several places are so called and nothing in the article speaks for one of
them, or where no namesake lies near the places named together with it, the answer is None, with the candidates and
the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import asin, cos, log10, radians, sin, sqrt

from rapidfuzz import fuzz, process

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.gazetteer.spelling import normalise, sound
from counterclaim.gazetteer.wording import wording
from counterclaim.rules import RuleSet

NEAR, TOGETHER, AROUND = 60.0, 120.0, 400.0  # kilometres: one list of villages, one front, one part of a country
TOWN, CITY = 15_000, 100_000
MARGIN = 0.8  # by which the best candidate must lead
ALIKE = 88.0  # least likeness of two sounds, of 100
CANDIDATES = 5
LISTED = 45  # characters from one name of a list to the next
CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [A-Z][a-z]+)?|(?:[A-Z]\.){2,}")
CONTAINED = re.compile(r"(?:,|,? in|,? of|[^,.;]{0,24} (?:in|of))\s*(?:the\s+)?(?:\w+\s+)?\Z")

AMBIGUOUS = "several places are so called"
FAR = "no namesake near the places named with it"
UNSUPPORTED = "nothing else in the article speaks for this place"
UNKNOWN = "not in the gazetteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What a mention means: an entry, or candidates and the reason why none was chosen."""

    entry: Entry | None
    candidates: tuple[Entry, ...] = ()
    why: str | None = None


@dataclass(slots=True)
class _Context:
    """What the article says about where it plays."""

    countries: set[str] = field(default_factory=set)
    likely: set[str] = field(default_factory=set)
    regions: set[tuple[str | None, str | None]] = field(default_factory=set)
    anchors: list[Entry] = field(default_factory=list)


def kilometres(a: Entry, b: Entry) -> float:
    """The distance between two places along the ground."""
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def locate(text: str, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, rules: RuleSet) -> tuple[Located, ...]:
    """What each mention of an article means, parallel to `mentions` (which are in the order of the text)."""
    if not mentions:
        return ()
    options = [_options(mention, gazetteer) for mention in mentions]
    context = _Context()
    countries = wording(rules).countries
    named = (countries.get(word.lower()) for word in set(CAPITALISED.findall(text)))
    context.countries.update(code for code in named if code)
    inside = _containers(text, mentions, options)
    first = _round(mentions, options, inside, context, sure=True)
    for entry in filter(None, first):
        _learn(context, entry)
    chosen: list[Entry | None] = []
    for entry in _round(mentions, options, inside, context, sure=False):
        chosen.append(entry)
        if entry is not None:
            _learn(context, entry)
    _spread(mentions, chosen)
    return tuple(
        _verdict(mention, entry, options[at], context, gazetteer, _companions(at, mentions, chosen))
        for at, (mention, entry) in enumerate(zip(mentions, chosen, strict=True))
    )


def _options(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    found = gazetteer.named(mention.text) or gazetteer.sounding(mention.text)
    fitting = tuple(entry for entry in found if _fits(entry, mention.kind))
    found = fitting or (found if mention.kind != "region" else ())
    if mention.kind == "region":
        return found
    seats = {(entry.country, entry.region) for entry in found if entry.kind == "settlement"}
    return tuple(e for e in found if e.kind != "region" or e.region is None or (e.country, e.region) not in seats)


def _fits(entry: Entry, kind: str | None) -> bool:
    if kind == "region":
        return entry.kind in ("region", "country", "sea")
    return kind != "settlement" or entry.kind == "settlement"


def _containers(
    text: str, mentions: Sequence[PlaceMention], options: Sequence[tuple[Entry, ...]]
) -> list[tuple[Entry, ...]]:
    """For each mention the country or region said to contain it: "Ariha in Idlib province", "London, Ontario"."""
    found: list[tuple[Entry, ...]] = [()] * len(mentions)
    for at in range(len(mentions) - 1):
        here, following = mentions[at], mentions[at + 1]
        gap = following.start - here.end
        if 0 < gap < 40 and CONTAINED.match(_between(text, here, following)):
            wide = options[at + 1]
            if wide and wide[0].kind in ("country", "region") or following.kind == "region":
                found[at] = tuple(entry for entry in wide if entry.kind in ("country", "region"))
    return found


def _between(text: str, a: PlaceMention, b: PlaceMention) -> str:
    return text[a.end : b.start]


def _round(
    mentions: Sequence[PlaceMention],
    options: Sequence[tuple[Entry, ...]],
    inside: Sequence[tuple[Entry, ...]],
    context: _Context,
    *,
    sure: bool,
) -> list[Entry | None]:
    """The choice for each mention: in the first round only what needs no other place to be clear."""
    chosen: list[Entry | None] = []
    for mention, entries, containers in zip(mentions, options, inside, strict=True):
        if sure:
            chosen.append(_sure(entries, containers, context, mention.known))
        else:
            chosen.append(_best(entries, containers, context))
    return chosen


def _sure(entries: Sequence[Entry], containers: Sequence[Entry], context: _Context, known: bool) -> Entry | None:
    """The one that a reader takes for granted: a country, a place in the region said, a city without rivals."""
    if not entries or not known:
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


def _learn(context: _Context, entry: Entry) -> None:
    if entry.country:
        (context.countries if entry.kind == "country" else context.likely).add(entry.country)
    if entry.kind == "region":
        context.regions.add((entry.country, entry.region))
    if entry.kind not in ("country", "continent", "sea") and entry not in context.anchors:
        context.anchors.append(entry)


def _score(entry: Entry, containers: Sequence[Entry], context: _Context) -> float:
    """How much speaks for a candidate: said container, named country and region, nearness, and size."""
    score = 6.0 if entry.kind in ("country", "continent") else 4.0 if entry.kind == "sea" else log10(entry.population + 10)
    score += 4.0 * any(_is_in(entry, container) for container in containers)
    score += 3.0 if entry.country in context.countries else 1.5 if entry.country in context.likely else 0.0
    score += 1.5 * ((entry.country, entry.region) in context.regions)
    return score + _nearness(entry, context.anchors)


def _nearness(entry: Entry, anchors: Iterable[Entry]) -> float:
    nearest = min((kilometres(entry, anchor) for anchor in anchors if anchor.number != entry.number), default=9999.0)
    return 2.5 if nearest <= NEAR else 1.5 if nearest <= TOGETHER else 0.5 if nearest <= AROUND else 0.0


def _best(entries: Sequence[Entry], containers: Sequence[Entry], context: _Context) -> Entry | None:
    """The candidate that leads clearly and has support in the article, else None."""
    if not entries:
        return None
    scored = sorted(((_score(entry, containers, context), -at, entry) for at, entry in enumerate(entries)), reverse=True)
    top, _, best = scored[0]
    if len(scored) > 1 and top - scored[1][0] < MARGIN and kilometres(best, scored[1][2]) > 25:
        return None
    return best if _supported(best, containers, context, alone=len(entries) == 1) else None


def _supported(entry: Entry, containers: Sequence[Entry], context: _Context, *, alone: bool) -> bool:
    if entry.kind != "settlement" or any(_is_in(entry, container) for container in containers):
        return True
    home = entry.country in context.countries or entry.country in context.likely
    if home and (entry.population >= 2000 or alone or (entry.country, entry.region) in context.regions):
        return True
    return _nearness(entry, context.anchors) >= 1.5 or entry.population >= (TOWN if alone else 3 * CITY)


def _spread(mentions: Sequence[PlaceMention], chosen: list[Entry | None]) -> None:
    """One name, one place: what was decided for a name anywhere in the article holds for all its mentions."""
    decided: dict[tuple[str, bool], Entry] = {}
    for mention, entry in zip(mentions, chosen, strict=True):
        if entry is not None:
            decided.setdefault((normalise(mention.text), mention.kind == "region"), entry)
    for at, mention in enumerate(mentions):
        chosen[at] = decided.get((normalise(mention.text), mention.kind == "region"), chosen[at])


def _companions(at: int, mentions: Sequence[PlaceMention], chosen: Sequence[Entry | None]) -> list[Entry]:
    """The settlements named in one list with a mention."""
    listed = [*_listed(at, mentions, -1), *_listed(at, mentions, 1)]
    return [entry for entry in (chosen[other] for other in listed) if entry is not None and entry.kind == "settlement"]


def _listed(at: int, mentions: Sequence[PlaceMention], step: int) -> Iterator[int]:
    """The positions of the mentions that stand in one list with the one at `at`, on one side of it."""
    other = at + step
    while 0 <= other < len(mentions) and mentions[other].group == mentions[at].group:
        a, b = sorted((mentions[other].start, mentions[other - step].start))
        if b - a > LISTED:
            return
        yield other
        other += step


def _verdict(
    mention: PlaceMention,
    entry: Entry | None,
    options: tuple[Entry, ...],
    context: _Context,
    gazetteer: Gazetteer,
    companions: Sequence[Entry],
) -> Located:
    if entry is not None and entry.population < CITY and len(companions) > 1 and not _together(entry, companions):
        entry = next((option for option in options if _together(option, companions)), None)
        if entry is None:
            return Located(entry=None, candidates=options[:CANDIDATES], why=FAR)
    if entry is not None:
        return Located(entry=entry)
    if options:
        close = [option for option in options if companions and _together(option, companions)]
        if len(close) == 1:
            return Located(entry=close[0])
        why = FAR if companions and not close else AMBIGUOUS if len(options) > 1 else UNSUPPORTED
        return Located(entry=None, candidates=options[:CANDIDATES], why=why)
    alike = _alike(mention, context, gazetteer)
    close = [option for option in alike if _together(option, companions or context.anchors)]
    if len(close) == 1:
        return Located(entry=close[0])
    why = UNKNOWN if not alike else FAR if not close else AMBIGUOUS
    return Located(entry=None, candidates=tuple(close or alike)[:CANDIDATES], why=why)


def _together(entry: Entry, companions: Iterable[Entry]) -> bool:
    return any(kilometres(entry, other) <= NEAR for other in companions if other.number != entry.number)


def _alike(mention: PlaceMention, context: _Context, gazetteer: Gazetteer) -> list[Entry]:
    """Places of the article's countries whose name sounds much like this one, best first; the last resort."""
    key = sound(mention.text)
    if len(key) < 6 or mention.kind == "region":
        return []
    matches = process.extract(key, gazetteer.sounds(key[:2]), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=CANDIDATES)
    homes = context.countries | context.likely
    found = (entry for match in matches for entry in gazetteer.at_sound(match[0]))
    return [entry for entry in dict.fromkeys(found) if entry.country in homes and _fits(entry, mention.kind)]
