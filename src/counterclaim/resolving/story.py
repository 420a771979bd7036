"""An article as a reader follows it: the day it counts from, and the dates and clues of each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.parsed import Document
from counterclaim.records import Mention
from counterclaim.resolving.anchors import Anchor, find_anchor, fitting_anchors
from counterclaim.resolving.clues import Clue, find_clues
from counterclaim.resolving.dates import DateMention
from counterclaim.resolving.day_words import NEXT, UNANCHORED
from counterclaim.resolving.scopes import Scope, find_scopes
from counterclaim.rules import RuleSet
from counterclaim.segments import Sentence

OPENING = 3  # sentences in which a date at the very start is a dateline or a stamp of the page
TOLD = ("day", "beginning", "window")
BEGUN = (*TOLD, "since")
NEAR = 2  # sentences before "since then" in which its date is told
FROM_CAPTION = "counted from the date of a caption"
OPENS = re.compile(r"(?:^|[:–—)-]\s*)(?:just |only |less than |more than )?$", re.IGNORECASE)
WORD = re.compile(r"\w+")
LINE = 30  # characters of a line that holds little but a date
RECENT = timedelta(days=14)  # an incident that the news goes on talking of lies no further back


@dataclass(slots=True)
class Story:
    """Dates and clues of an article, found sentence by sentence when they are asked for."""

    document: Document
    rules: RuleSet
    today: date | None = None
    stamp: DateMention | None = None
    _scopes: dict[int, tuple[Scope, ...]] = field(default_factory=dict)
    _clues: dict[int, tuple[Clue, ...]] = field(default_factory=dict)
    _beginning: list[Scope | None] = field(default_factory=list)
    _anchors: tuple[Anchor, ...] | None = None

    def __post_init__(self) -> None:
        reference = self.document.article.reference_date
        self.today = date.fromisoformat(reference.value[:10]) if reference else None
        self.stamp = self._find_stamp()
        if self.stamp and self.stamp.first and self._outranks(self.stamp):
            self.today = date.fromisoformat(self.stamp.first)
            self._scopes.clear()

    def _find_stamp(self) -> DateMention | None:
        opening = (s.index for s in self.document.sentences[:OPENING] if s.part != "caption")
        found = (scope for number in opening for scope in self.scopes(number) if scope.role == "stamp")
        return next((scope.mention for scope in found), None)

    def _outranks(self, stamp: DateMention) -> bool:
        """A dateline outranks the page's date, but not a day that the user gave."""
        reference = self.document.article.reference_date
        return reference is None or reference.origin not in ("given", "dateline")

    def scopes(self, number: int) -> tuple[Scope, ...]:
        """The dates of a sentence, in their roles; none beyond the last sentence."""
        if number >= len(self.document.sentences):
            return ()
        if number not in self._scopes:
            sentence = self.document.sentences[number]
            found = find_scopes(sentence.text, self.today, self.rules, offset=sentence.start)
            told = (_in_part(scope, sentence) for scope in found)
            self._scopes[number] = self._settled(tuple(told), number)
        return self._scopes[number]

    def said(self, number: int) -> Scope | None:
        """The day on which the words of a sentence were said, where it tells that."""
        return next((scope for scope in self.scopes(number) if scope.role == "said"), None)

    def tells_violence(self, number: int) -> bool:
        """Whether a sentence that is no caption has a word of war and violence."""
        sentence = self.document.sentences[number]
        words = WORD.findall(sentence.text.lower())
        return sentence.part != "caption" and not words_of_violence(self.rules).isdisjoint(words)

    def clues(self, number: int) -> tuple[Clue, ...]:
        """The words of a sentence that tell a basis."""
        if number not in self._clues:
            sentence = self.document.sentences[number]
            self._clues[number] = find_clues(sentence.text, self.rules, offset=sentence.start)
        return self._clues[number]

    def beginning(self) -> Scope | None:
        """The day that the article itself gives for the beginning of the war or operation it tells of."""
        if not self._beginning:
            scopes = (scope for n in range(len(self.document.sentences)) for scope in self.scopes(n))
            self._beginning.append(next((s for s in scopes if s.begins and s.mention.first), None))
        return self._beginning[0]

    def reservation(self, why: str | None, scope: Scope | None = None) -> str | None:
        """The reason for what is not known, and a word on days that were counted from a caption's date."""
        reference = self.document.article.reference_date
        counted = scope is None or scope.role == "since" or scope.mention.kind != "absolute"
        if self.today is None:
            return why or (UNANCHORED if counted else None)
        if reference and reference.origin == "caption" and counted and not self.stamp:
            return f"{why}; {FROM_CAPTION}" if why else FROM_CAPTION
        return why

    def anchor(self, words: Mention | None) -> Anchor | None:
        """The named beginning that words of the article mean, if the article makes clear which one."""
        if self._anchors is None:
            self._anchors = fitting_anchors(self.document.article.text, self.today, self.rules)
        return find_anchor(words.text, self._anchors) if words else None

    def _settled(self, scopes: tuple[Scope, ...], number: int) -> tuple[Scope, ...]:
        """The scopes with "a day earlier" and "that day" counted from the day told last."""
        if all(scope.mention.step is None for scope in scopes):
            return scopes
        settled: list[Scope] = []
        for scope in scopes:
            told = self._counted_from(scope, number, settled, scopes)
            settled.append(replace(scope, mention=_stepped(scope.mention, told)) if told else scope)
        return tuple(settled)

    def _counted_from(
        self, scope: Scope, number: int, settled: Sequence[Scope], scopes: Sequence[Scope]
    ) -> DateMention | None:
        """The day from which a date is counted; None where it is not found."""
        if scope.role == "since":
            return self._told_last(number, settled)
        if not scope.mention.governs:
            return self._told_before(number, settled)
        days = (one.mention for one in scopes if one.role == "day" and one.mention.unit == "day")
        beside = next((day for day in days if day.first), None)
        # "A day after gunmen shot 20 dead, a bomb went off": nothing told before it can be meant
        return beside or (None if self.opens(scope, number) else self._told_before(number, settled))

    def opens(self, scope: Scope, number: int) -> bool:
        """Whether a date is the first thing that a sentence tells, a dateline left aside."""
        sentence = self.document.sentences[number]
        return bool(OPENS.search(sentence.text[: scope.mention.start - sentence.start]))

    def _told_before(self, number: int, settled: Sequence[Scope]) -> DateMention | None:
        """The day told last, in the sentence or before it: what "a day earlier" counts from."""
        days = (s.mention for s in reversed(settled) if s.mention.first and s.mention.unit == "day")
        return next(days, None) or next((scope.mention for scope in self.incidents_before(number)), None)

    def _told_last(self, number: int, settled: Sequence[Scope]) -> DateMention | None:
        """The date told last in the sentence or right before it, a year as well: what "since then" counts from."""
        near = (scope for earlier in range(max(0, number - NEAR), number) for scope in self.scopes(earlier))
        past = (scope for scope in (*near, *settled) if scope.role in BEGUN and not self.lies_ahead(scope))
        told = [scope.mention for scope in past if scope.mention.first]
        return told[-1] if told else None

    def incidents_before(self, number: int) -> Iterator[Scope]:
        """The days of incidents told before a sentence, the latest told first."""
        for earlier in range(number - 1, -1, -1):
            yield from (scope for scope in reversed(self.scopes(earlier)) if self.is_incident(scope))

    def incidents_after(self, number: int, reach: int) -> Iterator[Scope]:
        """The days of incidents told in the sentences that follow, in order."""
        for later in range(number + 1, min(number + 1 + reach, len(self.document.sentences))):
            yield from (scope for scope in self.scopes(later) if self.is_incident(scope))

    def lies_ahead(self, scope: Scope) -> bool:
        """Whether a date lies after the day of reference; a calendar day does only if it lies well after it."""
        slack = NEXT if scope.mention.kind == "absolute" and scope.mention.unit == "day" else timedelta()
        return self.today is not None and (scope.mention.first or "") > (self.today + slack).isoformat()

    def is_incident(self, scope: Scope) -> bool:
        """Whether a scope is a day or two of news that later sentences can go on talking of."""
        last = scope.mention.last
        if scope.role not in TOLD or not scope.mention.near_days or last is None or scope.mention.governs:
            return False
        return self.today is None or timedelta() <= self.today - date.fromisoformat(last) <= RECENT


@lru_cache(maxsize=4)
def words_of_violence(rules: RuleSet) -> frozenset[str]:
    """The words of war and violence, as the table of topics has them."""
    return frozenset(row["word"] for row in rules.table("topic"))


def _in_part(scope: Scope, sentence: Sentence) -> Scope:
    """A date in a caption is the day of the picture; one that opens a sentence further down is a day like others."""
    if sentence.part == "caption" and scope.mention.kind == "absolute":
        return replace(scope, role="stamp")
    if scope.role == "stamp" and sentence.index >= OPENING and len(sentence.text) > LINE:
        return replace(scope, role="day", rule=None)
    return scope


def _stepped(mention: DateMention, told: DateMention) -> DateMention:
    if mention.step is None or told.first is None:
        return mention
    day = (date.fromisoformat(told.first) + timedelta(days=mention.step)).isoformat()
    return replace(mention, first=day, last=day, why=None)
