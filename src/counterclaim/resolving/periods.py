"""Which days the figure of each candidate covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterclaim.parsed import Candidate, Document, When
from counterclaim.records import Mention, Period
from counterclaim.resolving.clues import Clue, find_clues, usual_bases
from counterclaim.resolving.dates import DateMention
from counterclaim.resolving.scopes import Scope, find_scopes
from counterclaim.rules import RuleSet


def resolve_periods(document: Document, candidates: Sequence[Candidate], rules: RuleSet) -> tuple[When, ...]:
    """The period of each candidate, in the same order."""
    story = Story(document, rules)
    whens = [story.when(c) for c in candidates]
    return tuple(whens)


class Story:
    """An article as a reader follows it: which day it is talking of at each sentence."""

    def __init__(self, document: Document, rules: RuleSet) -> None:
        self.document, self.rules = document, rules
        reference = document.article.reference_date
        self.reference = date.fromisoformat(reference.value[:10]) if reference else None
        self.today = self.reference.isoformat() if self.reference else None
        self._scopes: dict[int, tuple[Scope, ...]] = {}
        self._clues: dict[int, tuple[Clue, ...]] = {}

    def scopes(self, sentence: int) -> tuple[Scope, ...]:
        if sentence not in self._scopes:
            s = self.document.sentences[sentence]
            self._scopes[sentence] = find_scopes(s.text, self.reference, self.rules, offset=s.start)
        return self._scopes[sentence]

    def clues(self, sentence: int) -> tuple[Clue, ...]:
        if sentence not in self._clues:
            s = self.document.sentences[sentence]
            self._clues[sentence] = find_clues(s.text, self.rules, offset=s.start)
        return self._clues[sentence]

    def when(self, c: Candidate) -> When:
        scope = self.nearest(c)
        basis, brule = self.basis(c, scope)
        rules = tuple(r for r in (scope and scope.mention.rule, scope and scope.rule, brule) if r)
        if scope is None and basis in ("event", "period"):
            scope = self.carried(c)
        first, last, why = None, None, None
        words: tuple[Mention, ...] = ()
        if scope is not None and basis != "unspecified":
            m = scope.mention
            first, last, why = m.first, m.last, m.why
            words = (Mention(text=m.text, start=m.start, end=m.end),)
            if scope.role == "range" and scope.until:
                last = scope.until.last
            elif scope.role == "since":
                last = self.today
            elif scope.role == "until":
                first = None
        elif basis == "cumulative":
            last = self.today
        return When(period=Period(basis=basis, start=first, end=last, words=words, why=why), rules=rules)

    def nearest(self, c: Candidate) -> Scope | None:
        scopes = [s for s in self.scopes(c.sentence) if s.role not in ("said", "apart") and not (s.mention.start < c.quantity.end and c.quantity.start < s.mention.end)]
        if not scopes:
            return None
        return min(scopes, key=lambda s: self.distance(c, s.mention))

    def distance(self, c: Candidate, m: DateMention) -> tuple[int, int]:
        chars = min(abs(m.start - c.quantity.end), abs(c.quantity.start - m.end))
        doc = self.document.docs.get(c.sentence)
        if doc is None:
            return 0, chars
        base = self.document.sentences[c.sentence].start
        a = token_at(doc, c.trigger.start - base)
        b = token_at(doc, m.start - base)
        return hops(a, b), chars

    def basis(self, c: Candidate, scope: Scope | None) -> tuple[str, str | None]:
        if scope:
            fixed = {"since": "cumulative", "until": "cumulative", "window": "period", "length": "period", "rate": "rate", "range": "period"}.get(scope.role)
            if fixed:
                return fixed, None
        clues = self.clues(c.sentence)
        usual = usual_bases(self.rules)
        if c.event in usual and not scope:
            return usual[c.event]
        if c.event == "attacks":
            return ("event" if c.quantity.high == 1 or c.quantity.low in (0, 1, 2) else "period"), None
        if clues:
            best = max(clues, key=lambda k: (k.weight, -min(abs(k.start - c.quantity.end), abs(c.quantity.start - k.end))))
            if not (scope and best.basis == "cumulative"):
                return best.basis, best.rule
        return "event", None

    def carried(self, c: Candidate) -> Scope | None:
        for i in range(c.sentence - 1, -1, -1):
            for s in reversed(self.scopes(i)):
                if s.role in ("day", "window", "range") and s.mention.first:
                    return s
        for i in range(c.sentence + 1, min(c.sentence + 5, len(self.document.sentences))):
            for s in self.scopes(i):
                if s.role in ("day", "window", "range") and s.mention.first:
                    return s
        return None


def token_at(doc, offset):
    lo, hi = 0, len(doc) - 1
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if doc[mid].idx <= offset:
            lo = mid
        else:
            hi = mid - 1
    return doc[lo]


def hops(a, b) -> int:
    up = {a.i: 0}
    t, n = a, 0
    while t.head.i != t.i and n < 50:
        t = t.head
        n += 1
        up[t.i] = n
    t, n = b, 0
    while t.i not in up:
        if t.head.i == t.i:
            return n + 20
        t = t.head
        n += 1
    return up[t.i] + n
