"""Which place of the gazetteer a name means: decided by the article's other places, never by size alone.

A wrong place is worse than none: where several places are so called and nothing in the article speaks for one of
them, or where no namesake lies near the places named together with it, the answer is None, with the candidates and
the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from counterclaim.gazetteer.context import (
    CITY,
    Context,
    best,
    containers_of,
    decide,
    fits,
    land_of,
    learn,
    narrowed,
    near_home,
    options_of,
    seat_of,
    sounding_options,
    surely,
)
from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.nearness import together
from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.gazetteer.spelling import normalise, sound
from counterclaim.gazetteer.wording import wording
from counterclaim.rules import RuleSet

LAND = "country"
ALIKE, SOMEWHAT_ALIKE = 88.0, 76.0  # least likeness of two sounds, of 100: to choose, to show
SHORT = 6  # letters of a sound below which likeness means nothing
CANDIDATES = 5
LISTED = 45  # characters from one name of a list to the next
CAPITALISED = re.compile(r"[^\W\d_a-z](?:[^\W\d_]+(?: [A-Z][a-z]+)?|\.(?<=[A-Z]\.)(?:[A-Z]\.)+)")

AMBIGUOUS = "several places are so called"
FAR = "no namesake near the places named with it"
UNSUPPORTED = "nothing else in the article speaks for this place"
UNKNOWN = "not in the gazetteer"
SIMILAR = "not in the gazetteer; the candidates only have a similar name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What a mention means: an entry, or candidates and the reason why none was chosen."""

    entry: Entry | None
    candidates: tuple[Entry, ...] = ()
    why: str | None = None


def locate(text: str, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, rules: RuleSet) -> tuple[Located, ...]:
    """What each mention of an article means, parallel to `mentions` (which are in the order of the text)."""
    if not mentions:
        return ()
    words = wording(rules)
    named = {words.countries.get(word.lower()) for word in CAPITALISED.findall(text)}
    context = Context(countries={code for code in named if code})
    options = [land_of(mention, gazetteer, words) or options_of(mention, gazetteer) for mention in mentions]
    inside = containers_of(text, mentions, options, words.links)
    options = narrowed(options, inside)
    options = [seat_of(m, o, words.seats, context) for m, o in zip(mentions, options, strict=True)]
    sure = _each(surely, zip(options, inside, strict=True), context)
    for entry in filter(None, sure):
        learn(context, entry)
    at_home = [near_home(mention, entries, context) for mention, entries in zip(mentions, options, strict=True)]
    options = [o or sounding_options(m, gazetteer, context) for m, o in zip(mentions, at_home, strict=True)]
    likely = _each(best, zip(options, inside, strict=True), context)
    chosen = _each(decide, zip(sure, likely, inside, strict=True), context)
    for entry in filter(None, chosen):
        learn(context, entry)
    _spread(mentions, chosen)
    return tuple(
        _verdict(mention, entry, options[at], context, gazetteer, _companions(at, mentions, chosen))
        for at, (mention, entry) in enumerate(zip(mentions, chosen, strict=True))
    )


def _each(
    choose: Callable[..., Entry | None], asked: Iterable[tuple[object, ...]], context: Context
) -> list[Entry | None]:
    """The choice for each of what is asked, made once for the mentions that ask the same."""
    questions = list(asked)
    answers = {question: choose(*question, context) for question in dict.fromkeys(questions)}
    return [answers[question] for question in questions]


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
    context: Context,
    gazetteer: Gazetteer,
    companions: Sequence[Entry],
) -> Located:
    land = entry is not None and entry.kind == LAND  # "Homs. Aleppo. Syria": no land lies near its towns
    if entry and not land and entry.population < CITY and len(companions) > 1 and not together(entry, companions):
        entry = next((option for option in options if together(option, companions)), None)
        if entry is None:
            return Located(entry=None, candidates=options[:CANDIDATES], why=FAR)
    if entry is not None:
        return Located(entry=entry)
    if options:
        close = [option for option in options if companions and together(option, companions)]
        if len(close) == 1:
            return Located(entry=close[0])
        why = FAR if companions and not close else AMBIGUOUS if len(options) > 1 else UNSUPPORTED
        return Located(entry=None, candidates=options[:CANDIDATES], why=why)
    homes: Set[str | None] = {entry.country for entry in companions} or {*context.countries, *context.likely}
    alike = _alike(mention, homes, gazetteer)
    near = [
        option for likeness, option in alike if likeness >= ALIKE and together(option, companions or context.anchors)
    ]
    if len(near) == 1:
        return Located(entry=near[0])
    why = AMBIGUOUS if near else SIMILAR if alike else UNKNOWN
    return Located(entry=None, candidates=tuple(near or [option for _, option in alike])[:CANDIDATES], why=why)


@lru_cache(maxsize=1024)
def _sounding_alike(key: str, gazetteer: Gazetteer) -> tuple[tuple[Entry, float], ...]:
    """The places of the world whose name sounds much the same, each with its likeness."""
    pool = gazetteer.sounds(key[:2])
    matches = process.extract(key, pool, scorer=fuzz.ratio, score_cutoff=SOMEWHAT_ALIKE, limit=8 * CANDIDATES)
    return tuple({entry: match[1] for match in reversed(matches) for entry in gazetteer.at_sound(match[0])}.items())


def _alike(mention: PlaceMention, homes: Set[str | None], gazetteer: Gazetteer) -> list[tuple[float, Entry]]:
    """(likeness, place) of places in some countries whose name sounds much the same; the last resort."""
    key = sound(mention.text)
    if len(key) < SHORT or mention.kind == "region":
        return []
    found = _sounding_alike(key, gazetteer)
    fit = [(likeness, e) for e, likeness in found if e.country in homes and fits(e, mention.kind)]
    return sorted(fit, key=lambda pair: (-pair[0], pair[1].number))
