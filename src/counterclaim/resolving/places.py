"""Where: the place said for each claim, in the article's words and in the gazetteer's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.locate import Located, locate
from counterclaim.gazetteer.recognise import PlaceMention, recognise
from counterclaim.parsed import Candidate, Document, Where
from counterclaim.records import Place
from counterclaim.resolving.place_choice import Sentences, choose, sentence_words
from counterclaim.rules import RuleSet

CARRIED = "place.carried"
REACH = 4  # sentences back that an incident's place holds
# What happens to people and things far from where it is told, or nowhere in particular: no place is carried over.
UNPLACED = frozenset({"released", "recruited", "supplied", "detained", "abducted", "displaced", "captured", "missing"})
NOT_SAID = "no place said"
WHOLE_WAR = "the sentence speaks of a whole war or country"


def resolve_places(
    document: Document, candidates: Sequence[Candidate], rules: RuleSet, gazetteer: Gazetteer
) -> tuple[Where, ...]:
    """The place of each candidate, or None with the reason, parallel to `candidates`."""
    if not candidates:
        return ()
    mentions = find_places(document, rules, gazetteer)
    flat = [mention for found in mentions for mention in found]
    meanings = dict(zip(flat, locate(document.article.text, flat, gazetteer, rules), strict=True))
    chooser = _Chooser(document, mentions, meanings, sentence_words(rules))
    return tuple(map(chooser.where, candidates))


def find_places(document: Document, rules: RuleSet, gazetteer: Gazetteer) -> list[tuple[PlaceMention, ...]]:
    """The place names of every sentence."""
    return [recognise(sentence.text, gazetteer, rules, offset=sentence.start) for sentence in document.sentences]


@dataclass(slots=True)
class _Chooser:
    document: Document
    mentions: Sequence[tuple[PlaceMention, ...]]
    meanings: Mapping[PlaceMention, Located]
    words: Sentences

    def where(self, candidate: Candidate) -> Where:
        named = self._territory(candidate)
        if named is not None:
            return self._place(named, ())
        sentence = self.document.sentences[candidate.sentence]
        mention = choose(candidate, sentence.text, sentence.start, self.mentions[candidate.sentence], self.words)
        if mention is not None:
            return self._place(mention, ())
        if self.words.wide.search(sentence.text):
            return Where(place=None, why=WHOLE_WAR)
        carried = self._carried(candidate)
        return self._place(carried, (CARRIED,)) if carried else Where(place=None, why=NOT_SAID)

    def _territory(self, candidate: Candidate) -> PlaceMention | None:
        """The settlement itself, where the quantity is its name."""
        if candidate.event not in ("gained", "lost"):
            return None
        start, end = candidate.quantity.start, candidate.quantity.end
        here = self.mentions[candidate.sentence]
        return next((mention for mention in here if mention.start < end and start < mention.end), None)

    def _carried(self, candidate: Candidate) -> PlaceMention | None:
        """The place of the incident that the sentences before, or the headline's lead, speak of."""
        if candidate.event in UNPLACED or self.words.elsewhere.search(self.document.sentences[candidate.sentence].text):
            return None
        for index in range(candidate.sentence - 1, max(-1, candidate.sentence - 1 - REACH), -1):
            placed = [m for m in self.mentions[index] if self._sets_scene(m)]
            if placed:
                return placed[0]
        if candidate.sentence == 0:
            return next((m for found in self.mentions[1:4] for m in found if self._sets_scene(m)), None)
        return None

    def _sets_scene(self, mention: PlaceMention) -> bool:
        if mention.attributive or mention.relation not in ("in", "near", "direction"):
            return False
        entry = self.meanings[mention].entry
        return entry is None or entry.kind in ("settlement", "point", "district", "region")

    def _place(self, mention: PlaceMention, rules: tuple[str, ...]) -> Where:
        located = self.meanings[mention]
        place = place_of(mention, located)
        return Where(place=place, why=located.why, rules=(*mention.rules, *rules))


def place_of(mention: PlaceMention, located: Located) -> Place:
    """The record of a place: the article's words beside the gazetteer's entry or its candidates."""
    entry = located.entry
    relation = mention.direction if mention.relation == "direction" else mention.relation
    return Place(
        name=entry.name if entry else None,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        relation=(relation or "in").removesuffix(" of"),
        precision=_precision(mention, entry),
        geonames=entry.geonames if entry else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        country=entry.country if entry else None,
        candidates=tuple(map(_candidate, located.candidates)),
    )


def _precision(mention: PlaceMention, entry: Entry | None) -> str | None:
    kind = entry.kind if entry else mention.kind
    return {"sea": "region", "continent": "region"}.get(kind, kind) if kind else None


def _candidate(entry: Entry) -> Mapping[str, object]:
    return {
        "name": entry.name,
        "geonames": entry.geonames,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "country": entry.country,
    }
