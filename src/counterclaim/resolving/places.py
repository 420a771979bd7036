"""Where: the place said for each claim, in the article's words and in the gazetteer's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from counterclaim.gazetteer.index import Gazetteer
from counterclaim.gazetteer.locate import Located, locate
from counterclaim.gazetteer.recognise import PlaceMention, recognise
from counterclaim.parsed import Candidate, Document, Where
from counterclaim.records import Period
from counterclaim.resolving.place_carrying import NOT_SAID, carry
from counterclaim.resolving.place_record import place_of
from counterclaim.resolving.place_telling import TERRITORY, Telling
from counterclaim.resolving.place_wording import sentence_words
from counterclaim.rules import RuleSet

CARRIED = "place.carried"


def resolve_places(
    document: Document,
    candidates: Sequence[Candidate],
    rules: RuleSet,
    gazetteer: Gazetteer,
    *,
    periods: Sequence[Period] = (),
    beside: Sequence[Candidate] = (),
) -> tuple[Where, ...]:
    """The place of each candidate, or None with the reason, parallel to `candidates` and after them `beside`.

    `periods` are what the figures of the candidates cover. Those beside have the place of their own sentence alone,
    and no other candidate is placed by theirs.
    """
    if not candidates and not beside:
        return ()
    mentions = find_places(document, rules, gazetteer)
    for candidate in candidates:
        mentions[candidate.sentence] = _with_territory(candidate, mentions[candidate.sentence], gazetteer)
    flat = [mention for found in mentions for mention in found]
    meanings = dict(zip(flat, locate(document.article.text, flat, gazetteer, rules), strict=True))
    telling = Telling(document, mentions, meanings, sentence_words(rules), candidates, _homes(meanings))
    covered = zip_longest(range(len(candidates)), periods[: len(candidates)])
    return (*(_where(at, telling, period) for at, period in covered), *(_beside(one, telling) for one in beside))


def _homes(meanings: Mapping[PlaceMention, Located]) -> frozenset[str]:
    """The countries that the article's places lie in."""
    return frozenset(found.entry.country for found in meanings.values() if found.entry and found.entry.country)


def find_places(document: Document, rules: RuleSet, gazetteer: Gazetteer) -> list[tuple[PlaceMention, ...]]:
    """The place names of every sentence."""
    return [recognise(sentence.text, gazetteer, rules, offset=sentence.start) for sentence in document.sentences]


def _with_territory(
    candidate: Candidate, mentions: tuple[PlaceMention, ...], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The mentions, and the name that a claim of territory is about if it is not among them."""
    quantity = candidate.quantity
    named = candidate.event in TERRITORY and quantity.text[:1].isupper() and quantity.low == quantity.high == 1
    if not named or any(mention.start < quantity.end and quantity.start < mention.end for mention in mentions):
        return mentions
    added = PlaceMention(
        text=quantity.text,
        start=quantity.start,
        end=quantity.end,
        known=gazetteer.knows(quantity.text),
        relation="in",
        kind="settlement" if candidate.category == "settlement" else None,
    )
    return tuple(sorted((*mentions, added), key=lambda mention: mention.start))


def _where(at: int, telling: Telling, period: Period | None) -> Where:
    """The place of the candidate at a position."""
    if (mention := telling.said(at)) is not None:
        return _placed(mention, telling)
    carried = carry(at, telling, period)
    return _placed(carried.mention, telling, CARRIED) if carried.mention else Where(place=None, why=carried.why)


def _beside(candidate: Candidate, telling: Telling) -> Where:
    """The place that the sentence of a candidate gives, which is none of the claims."""
    mention = telling.chosen(candidate)
    return _placed(mention, telling) if mention else Where(place=None, why=NOT_SAID)


def _placed(mention: PlaceMention, telling: Telling, *rules: str) -> Where:
    located = telling.meanings[mention]
    return Where(place=place_of(mention, located), why=located.why, rules=(*mention.rules, *rules))
