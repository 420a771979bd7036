"""Which date of a sentence is a figure's own: the one nearest to its event in the grammar of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from counterclaim.parsed import Candidate
from counterclaim.records import Mention
from counterclaim.resolving.calendar import calendar_of
from counterclaim.resolving.clues import Clue
from counterclaim.resolving.dates import DateMention
from counterclaim.resolving.scopes import Scope
from counterclaim.resolving.story import Story

SILENT = ("said", "apart", "stamp", "record")  # dates that are no figure's own
MODIFYING = ("relcl", "acl")
JOINED = "conj"
SUBJECTS = ("nsubj", "nsubjpass")
COUNTING, GOVERNED = "nummod", "pobj"
PACE = 20  # characters between figure and date that weigh as much as one step in the parse, which may be wrong
VERBS = ("VB", "VBP", "VBZ")
FAR = 40  # more steps than any path in a parse that holds together
LARGE = 100  # figures from here on are rather of all so far than of the day on which they are told
PAUSE = re.compile(r",\s")  # where the clause of "A day after gunmen shot 20 dead, ..." ends
RATE_REACH = 50  # "1,000 soldiers killed a day": the rate follows the figure within so many characters


def nearest_scope(candidate: Candidate, story: Story) -> Scope | None:
    """The date of the sentence that stands nearest to the candidate's event; None where the sentence has none."""
    planned = candidate.modality == "planned"
    near = (scope for scope in story.scopes(candidate.sentence) if planned or not story.lies_ahead(scope))
    scopes = of_its_clause(candidate, [scope for scope in near if can_be_of(candidate, scope)], story)
    sight = Sight.of(candidate, story) if scopes else None
    if sight:
        scopes = [scope for scope in scopes if not sight.of_another_event(scope.mention)]
        scopes = [scope for scope in scopes if not _told_on(candidate, scope, sight, story)]
    scopes = [scope for scope in scopes if scope.role != "length"] or scopes
    if sight and len(scopes) > 1:
        scopes = [scope for scope in scopes if not sight.of_next_clause(scope.mention)] or scopes
    if len(scopes) < 2 or sight is None:
        return min(scopes, key=lambda scope: gap(candidate, scope.mention), default=None)
    return min(scopes, key=lambda scope: PACE * sight.steps(scope.mention) + gap(candidate, scope.mention))


def _told_on(candidate: Candidate, scope: Scope, sight: Sight, story: Story) -> bool:
    """Whether a date is that of the saying of a large figure ("on March 29 he told lawmakers that 773 had died")."""
    if scope.role != "day" or (candidate.quantity.low or 0) < LARGE or scope.mention.kind == "deictic":
        return False
    return sight.of_saying(scope.mention, frozenset(calendar_of(story.rules).words("saying")))


def of_its_clause(candidate: Candidate, scopes: Sequence[Scope], story: Story) -> Sequence[Scope]:
    """The dates on a figure's own side of "a day after", which dates the clause behind it and nothing else."""
    governing = next((scope for scope in scopes if scope.mention.governs), None)
    if governing is None:
        return _counted_on(candidate, scopes)
    sentence, mention = story.document.sentences[candidate.sentence], governing.mention
    pause = (
        PAUSE.search(sentence.text, mention.end - sentence.start) if story.opens(governing, sentence.index) else None
    )
    end = sentence.start + (pause.start() if pause else len(sentence.text))
    inside = mention.end <= candidate.quantity.start < end
    own = [scope for scope in scopes if (mention.end <= scope.mention.start < end) == inside and scope is not governing]
    return own or [scope for scope in scopes if inside and scope is governing]


def _counted_on(candidate: Candidate, scopes: Sequence[Scope]) -> Sequence[Scope]:
    """Without the date before a figure that "since" behind it counts from ("agreed in May, and 40 have died since")."""
    if not any(scope.mention.kind == "since" and scope.mention.start > candidate.quantity.start for scope in scopes):
        return scopes
    return [scope for scope in scopes if scope.mention.start > candidate.quantity.start]


def can_be_of(candidate: Candidate, scope: Scope) -> bool:
    """Whether a date can be the figure's own by its role and place."""
    quantity, mention = candidate.quantity, scope.mention
    if scope.role in SILENT or (mention.start < quantity.end and quantity.start < mention.end):
        return False
    return scope.role != "rate" or 0 <= mention.start - quantity.end < RATE_REACH


def gap(candidate: Candidate, mention: DateMention) -> int:
    """The number of characters between the figure and a date."""
    return max(mention.start - candidate.quantity.end, candidate.quantity.start - mention.end, 0)


@dataclass(frozen=True, slots=True)
class Sight:
    """The parse of a candidate's sentence, seen from its event and its figure."""

    doc: Doc
    start: int
    event: Token
    figure: Token

    @classmethod
    def of(cls, candidate: Candidate, story: Story) -> Sight | None:
        """The sight of a candidate; None where its sentence was not parsed."""
        doc = story.document.docs.get(candidate.sentence)
        if not doc:
            return None
        start = story.document.sentences[candidate.sentence].start
        event, figure = candidate.trigger.start - start, candidate.quantity.start - start
        return cls(doc, start, token_at(doc, event), token_at(doc, figure))

    def steps(self, mention: DateMention) -> int:
        """The number of arcs from the event's words to a date."""
        return steps_between(self.event, token_at(self.doc, mention.start - self.start))

    def of_another_event(self, mention: DateMention) -> bool:
        """Whether the date stands in a clause about the people counted that tells of something else.

        "21 of the girls abducted two years ago were released": two years ago is no date of the release. Nor is it a
        date of other figures ("544 have died, among them the 58 who were killed on May 4").
        """
        day = token_at(self.doc, mention.start - self.start)
        clauses = [token for token in (day, *day.ancestors) if token.dep_ in MODIFYING]
        return any(
            (self._counts(clause.head) or self._is_count(clause.head)) and not self._within(clause)
            for clause in clauses
        )

    def _is_count(self, noun: Token) -> bool:
        """Whether a number of its own, behind the figure, counts a noun after a preposition ("including the 58")."""
        if noun.dep_ != GOVERNED or self.figure.i > noun.i or noun.is_ancestor(self.figure):
            return False
        return any(child.dep_ == COUNTING for child in noun.children)

    def of_next_clause(self, mention: DateMention) -> bool:
        """Whether the date stands in a clause with a subject of its own that is joined to the event's.

        "In March troops seized 12 towns, but by April they had left four": April is no date of the seizing.
        """
        day = token_at(self.doc, mention.start - self.start)
        verb = next((token for token in day.ancestors if token.dep_ == JOINED), None)
        if verb is None or self._within(verb) or not verb.tag_.startswith("V"):
            return False
        joined = verb.head == self.event or verb.head.is_ancestor(self.event)
        return joined and any(child.dep_ in SUBJECTS for child in verb.children)

    def of_saying(self, mention: DateMention, verbs: frozenset[str]) -> bool:
        """Whether a date belongs to a verb of saying above the event."""
        day = token_at(self.doc, mention.start - self.start)
        verb = next((token for token in day.ancestors if token.tag_.startswith("V")), None)
        return verb is not None and verb.lower_ in verbs and verb != self.event and verb.is_ancestor(self.event)

    def apart(self, words: Mention) -> bool:
        """Whether words stand in a clause about a noun that tells neither of the event nor of what is counted.

        "killed 23 in the town, which has been under siege ever since": ever since is the siege's.
        """
        token = token_at(self.doc, words.start - self.start)
        return any(self._tells_else(one) for one in (token, *token.ancestors) if one.dep_ in MODIFYING)

    def of_those(self, words: Mention) -> bool:
        """Whether words stand in the clause about what is counted that tells of the event itself."""
        token = token_at(self.doc, words.start - self.start)
        clauses = (one for one in (token, *token.ancestors) if one.dep_ in MODIFYING)
        return any(self._counts(clause.head) and self._within(clause) for clause in clauses)

    def _tells_else(self, clause: Token) -> bool:
        holds = self._within(clause) or clause == self.figure or clause.is_ancestor(self.figure)
        return not holds and not self._counts(clause.head)

    def _counts(self, noun: Token) -> bool:
        return noun in (self.figure, self.figure.head) or self.figure.is_ancestor(noun)

    def _within(self, clause: Token) -> bool:
        return clause == self.event or clause.is_ancestor(self.event)


def is_apart(clue: Clue, candidate: Candidate, story: Story) -> bool:
    """Whether the words of a clue tell of something else than the candidate's event."""
    sight = Sight.of(candidate, story) if clue.words else None
    return sight is not None and clue.words is not None and sight.apart(clue.words)


def is_of_those(clue: Clue, candidate: Candidate, story: Story) -> bool:
    """Whether the words of a clue say which people or things are counted ("the 58 who were killed in the attack")."""
    sight = Sight.of(candidate, story) if clue.words else None
    return sight is not None and clue.words is not None and sight.of_those(clue.words)


def is_verb(clue: Clue, number: int, story: Story) -> bool:
    """Whether the word of a clue that must be a noun is a verb here ("the alliance attacks the city")."""
    doc = story.document.docs.get(number)
    if doc is None or clue.words is None or not clue.rule.all("noun"):
        return False
    return token_at(doc, clue.words.end - 1 - story.document.sentences[number].start).tag_ in VERBS


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers an offset."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if doc[middle].idx <= offset else (low, middle - 1)
    return doc[low]


def steps_between(one: Token, other: Token) -> int:
    """The number of arcs on the way from one token to another in the parse; FAR where there is none."""
    up = {token.i: n for n, token in enumerate((one, *one.ancestors))}
    return next((n + up[token.i] for n, token in enumerate((other, *other.ancestors)) if token.i in up), FAR)
