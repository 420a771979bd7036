"""Which place a claim takes over from the text around it, where its own sentence gives none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.parsed import Candidate
from counterclaim.records import Period
from counterclaim.resolving.place_choice import SETTING
from counterclaim.resolving.place_scene import LOCAL
from counterclaim.resolving.place_telling import Telling

TELLING = 3  # the smallest figure that is known again by its number alone
KNOWN = 10  # the smallest that is so whatever the event, also if it is told of a country
TWICE = 2  # times at least
SHARE, SOME = 0.7, 0.5  # of the times that things are said to be in a country, for the one the article is about
MOST = 0.6  # of the places where things happened, for the region that they lie in
BYSTANDERS = frozenset({"person", "civilian", "child", "woman"})  # who die where the war is, whoever fights it
LEFT = 3  # sentences back from which only the place that the article tells of most still holds
REACH = 8  # sentences back that an incident's place holds
# What happens to people and things far from where it is told, or nowhere in particular: no place is carried over.
UNPLACED = frozenset({"released", "recruited", "supplied", "detained", "abducted", "displaced"})
UNCOUNTED = (UNPLACED - {"displaced"}) | {"launched", "attacks"}  # whose totals are of no one country
ELSEWHERE = UNPLACED | {"gained", "lost"}
WITHIN = frozenset({"settlement", "district", "point"})
HEAD = 3  # sentences of headline and lead, whose place may be said only where the story tells of it again
BELOW = 6  # sentences in which the story tells where that was
NOT_SAID = "no place said"
WHOLE_WAR = "the sentence speaks of a whole war or country"
SINCE = "a total since a day, of no one place"


@dataclass(frozen=True, slots=True)
class Carried:
    """A place taken over, or None with the reason."""

    mention: PlaceMention | None
    why: str


def carry(at: int, telling: Telling, period: Period | None) -> Carried:
    """The place that the text around it gives for the candidate at a position; `period` is what its figure covers."""
    candidate = telling.candidates[at]
    carried = _from_around(candidate, telling, period)
    same = None if carried.mention else _same_figure(candidate, telling)
    return Carried(same, carried.why) if same else carried


def _from_around(candidate: Candidate, telling: Telling, period: Period | None) -> Carried:
    if telling.words.wide.search(telling.text(candidate.sentence)):
        return Carried(_country(candidate, telling), WHOLE_WAR)
    if meant := telling.meant(candidate.sentence):
        return Carried(meant, NOT_SAID)
    total = period is not None and period.basis == "cumulative"
    if total and period is not None and period.start:
        return Carried(None, SINCE)
    carried = _twin(candidate, telling) or _of_incident(candidate, telling, total)
    if carried is None and period is not None and period.basis == "event":
        carried = _told_below(candidate, telling)
    return Carried((carried and total and _region(telling)) or carried, NOT_SAID)


def _of_incident(candidate: Candidate, telling: Telling, total: bool) -> PlaceMention | None:
    """The place of the incident that the sentences before, or after a headline, speak of."""
    here = candidate.sentence
    if candidate.event in UNPLACED or telling.words.elsewhere.search(telling.text(here)):
        return None
    index, last = next(_places_before(here, telling), (here, None))
    if last and here - index >= LEFT and not total and not telling.is_main(last):
        return None
    return last or (_told_again(candidate, telling) if here < HEAD else None)


def _places_before(here: int, telling: Telling) -> Iterator[tuple[int, PlaceMention]]:
    """The places told in the sentences before one, the nearest first; what is near one is a headline's or none."""
    for index in range(here - 1, max(-1, here - 1 - REACH), -1):
        found = telling.scene(index) or telling.claimed(index)
        if found and (index < HEAD or found.relation != "near"):
            yield index, found


def _twin(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The place told with the same figure elsewhere in the article, where it is large enough to be known again."""
    if candidate.event in UNPLACED or (candidate.quantity.low or 0) < TELLING:
        return None
    found = (telling.said(at) for at, other in enumerate(telling.candidates) if _content(other) == _content(candidate))
    return next((mention for mention in found if mention and telling.kind(mention) in LOCAL), None)


def _same_figure(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The place, be it a whole country, told with the same large figure elsewhere in the article."""
    quantity = candidate.quantity
    if (quantity.low or 0) < KNOWN or quantity.form == "vague" or candidate.event == "released":
        return None
    same = (at for at, other in enumerate(telling.candidates) if _content(other) == _content(candidate))
    return next(filter(None, (telling.said(at) or _of_war(telling.candidates[at], telling) for at in same)), None)


def _of_war(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The country of a sentence that speaks of a whole war."""
    wide = telling.words.wide.search(telling.text(candidate.sentence))
    return _country(candidate, telling) if wide else None


def _content(candidate: Candidate) -> tuple[str, str, int | None, int | None]:
    quantity = candidate.quantity
    return candidate.event, candidate.category, quantity.low, quantity.high


def _told_again(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The place that a later sentence gives with the same figure: a headline's, said in the story below."""
    same = (candidate.event, candidate.quantity.low, candidate.quantity.high)
    after = (c for c in telling.candidates if 0 < c.sentence - candidate.sentence <= REACH)
    again = (c.sentence for c in after if (c.event, c.quantity.low, c.quantity.high) == same)
    return next(filter(None, map(telling.scene, again)), None)


def _told_below(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The place that the story below gives first, for one incident of the headline or lead."""
    here = candidate.sentence
    if here >= HEAD or candidate.event in ELSEWHERE or telling.words.elsewhere.search(telling.text(here)):
        return None
    following = range(here + 1, min(here + 1 + BELOW, len(telling.document.sentences)))
    return next(filter(None, map(telling.scene, following)), None)


def _region(telling: Telling) -> PlaceMention | None:
    """The region, named in the article, of most of the several places where it says that things happened."""
    found = [telling.entry(mention) for mention in telling.scenes() if telling.kind(mention) in WITHIN]
    inside = {entry.number: (entry.country, entry.region) for entry in found if entry}
    if len(inside) < TWICE:
        return None
    code, times = Counter(inside.values()).most_common(1)[0]
    if times < MOST * len(inside):
        return None
    named = (mention for mentions in telling.mentions for mention in mentions if telling.kind(mention) == "region")
    entries = ((mention, telling.entry(mention)) for mention in named)
    return next((mention for mention, e in entries if e and (e.country, e.region) == code), None)


def _country(candidate: Candidate, telling: Telling) -> PlaceMention | None:
    """The country named most and said to have things in it, as last named before a candidate's sentence or else after.

    What it is about is read from its words alone, so that it does not depend on who is the attacker. A toll of
    soldiers or tanks asks for more such words: they may be lost in the other country.
    """
    if candidate.event in UNCOUNTED:
        return None
    countries = [mention for found in telling.mentions for mention in found if telling.kind(mention) == "country"]
    inside = [mention for mention in countries if mention.relation in SETTING and not mention.weak]
    codes = Counter(_code(mention, telling) for mention in inside)
    code, most = codes.most_common(1)[0] if codes else (None, 0)
    bystanders = candidate.category in BYSTANDERS
    if code is None or most < (SOME * codes.total() if bystanders else max(TWICE, SHARE * codes.total())):
        return None
    named = Counter(_code(mention, telling) for mention in countries)
    if named[code] < max(named.values()):
        return None
    start = telling.document.sentences[candidate.sentence].start
    of_it = [mention for mention in inside if _code(mention, telling) == code]
    before = [mention for mention in of_it if mention.start < start]
    return before[-1] if before else of_it[0]


def _code(mention: PlaceMention, telling: Telling) -> str | None:
    entry = telling.entry(mention)
    return entry.country if entry else None
