"""One candidate seen with its sentence, its article's scene and the candidates before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from counterclaim.morphology import verb_forms
from counterclaim.name_mentions import NameMention
from counterclaim.parsed import Attribution, Candidate, Document, Parties
from counterclaim.resolving.party_phrases import SUBJECTS, joint_phrase, owner_phrase
from counterclaim.resolving.scenes import Scene
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

OWNED = frozenset({"launched", "deployed", "supplied", "recruited"})  # whose it is did it
MILITARY = frozenset({
    "combatant", "security", "tank", "armoured_vehicle", "artillery", "mlrs", "air_defence", "radar", "aircraft",
    "helicopter", "drone", "missile", "munition", "ship", "vehicle", "weapon", "military_facility", "equipment",
})  # fmt: skip
VERB_KINDS = ("causing_verb", "leading_verb", "blaming_verb", "retreat_verb", "launching_verb", "striking_verb")


@dataclass(frozen=True, slots=True)
class Found:
    """A side, the rule that found it, and the words that say it (None where the context alone does)."""

    side: str
    rule: str
    start: int | None = None
    end: int | None = None

    def by(self, rule: str) -> Found:
        """The same side, found by another rule."""
        return replace(self, rule=rule)


@dataclass(frozen=True, slots=True)
class Wording:
    """The ids and words of the rules, by signal."""

    ids: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def wording(rules: RuleSet) -> Wording:
    """The rules of kind "parties", ready for use."""
    known = {rule.one("signal") or "": rule for rule in rules.rules("parties")}
    words = {signal: frozenset(rule.all("words")) for signal, rule in known.items()}
    kinds: dict[str, set[str]] = {}
    for row in rules.table("party_words"):
        forms = verb_forms(row["word"]) if row["kind"] in VERB_KINDS else {row["word"]}
        kinds.setdefault(row["kind"], set()).update(forms)
    words |= {kind: frozenset(forms) for kind, forms in kinds.items()}
    return Wording({signal: rule.id for signal, rule in known.items()}, words)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the side spoken for, and where in the article the source stands."""

    side: str | None = None
    start: int = -1
    end: int = -1


@dataclass(frozen=True, eq=False)
class View:
    """What the questions about one candidate are answered from."""

    document: Document
    candidate: Candidate
    tree: Tree
    scene: Scene
    wording: Wording
    speaker: Speaker
    before: Sequence[tuple[View, Parties]]

    @property
    def event(self) -> str:
        """The candidate's event."""
        return self.candidate.event

    @property
    def mentions(self) -> tuple[NameMention, ...]:
        """The parties that the candidate's sentence names."""
        return self.scene.mentions[self.candidate.sentence]

    def paragraphs_after(self, other: View) -> int:
        """How many paragraphs the candidate's sentence stands behind another one's."""
        sentences = self.document.sentences
        return sentences[self.candidate.sentence].paragraph - sentences[other.candidate.sentence].paragraph

    def words(self, signal: str) -> frozenset[str]:
        """The words of a rule, by its signal, or of a kind of word."""
        return self.wording.words.get(signal, frozenset())

    def is_background(self) -> bool:
        """Whether the sentence tells of a whole war: "since 2011 the conflict has killed 280,000"."""
        return not self.words("background").isdisjoint(self.tree.words)

    def is_mere_death(self) -> bool:
        """Whether the words of the event say that people died, and not that somebody killed them.

        "Casualties among the troops: 300 were killed" only counts the dead.
        """
        trigger, words = self.trigger, self.tree.words
        if trigger is None or words[trigger] in self.words("mere_death"):
            return trigger is not None
        return ":" in words[:trigger] and not self.words("mere_death").isdisjoint(words[: words.index(":")])

    def speaker_fights(self) -> bool:
        """Whether the speaker is a party to the article's war."""
        conflict, side = self.scene.conflict, self.speaker.side
        return side is not None and conflict is not None and conflict.camp_of(side) is not None

    def is_military(self) -> bool:
        """Whether what is counted belongs to forces: tanks and soldiers, not a bus."""
        noun = self.noun
        civil = noun is not None and self.tree.words[noun] in self.words("civil_vehicle")
        return self.candidate.category in MILITARY and not civil

    @cached_property
    def noun(self) -> int | None:
        """The token of what is counted; the quantity's own where it has no noun.

        Never a word of who says it: in "Air strike kills six Syrian state TV" the six have no noun.
        """
        noun = self._counted_noun()
        said = noun is not None and self.speaker.start <= self.tree.starts[noun] < self.speaker.end
        return None if said else noun

    def _counted_noun(self) -> int | None:
        target = self.candidate.target
        if target is not None:
            tokens = self.tree.tokens_in(target.start, target.end)
            return self._head(tokens[-1]) if tokens else None
        return self.counted()

    def _head(self, token: int) -> int:
        while self.tree.deps[token] in ("compound", "nmod") and self.tree.tags[self.tree.head[token]].startswith("NN"):
            token = self.tree.head[token]
        return token

    @cached_property
    def own(self) -> frozenset[int]:
        """The tokens of the phrase of what is counted."""
        return (
            frozenset(owner_phrase(self.tree, self.noun, self.wording.words)) if self.noun is not None else frozenset()
        )

    @cached_property
    def listed(self) -> frozenset[int]:
        """The tokens of the phrases in the list that what is counted stands in."""
        if self.noun is None:
            return frozenset()
        return frozenset(joint_phrase(self.tree, self.tree.first_conjunct(self.noun), self.wording.words))

    def counted(self) -> int | None:
        """The noun that the quantity belongs to, by the grammar alone."""
        tokens = self.tree.tokens_in(self.candidate.quantity.start, self.candidate.quantity.end)
        if not tokens:
            return None
        node = tokens[-1]
        while self.tree.deps[node] in ("nummod", "det", "amod", "quantmod", "compound", "advmod", "predet", "npadvmod"):
            node = self.tree.head[node]
        if self.tree.deps[node] in ("acomp", "attr", "oprd") and self.tree.tags[node].startswith("JJ"):
            return self.tree.kid(self.tree.head[node], *SUBJECTS)
        prep = self.tree.kid(node, "prep")
        if prep is not None and self.tree.words[prep] in self.words("of") and node in tokens:
            return self.tree.kid(prep, "pobj") or node
        return node

    @cached_property
    def headless(self) -> bool:
        """Whether the number stands alone ("a further 1,597 were wounded")."""
        noun, tree = self.noun, self.tree
        return noun is None or not tree.tags[noun].startswith(("NN", "JJ")) or tree.words[noun] in self.words("others")

    def token_of(self, mention: NameMention) -> int:
        """The first token of a name."""
        return next((t for t, end in enumerate(self.tree.ends) if end > mention.start), 0)

    @cached_property
    def trigger(self) -> int | None:
        """The first token of the words of the event that is no auxiliary."""
        mention = self.candidate.trigger
        tokens = self.tree.tokens_in(mention.start, mention.end)
        return next((t for t in tokens if self.tree.deps[t] not in ("aux", "auxpass")), None)

    @cached_property
    def agent(self) -> int | None:
        """The head token of the agent's phrase."""
        mention = self.candidate.agent
        if mention is None:
            return None
        tokens = self.tree.tokens_in(mention.start, mention.end)
        return next((t for t in tokens if self.tree.head[t] not in tokens), None)


def speaker_of(candidate: Candidate, attributions: Sequence[Attribution], scene: Scene) -> Speaker:
    """The last source of the innermost reported words that hold the quantity; "the army" is whose it is in the war."""
    at = candidate.quantity.start
    inside = [a for a in attributions if a.content.start <= at < a.content.end and a.sources and not a.given]
    if not inside:
        return Speaker()
    source = min(inside, key=lambda a: a.content.end - a.content.start).sources[-1]
    roles = (m.side for s in scene.mentions for m in s if m.kind == "role" and source.start <= m.start < source.end)
    return Speaker(source.side or scene.names.side_of(source.text) or next(roles, None), source.start, source.end)
