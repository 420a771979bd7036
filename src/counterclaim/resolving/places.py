"""Where: the place said for each claim, in the article's words and in the gazetteer's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.gazetteer.index import Entry, Gazetteer
from counterclaim.gazetteer.locate import Located, locate
from counterclaim.gazetteer.recognise import PlaceMention, recognise
from counterclaim.parsed import Candidate, Document, Where
from counterclaim.records import Place
from counterclaim.resolving.place_choice import SETTING, Sentences, choose, sentence_words, set_scene, standing
from counterclaim.resolving.place_scene import LOCAL, Scene
from counterclaim.rules import RuleSet

CARRIED = "place.carried"
LONG = 10
TWICE = 2  # times at least
SHARE, SOME = 0.7, 0.5  # of the times that things are said to be in a country, for the one the article is about
BYSTANDERS = frozenset({"person", "civilian", "child", "woman"})  # who die where the war is, whoever fights it
REACH = 8  # sentences back that an incident's place holds
# What happens to people and things far from where it is told, or nowhere in particular: no place is carried over.
UNPLACED = frozenset({"released", "recruited", "supplied", "detained", "abducted", "displaced"})
UNCOUNTED = (UNPLACED - {"displaced"}) | {"launched", "attacks"}  # whose totals are of no one country
TERRITORY = ("gained", "lost")
HEAD = 3  # sentences of headline and lead, whose place may be said only where the story tells of it again
NOT_SAID = "no place said"
WHOLE_WAR = "the sentence speaks of a whole war or country"


def resolve_places(
    document: Document,
    candidates: Sequence[Candidate],
    rules: RuleSet,
    gazetteer: Gazetteer,
    *,
    beside: Sequence[Candidate] = (),
) -> tuple[Where, ...]:
    """The place of each candidate, or None with the reason, parallel to `candidates` and after them `beside`.

    Those beside have the place of their own sentence alone, and no other candidate is placed by theirs.
    """
    if not candidates and not beside:
        return ()
    mentions = find_places(document, rules, gazetteer)
    for candidate in candidates:
        mentions[candidate.sentence] = _with_territory(candidate, mentions[candidate.sentence], gazetteer)
    flat = [mention for found in mentions for mention in found]
    meanings = dict(zip(flat, locate(document.article.text, flat, gazetteer, rules), strict=True))
    chooser = _Chooser(document, mentions, meanings, sentence_words(rules), candidates, _homes(meanings))
    return (*map(chooser.where, range(len(candidates))), *map(chooser.said_of, beside))


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


@dataclass(slots=True)
class _Chooser:
    document: Document
    mentions: Sequence[tuple[PlaceMention, ...]]
    meanings: Mapping[PlaceMention, Located]
    words: Sentences
    candidates: Sequence[Candidate]
    homes: frozenset[str]
    said: dict[int, PlaceMention | None] = field(default_factory=dict)
    scenes: dict[int, Scene] = field(default_factory=dict)

    def where(self, at: int) -> Where:
        """The place of the candidate at a position."""
        mention = self._said(at)
        if mention is not None:
            return self._place(mention, ())
        candidate = self.candidates[at]
        if self.words.wide.search(self.document.sentences[candidate.sentence].text):
            country = None if candidate.event in UNCOUNTED else self._country(candidate)
            return self._place(country, (CARRIED,)) if country else Where(place=None, why=WHOLE_WAR)
        carried = self._carried(at)
        return self._place(carried, (CARRIED,)) if carried else Where(place=None, why=NOT_SAID)

    def said_of(self, beside: Candidate) -> Where:
        """The place that the sentence of a candidate gives, which is none of the claims."""
        mention = choose(beside, self._sentence(beside.sentence), self.words)
        return self._place(mention, ()) if mention else Where(place=None, why=NOT_SAID)

    def _said(self, at: int) -> PlaceMention | None:
        """The place that the candidate's own sentence gives."""
        if at not in self.said:
            candidate = self.candidates[at]
            scene = self._sentence(candidate.sentence)
            self.said[at] = self._territory(candidate) or choose(candidate, scene, self.words)
        return self.said[at]

    def _sentence(self, index: int) -> Scene:
        if index not in self.scenes:
            self.scenes[index] = self._look(index)
        return self.scenes[index]

    def _look(self, index: int) -> Scene:
        sentence, mentions = self.document.sentences[index], self.mentions[index]
        return Scene(
            sentence.text,
            sentence.start,
            mentions,
            [self._kind(mention) for mention in mentions],
            [self._doubtful(mention) for mention in mentions],
            [c.quantity.start for c in self.candidates if c.sentence == index],
            self.document.docs.get(index),
        )

    def _doubtful(self, mention: PlaceMention) -> bool:
        """Whether a known name may not mean a place here: none of its places lies in a country of the article."""
        located = self.meanings[mention]
        unsure = mention.known and located.entry is None
        return unsure and not any(entry.country in self.homes for entry in located.candidates)

    def _kind(self, mention: PlaceMention) -> str:
        located = self.meanings[mention]
        entry = next(filter(None, (located.entry, *located.candidates)), None)
        if entry is None:
            return mention.kind or "settlement"
        wide = entry.kind == "region" and entry.country is None  # "the Sahel" is no place of one incident
        return "continent" if wide else mention.kind or entry.kind

    def _territory(self, candidate: Candidate) -> PlaceMention | None:
        """The settlement itself, where the quantity is its name."""
        if candidate.event not in TERRITORY:
            return None
        start, end = candidate.quantity.start, candidate.quantity.end
        here = self.mentions[candidate.sentence]
        return next((mention for mention in here if mention.start < end and start < mention.end), None)

    def _carried(self, at: int) -> PlaceMention | None:
        """The place of the incident that the sentences before, or after a headline, speak of."""
        candidate = self.candidates[at]
        text = self.document.sentences[candidate.sentence].text
        if meant := self._meant(candidate.sentence, text):
            return meant
        if candidate.event in UNPLACED or self.words.elsewhere.search(text):
            return None
        for index in range(candidate.sentence - 1, max(-1, candidate.sentence - 1 - REACH), -1):
            if placed := self._scene(index):
                return placed
        return self._told_again(candidate) if candidate.sentence < HEAD else None

    def _told_again(self, candidate: Candidate) -> PlaceMention | None:
        """The place that a later sentence gives with the same figure: a headline's, said in the story below."""
        same = (candidate.event, candidate.quantity.low, candidate.quantity.high)
        after = (c for c in self.candidates if 0 < c.sentence - candidate.sentence <= REACH)
        again = (c.sentence for c in after if (c.event, c.quantity.low, c.quantity.high) == same)
        return next(filter(None, map(self._scene, again)), None)

    def _country(self, candidate: Candidate) -> PlaceMention | None:
        """The country that the article says things are in, as last named before a candidate's sentence or else after.

        What it is about is read from its words alone, so that it does not depend on who is the attacker. A toll of
        soldiers or tanks asks for more such words: they may be lost in the other country.
        """
        countries = [mention for found in self.mentions for mention in found if self._kind(mention) == "country"]
        inside = [mention for mention in countries if mention.relation in SETTING and not mention.weak]
        codes = Counter(map(self._code, inside))
        code, most = codes.most_common(1)[0] if codes else (None, 0)
        bystanders = candidate.category in BYSTANDERS
        if code is None or most < (SOME * codes.total() if bystanders else max(TWICE, SHARE * codes.total())):
            return None
        start = self.document.sentences[candidate.sentence].start
        of_it = [mention for mention in inside if self._code(mention) == code]
        before = [mention for mention in of_it if mention.start < start]
        return before[-1] if before else of_it[0]

    def _code(self, mention: PlaceMention) -> str | None:
        entry = self.meanings[mention].entry
        return entry.country if entry else None

    def _meant(self, sentence: int, text: str) -> PlaceMention | None:
        """The place that "the city", "the province" in this sentence means: the last one named of that kind."""
        found = self.words.definite.search(text)
        if found is None:
            return None
        kind = self.words.kinds[found.group(1).lower()]
        for index in range(sentence - 1, max(-1, sentence - 1 - LONG), -1):
            scene = self._sentence(index)
            for at in reversed(range(len(scene.mentions))):
                if scene.kinds[at] == kind and standing(scene, at, self.words) > 0:
                    return scene.mentions[at]
        return None

    def _scene(self, index: int) -> PlaceMention | None:
        """The place that a sentence sets: of its last claim, else the first that it says something happened in."""
        if self.words.elsewhere.search(self.document.sentences[index].text):
            return None
        claims = [at for at, c in enumerate(self.candidates) if c.sentence == index and c.part_of is None]
        said = [mention for mention in map(self._said, claims) if mention is not None]
        local = [mention for mention in said if self._kind(mention) in LOCAL]
        return local[-1] if local else set_scene(self._sentence(index), self.words)

    def _place(self, mention: PlaceMention, rules: tuple[str, ...]) -> Where:
        located = self.meanings[mention]
        return Where(place=place_of(mention, located), why=located.why, rules=(*mention.rules, *rules))


def place_of(mention: PlaceMention, located: Located) -> Place:
    """The record of a place: the article's words beside the gazetteer's entry or its candidates."""
    entry = located.entry
    relation = mention.direction if mention.relation == "direction" else mention.relation
    return Place(
        name=entry.name if entry else None,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        relation=(relation or "in").removeprefix("to the ").removesuffix(" of"),
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
