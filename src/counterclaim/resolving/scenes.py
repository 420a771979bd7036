"""An article's scene: which sides it names, which war it is about, and who "the regime" and "the enemy" are there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.name_mentions import NameMention, joint_run
from counterclaim.names import Names
from counterclaim.parsed import Document
from counterclaim.resolving.conflicts import choose_conflict
from counterclaim.resolving.role_words import role_words
from counterclaim.rules import RuleSet

NEAR = 800  # characters from a name of a war's side within which "the army" is that war's
ASIDE = 10  # a side named this many times less than its enemy is not what the article is about
VOICE = 0.6  # share of the names of a war's parties from which "we" are that party
HOME = 0.6  # share of the names of states from which "the police" are that state's
RANKS = {"group": 0, "coalition": 0, "body": 0, "breakaway": 1, "people": 1}
WEIGHTS = {"seat": 0.5, "organisation": 0.5, "person": 0.5}  # a name in these forms says less about who fights


class Scene:
    """What an article says about sides, taken together.

    `mentions[i]` are the parties in sentence i: names, and words like "the regime" (kind "role") with whom they mean.
    """

    __slots__ = ("_war_places", "conflict", "counts", "mentions", "names", "text")

    def __init__(self, document: Document, names: Names, rules: RuleSet) -> None:
        self.names = names
        self.text = text = document.article.text
        everything = names.find(text)
        found = [m for m in everything if not m.tied]
        self.counts: Mapping[str, float] = _count(found)
        words = role_words(rules)
        roles = words.find(text)
        rebels = any(role == "rebels" for role, _, _ in roles) or words.name_insurgents(text)
        self.conflict = choose_conflict(self.counts, _year(document), rules, rebels=rebels)
        self._war_places = [m.start for m in everything if self.conflict is None or self.fights(m.side)]
        found += self._roles(everything, roles)
        found.sort(key=lambda m: m.start)
        self.mentions = _by_sentence(found, [(s.start, s.end) for s in document.sentences])

    def fights(self, side: str | None) -> bool:
        """Whether a side is a party to the article's war."""
        return side is not None and self.conflict is not None and self.conflict.camp_of(side) is not None

    def _roles(self, found: Sequence[NameMention], roles: Iterable[tuple[str, int, int]]) -> Iterator[NameMention]:
        """The words of the text that stand for a party of its war, but for those with a name before them."""
        named = {m.end for m in found} | {m.start for m in found}
        whose = {"government": self.government(), "rebels": self.rebels(), "coalition": self.most_named("coalition")}
        for role, start, end in roles:
            side = whose[role]
            if side and self._is_near_war(start) and named.isdisjoint((start, start - 1, start - 3, end)):
                yield NameMention(text=self.text[start:end], start=start, end=end, kind="role", name=role, side=side)

    def _is_near_war(self, offset: int) -> bool:
        """Whether a side of the article's war is named around a place in the text: another story has other rebels."""
        places = self._war_places
        at = bisect_left(places, offset)
        return any(abs(place - offset) < NEAR for place in places[max(0, at - 1) : at + 1])

    def opponent(self, side: str, sentence: int) -> str | None:
        """The side that fights this one in the article's war; None where it may be one of several.

        In a war between states it is the state or people that leads the other camp, if named, else the one named most;
        inside a country the one group of the other camps that is named in the sentence or right before it.
        """
        if self.conflict is None or (camp := self.conflict.camp_of(side)) is None:
            return None
        others = [c for i, c in enumerate(self.conflict.camps) if i != camp]
        named = [c for c in others if any(s in self.counts for s in c)]
        if self.conflict.between_states:
            enemy = self._leading(named[0]) if len(named) == 1 else None
            return enemy if enemy and self.counts[enemy] * ASIDE > self.counts.get(side, 0) else None
        close, far = self.named_around(sentence), self.groups if self.kind(side) != "group" else frozenset(self.counts)
        near = [s for c in others for s in c if s in close]
        near = [s for s in near if s in far] or near  # states and coalitions fight groups before other states
        found = near or [s for c in others for s in c if s in far]
        return found[0] if len(found) == 1 else None

    def only_group(self) -> str | None:
        """The one armed group of an internal war that the article names, or None."""
        conflict = self.conflict
        found = [s for s in sorted(self.groups) if conflict and not conflict.between_states and conflict.camp_of(s)]
        return found[0] if len(found) == 1 else None

    def fighting_for(self, side: str) -> frozenset[str]:
        """The armed groups in the camp of a side of a war between states that the article names."""
        return frozenset(g for g in self.groups if self.same_camp(g, side))

    @property
    def groups(self) -> frozenset[str]:
        """The armed groups that the article names."""
        return frozenset(s for s in self.counts if self.kind(s) == "group")

    def _leading(self, camp: Sequence[str]) -> str:
        return camp[0] if camp[0] in self.counts else max(camp, key=lambda s: (self.counts.get(s, 0), -camp.index(s)))

    def people_of(self, side: str) -> str:
        """The state or people whose civilians a side of a war between states stands for: Hamas for Palestine."""
        if self.is_state(side) or self.conflict is None or not self.conflict.between_states:
            return side
        camp = self.conflict.camp_of(side)
        lands = (
            (member for member in self.conflict.camps[camp] if self.is_land(member)) if camp is not None else iter(())
        )
        return next(lands, side)

    def named_around(self, sentence: int) -> set[str]:
        """The sides named in a sentence or the one before it."""
        near = self.mentions[max(0, sentence - 1) : sentence + 1]
        return {m.side for mentions in near for m in mentions if m.side}

    def voice(self) -> str | None:
        """The side that says "we" in the article's own voice: the party that it names far more than the others."""
        if self.conflict is None:
            return None
        counts = {side: n for side, n in self.counts.items() if self.conflict.camp_of(side) is not None}
        return next((side for side, n in counts.items() if n > VOICE * sum(counts.values())), None)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two sides stand in different camps of the article's war."""
        camps = self._camps(one, other)
        return None not in camps and camps[0] != camps[1]

    def same_camp(self, one: str, other: str) -> bool:
        """Whether two sides are one, or stand in one camp of the article's war."""
        camps = self._camps(one, other)
        return one == other or (camps[0] is not None and camps[0] == camps[1])

    def _camps(self, one: str, other: str) -> tuple[int | None, int | None]:
        if self.conflict is None:
            return None, None
        return self.conflict.camp_of(one), self.conflict.camp_of(other)

    def government(self) -> str | None:
        """Who "the regime" and "the army" are: the government of an internal war, or the state told of most."""
        at_home = self.most_named("state", share=HOME)
        if self.conflict is None:
            return at_home
        ruling = self.conflict.government
        aside = self.counts.get(ruling or "", 0) * ASIDE < max(self.counts.values(), default=0)
        return at_home if aside and ruling in self.counts else ruling

    def rebels(self) -> str | None:
        """Who "the rebels" are in an internal war."""
        return self.conflict.rebels if self.conflict else None

    def most_named(self, kind: str, share: float = 0.5) -> str | None:
        """The side of one kind that has more than this share of all names of that kind in the article."""
        known = self.names.sides
        counts = {side: n for side, n in self.counts.items() if side in known and known[side].kind == kind}
        return next((side for side, n in counts.items() if n > share * sum(counts.values())), None)

    def is_state(self, side: str) -> bool:
        """Whether a side is a state."""
        return side in self.names.sides and self.names.sides[side].kind == "state"

    def kind(self, side: str | None) -> str | None:
        """What a side is: state, breakaway, group, people, coalition, body."""
        known = self.names.sides.get(side) if side else None
        return known.kind if known else None

    def is_land(self, side: str | None) -> bool:
        """Whether a side is a country or a land that people live in."""
        return self.kind(side) in ("state", "breakaway")

    def coalition_of(self, side: str) -> str | None:
        """The coalition that the article names in the camp of a side, or None."""
        return next((s for s in self.counts if self.kind(s) == "coalition" and self.same_camp(s, side)), None)

    def choose(self, mentions: Sequence[NameMention], around: Sequence[NameMention]) -> tuple[NameMention, ...]:
        """Of the names in one phrase those that say whose it is: "Palestinian Hamas fighters" are Hamas's.

        A group goes before a people, a people before a state; names of the sentence (`around`) that "and" joins to the
        chosen one go with it, whatever the parse says.
        """
        named = [m for m in mentions if m.side]
        best = min((self._rank(m) for m in named), default=0)
        chosen = next((m for m in named if self._rank(m) == best), None)
        if chosen is None:
            return ()
        return joint_run(self.text, around, around.index(chosen))

    def _rank(self, mention: NameMention) -> int:
        return RANKS.get(self.kind(mention.side) or "", len(RANKS))


def _year(document: Document) -> int | None:
    published = document.article.published
    return int(published[:4]) if published and published[:4].isdigit() else None


def _count(found: Iterable[NameMention]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for mention in found:
        if mention.side:
            counts[mention.side] += WEIGHTS.get(mention.kind, 1)  # type: ignore[assignment]
    return counts


def _by_sentence(found: list[NameMention], bounds: list[tuple[int, int]]) -> tuple[tuple[NameMention, ...], ...]:
    sentences: list[tuple[NameMention, ...]] = []
    position = 0
    for start, end in bounds:
        while position < len(found) and found[position].start < start:
            position += 1
        first = position
        while position < len(found) and found[position].start < end:
            position += 1
        sentences.append(tuple(found[first:position]))
    return tuple(sentences)
