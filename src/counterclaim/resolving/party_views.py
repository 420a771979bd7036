"""One candidate seen with its sentence, its article's scene and the candidates before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.names import NameMention, Names, joined
from counterclaim.parsed import Attribution, Candidate, Document, Parties
from counterclaim.records import PEOPLE
from counterclaim.resolving.party_phrases import SUBJECTS, owner_phrase, subjects_above
from counterclaim.resolving.scenes import Scene
from counterclaim.rules import RuleSet
from counterclaim.tree import Tree

ROLES = ("enemy", "group")
LAND_SHARE = 0.7  # of the sentences that speak of some land, those of one side
AROUND = 30
WORD_KINDS = ("land_before", "land_between", "land_after", "background")
PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "them", "us", "who", "which", "that"})
FIRST_PERSON = frozenset({"we", "us", "i", "our", "ours"})


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
    table = rules.table("party_words")
    words |= {kind: frozenset(row["word"] for row in table if row["kind"] == kind) for kind in WORD_KINDS}
    return Wording({signal: rule.id for signal, rule in known.items()}, words)


@dataclass(frozen=True, slots=True)
class View:
    """What the questions about one candidate are answered from."""

    document: Document
    candidate: Candidate
    tree: Tree
    scene: Scene
    wording: Wording
    speaker: str | None
    before: Sequence[tuple[View, Parties]]

    @property
    def event(self) -> str:
        return self.candidate.event

    def words(self, signal: str) -> frozenset[str]:
        return self.wording.words.get(signal, frozenset())

    def is_background(self) -> bool:
        """Whether the sentence tells of a whole war: "since 2011 the conflict has killed 280,000"."""
        return not self.words("background").isdisjoint(self.tree.words)

    def noun(self) -> int | None:
        """The token of what is counted; the quantity's own where it has no noun."""
        target = self.candidate.target
        if target is not None:
            tokens = self.tree.tokens_in(target.start, target.end)
            return tokens[-1] if tokens else None
        return self.counted()

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
        if prep is not None and self.tree.words[prep] == "of" and node in tokens:
            return self.tree.kid(prep, "pobj") or node
        return node

    def headless(self) -> bool:
        """Whether the number stands alone ("a further 1,597 were wounded")."""
        noun = self.noun()
        return noun is None or not self.tree.tags[noun].startswith(("NN", "JJ")) or self.tree.words[noun] == "others"

    def trigger(self) -> int | None:
        """The first token of the words of the event that is no auxiliary."""
        mention = self.candidate.trigger
        tokens = self.tree.tokens_in(mention.start, mention.end)
        return next((t for t in tokens if self.tree.deps[t] not in ("aux", "auxpass")), None)

    def agent(self) -> int | None:
        """The head token of the agent's phrase."""
        mention = self.candidate.agent
        if mention is None:
            return None
        tokens = self.tree.tokens_in(mention.start, mention.end)
        return next((t for t in tokens if self.tree.head[t] not in tokens), None)

    def names_in(self, tokens: Iterable[int], rule: str) -> Found | None:
        """The side that the names among these tokens stand for."""
        wanted = {self.tree.starts[t] for t in tokens}
        mentions = [
            m
            for m in self.scene.mentions[self.candidate.sentence]
            if any(m.start <= s < m.end for s in wanted) and not self._is_holding(m)
        ]
        chosen = self.scene.choose(mentions)
        side = joined(chosen)
        return Found(side, rule, chosen[0].start, chosen[-1].end) if side else None

    def read(self, tokens: Sequence[int], rule: str) -> Found | None:
        """The side that a phrase stands for: by a name, a role in the article's war, or a pronoun."""
        named = self.names_in(tokens, rule)
        if named and not self._is_rebellious(tokens, named.side):
            return named
        words = {self.tree.words[t] for t in tokens}
        if words & self.words("side_ours") and self.speaker:
            return self._said(self.speaker, "side_ours", tokens)
        for role in ROLES:
            if words & self.words(f"side_{role}") and (side := self._role(role)):
                return self._said(side, f"side_{role}", tokens)
        return self._possessor(tokens)

    def read_noun(self, noun: int, rule: str) -> Found | None:
        """The side of the phrase around a noun; a pronoun stands for the subject above it or the speaker."""
        if self.tree.words[noun] in PRONOUNS:
            return self._pronoun(noun)
        return self.read(owner_phrase(self.tree, noun), rule)

    def land(self) -> Found | None:
        """The side whose land the sentence speaks of: "in Ukraine", "a Ukrainian city"."""
        return self._land_in(self.candidate.sentence)

    def article_land(self) -> str | None:
        """The one side whose land the article speaks of, in all its sentences."""
        lands = [found.side for i in range(len(self.scene.mentions)) if (found := self._land_in(i))]
        most = max(set(lands), key=lands.count, default=None)
        return most if most and lands.count(most) > LAND_SHARE * len(lands) else None

    def _land_in(self, sentence: int) -> Found | None:
        conflict = self.scene.conflict
        for mention in self.scene.mentions[sentence] if conflict else ():
            if conflict and mention.side and conflict.camp_of(mention.side) is not None and self._is_land(mention):
                return Found(self.scene.leader(mention.side), "", mention.start, mention.end)
        return None

    def _is_land(self, mention: NameMention) -> bool:
        """ "in Ukraine", "a Ukrainian city": by the word before a name, or after an adjective."""
        text = self.document.article.text
        if mention.kind == "adjective":
            following = text[mention.end : mention.end + AROUND].lower().split()
            return bool(following) and following[0].strip(".,;:") in self.words("land_after")
        preceding = text[max(0, mention.start - AROUND) : mention.start].lower().split()
        while preceding and preceding[-1] in self.words("land_between"):
            preceding.pop()
        return mention.kind in ("name", "seat") and bool(preceding) and preceding[-1] in self.words("land_before")

    def is_aside(self, mention: NameMention) -> bool:
        """Whether a name stands where no doer stands: after a preposition, or as the one who speaks."""
        tree = self.tree
        token = next((t for t, start in enumerate(tree.starts) if start >= mention.start), 0)
        while tree.deps[token] in ("compound", "amod", "nmod") and tree.head[token] != token:
            token = tree.head[token]
        if tree.deps[token] in ("pobj", "appos", "conj", "npadvmod"):
            return mention.kind not in ("role", "adjective", "people") or tree.words[tree.head[token]] not in (
                "by",
                "from",
            )
        return tree.deps[token] in SUBJECTS and tree.kid(tree.head[token], "ccomp") is not None

    def _is_holding(self, mention: NameMention) -> bool:
        """ "Government-held Aleppo" says nothing of whose its people are."""
        text = self.document.article.text
        return text[mention.end : mention.end + 1] == "-" and self.candidate.category in PEOPLE

    def _said(self, side: str, signal: str, tokens: Sequence[int]) -> Found:
        return Found(side, self.wording.ids[signal], self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]])

    def _is_rebellious(self, tokens: Sequence[int], side: str) -> bool:
        """ "Afghan insurgents" are not Afghanistan's."""
        against = self.words("side_rebels") | (self.words("side_group") - {"group", "members"})
        return side == self.scene.government() and any(self.tree.words[t] in against for t in tokens)

    def _role(self, role: str) -> str | None:
        if role == "enemy":
            return self.scene.opponent(self.speaker, self.candidate.sentence) if self.speaker else None
        return self._group_nearby()

    def _group_nearby(self) -> str | None:
        """The armed group named last before these words, in this sentence or the two before it."""
        index = self.candidate.sentence
        limit = self.candidate.quantity.start
        for sentence in (index, index - 1, index - 2):
            if sentence < 0:
                return None
            for mention in reversed(self.scene.mentions[sentence]):
                kind = self.scene.names.sides[mention.side].kind if mention.side else ""
                if mention.start < limit and kind == "group":
                    return mention.side
        return None

    def _possessor(self, tokens: Sequence[int]) -> Found | None:
        owner = next((t for t in tokens if self.tree.words[t] in self.words("side_pronoun")), None)
        return self._pronoun(owner) if owner is not None else None

    def _pronoun(self, token: int) -> Found | None:
        rule = self.wording.ids["side_pronoun"]
        if self.tree.words[token] in FIRST_PERSON:
            return Found(self.speaker, self.wording.ids["side_ours"]) if self.speaker else None
        for subject in subjects_above(self.tree, token):
            if subject < token and self.tree.words[subject] not in PRONOUNS:
                return self.read(owner_phrase(self.tree, subject), rule)
        return Found(self.speaker, rule) if self.speaker else None


def speaker_side(candidate: Candidate, attributions: Sequence[Attribution], names: Names) -> str | None:
    """The side of the last source of the innermost reported words that hold the quantity."""
    at = candidate.quantity.start
    inside = [a for a in attributions if a.content.start <= at < a.content.end and a.sources]
    if not inside:
        return None
    source = min(inside, key=lambda a: a.content.end - a.content.start).sources[-1]
    return source.side or names.side_of(source.text)
