"""What each sentence of an article tells of places: those of its claims, and the scene that it sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.gazetteer.index import Entry
from counterclaim.gazetteer.locate import Located
from counterclaim.gazetteer.recognise import PlaceMention
from counterclaim.parsed import Candidate, Document
from counterclaim.resolving.place_choice import choose, set_scene, standing
from counterclaim.resolving.place_scene import LOCAL, Scene, called
from counterclaim.resolving.place_wording import Sentences

TERRITORY = ("gained", "lost")
FAR = 10  # sentences back in which "the city" has been named


@dataclass(slots=True)
class Telling:
    """The places of an article, sentence by sentence, found when they are asked for.

    `mentions[i]` are the names in sentence i, `meanings` what each of them means, `homes` the countries they lie in.
    """

    document: Document
    mentions: Sequence[tuple[PlaceMention, ...]]
    meanings: Mapping[PlaceMention, Located]
    words: Sentences
    candidates: Sequence[Candidate]
    homes: frozenset[str]
    _said: dict[int, PlaceMention | None] = field(default_factory=dict)
    _sentences: dict[int, Scene] = field(default_factory=dict)
    _scenes: dict[int, PlaceMention | None] = field(default_factory=dict)
    _main: list[tuple[str | int, int]] | None = None

    def text(self, index: int) -> str:
        """The text of a sentence."""
        return self.document.sentences[index].text

    def said(self, at: int) -> PlaceMention | None:
        """The place that the sentence of the candidate at a position gives for it."""
        if at not in self._said:
            candidate = self.candidates[at]
            self._said[at] = self._territory(candidate) or self.chosen(candidate)
        return self._said[at]

    def chosen(self, candidate: Candidate) -> PlaceMention | None:
        """The place that its sentence gives for a candidate, which need not be one of the article's."""
        return choose(candidate, self.sentence(candidate.sentence), self.words)

    def _territory(self, candidate: Candidate) -> PlaceMention | None:
        """The settlement itself, where the quantity is its name."""
        if candidate.event not in TERRITORY:
            return None
        start, end = candidate.quantity.start, candidate.quantity.end
        here = self.mentions[candidate.sentence]
        return next((mention for mention in here if mention.start < end and start < mention.end), None)

    def sentence(self, index: int) -> Scene:
        """A sentence with its places."""
        if index not in self._sentences:
            self._sentences[index] = self._look(index)
        return self._sentences[index]

    def _look(self, index: int) -> Scene:
        sentence, mentions = self.document.sentences[index], self.mentions[index]
        return Scene(
            sentence.text,
            sentence.start,
            mentions,
            [self.kind(mention) for mention in mentions],
            [self._doubtful(mention) for mention in mentions],
            [c.quantity.start for c in self.candidates if c.sentence == index],
            self.document.docs.get(index),
        )

    def entry(self, mention: PlaceMention) -> Entry | None:
        """The place of the gazetteer that a mention means."""
        return self.meanings[mention].entry

    def kind(self, mention: PlaceMention) -> str:
        """What a mention is: a country, a settlement; by its words, else by the gazetteer."""
        located = self.meanings[mention]
        entry = next(filter(None, (located.entry, *located.candidates)), None)
        if entry is None:
            return mention.kind or "settlement"
        wide = entry.kind == "region" and entry.country is None  # "the Sahel" is no place of one incident
        return "continent" if wide else mention.kind or entry.kind

    def _doubtful(self, mention: PlaceMention) -> bool:
        """Whether a known name may not mean a place here: none of its places lies in a country of the article."""
        located = self.meanings[mention]
        unsure = mention.known and located.entry is None
        return unsure and not any(entry.country in self.homes for entry in located.candidates)

    def scene(self, index: int) -> PlaceMention | None:
        """The place that a sentence sets: of its last claim, else the first that it says something happened in."""
        if index not in self._scenes:
            self._scenes[index] = self._set(index)
        return self._scenes[index]

    def _set(self, index: int) -> PlaceMention | None:
        if not self.mentions[index] or self.words.elsewhere.search(self.text(index)):
            return None
        return self.claimed(index) or set_scene(self.sentence(index), self.words)

    def claimed(self, index: int) -> PlaceMention | None:
        """The place within a country that a sentence gives for the last of its claims that has one."""
        claims = [at for at, c in enumerate(self.candidates) if c.sentence == index and c.part_of is None]
        said = [mention for mention in map(self.said, claims) if mention is not None]
        return next((mention for mention in reversed(said) if self.kind(mention) in LOCAL), None)

    def scenes(self) -> Iterator[PlaceMention]:
        """The places that the sentences of the article set, in order."""
        return filter(None, map(self.scene, range(len(self.document.sentences))))

    def is_main(self, mention: PlaceMention) -> bool:
        """Whether a place is the one that most sentences set, the first of several alike."""
        if self._main is None:
            self._main = Counter(map(self._identity, self.scenes())).most_common(1)
        return any(self._identity(mention) == identity for identity, _ in self._main)

    def _identity(self, mention: PlaceMention) -> str | int:
        entry = self.entry(mention)
        return entry.number if entry else mention.text

    def meant(self, index: int) -> PlaceMention | None:
        """The place that "the city", "the province" in a sentence means: the last one named of that kind."""
        found = self.words.definite.search(self.text(index))
        if found is None:
            return None
        noun = found.group(1).lower()
        kind = self.words.kinds[noun]
        fitting: PlaceMention | None = None
        for earlier in range(index - 1, max(-1, index - 1 - FAR), -1):
            scene = self.sentence(earlier)
            for at in reversed(range(len(scene.mentions))):
                if called(scene, at, noun, self.words.kind_links):
                    return scene.mentions[at]
                if fitting is None and scene.kinds[at] == kind and standing(scene, at, self.words) > 0:
                    fitting = scene.mentions[at]
        return fitting
