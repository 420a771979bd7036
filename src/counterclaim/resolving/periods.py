"""Which days the figure of each candidate covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from counterclaim.parsed import Candidate, Document, When
from counterclaim.records import Mention, Period
from counterclaim.resolving.bases import Basis, find_basis
from counterclaim.resolving.dates import DateMention
from counterclaim.resolving.scopes import Scope
from counterclaim.resolving.story import Story
from counterclaim.rules import RuleSet

SILENT = ("said", "apart", "stamp")  # dates that are not the figure's own
FAR = 40  # more steps than any path in a parse that holds together
NEAR = 2  # sentences in which a text goes on with the same kind of figures
CARRIED = ("event", "period", "cumulative")
COUNTED = frozenset({"period.since_start", "period.war", "period.since_named", "period.begun", "period.so_far", "period.perfect", "period.large"})  # totals that count from the beginning
RATE_REACH = 50  # "1,000 soldiers killed a day"
REACH = 4  # sentences over which the day of an incident holds
ADJACENT = 1  # ... and where several days have been told
HEAD = 3  # sentences of the title and the lead, whose day may be told after them
AHEAD = 6


def resolve_periods(document: Document, candidates: Sequence[Candidate], rules: RuleSet) -> tuple[When, ...]:
    """The period of each candidate, in the same order."""
    story = Story(document, rules)
    found = [_first_look(candidate, story) for candidate in candidates]
    return tuple(_settle(number, candidates, found, story) for number in range(len(candidates)))


@dataclass(frozen=True, slots=True)
class Look:
    """What the sentence of a candidate tells by itself: its date, if any, and the basis."""

    scope: Scope | None
    basis: Basis
    apart: bool = False


def _first_look(candidate: Candidate, story: Story) -> Look:
    scope = nearest_scope(candidate, story)
    clues = story.clues(candidate.sentence)
    basis = find_basis(candidate, scope, tuple(c for c in clues if c.basis != "apart"), story.rules)
    return Look(scope, basis, any(clue.basis == "apart" for clue in clues))


def _settle(number: int, candidates: Sequence[Candidate], looks: Sequence[Look], story: Story) -> When:
    candidate, look = candidates[number], looks[number]
    scope, basis = look.scope, look.basis
    if not scope and not look.apart and (not basis.told or basis.name == "resumed"):
        basis = _resumed(number, candidates, looks, resumes=basis.name == "resumed") or basis
    if scope is None and basis.name in ("event", "period") and not look.apart:
        scope = _twin(number, candidates, looks) or _carried(number, candidates, looks, story)
    if basis.name == "cumulative" and (scope is None or scope.role not in ("since", "until")):
        scope = story.beginning() if basis.rule in COUNTED else None
    return _when(scope, basis, story)


def _resumed(number: int, candidates: Sequence[Candidate], looks: Sequence[Look], *, resumes: bool) -> Basis | None:
    """The basis of the figures told before, in this sentence or the last ones; a total where the words go back to one."""
    here = candidates[number].sentence
    for candidate, look in zip(reversed(candidates[:number]), reversed(looks[:number]), strict=True):
        if here - candidate.sentence > NEAR:
            break
        if look.basis.told and (look.basis.name == "cumulative" if resumes else look.basis.name in CARRIED):
            return look.basis
    return None


def _twin(number: int, candidates: Sequence[Candidate], looks: Sequence[Look]) -> Scope | None:
    """The date of the same figure where it is told again with one."""
    mine = candidates[number]
    for other, look in zip(candidates, looks, strict=True):
        same = (other.event, other.quantity.low, other.quantity.high) == (mine.event, mine.quantity.low, mine.quantity.high)
        if same and (mine.quantity.low or 0) > 2 and look.scope and look.scope.role in ("day", "window", "range"):
            return look.scope
    return None


def _carried(number: int, candidates: Sequence[Candidate], looks: Sequence[Look], story: Story) -> Scope | None:
    """The day of the incident that the article goes on talking of; a title or lead finds it in what follows."""
    here = candidates[number].sentence
    if any(scope.role == "said" for scope in story.scopes(here)):
        return None  # its own date is the day of the saying: the event's may be another
    all_before = list(story.incidents_before(here))
    if len({scope.mention.first for scope in all_before}) == 1:
        return all_before[0]
    told = [(c.sentence, look.scope) for c, look in zip(candidates, looks, strict=True) if look.scope and story.is_incident(look.scope)]
    before = [(sentence, scope) for sentence, scope in told if sentence <= here]
    days = {scope.mention.first for _, scope in before}
    if before and (len(days) == 1 or before[-1][0] >= here - ADJACENT) and here - before[-1][0] <= REACH:
        return before[-1][1]
    if all_before or here >= HEAD:
        return None
    return next(story.incidents_after(here, AHEAD), None)


def _when(scope: Scope | None, basis: Basis, story: Story) -> When:
    first, last, why = _days(scope, basis, story)
    words = tuple(_words(m) for m in (scope.mention, scope.until) if m) if scope else ()
    rules = [scope.mention.rule if scope else None, scope.rule if scope else None, basis.rule]
    per = scope.mention.unit if scope and basis.name == "rate" else None
    period = Period(basis=basis.name, per=per, start=first, end=last, words=words, why=why)
    return When(period=period, rules=tuple(dict.fromkeys(rule for rule in rules if rule)))


def _words(mention: DateMention) -> Mention:
    return Mention(text=mention.text, start=mention.start, end=mention.end)


def _days(scope: Scope | None, basis: Basis, story: Story) -> tuple[str | None, str | None, str | None]:
    today = story.today.isoformat() if story.today else None
    if basis.name == "unspecified":
        return None, None, "the text ties the figure to no day"
    if basis.name == "cumulative":
        return _total(scope, today)
    if scope is None:
        return None, None, "no day is told"
    last = scope.until.last if scope.until else scope.mention.last
    return scope.mention.first, last, scope.mention.why


def _total(scope: Scope | None, today: str | None) -> tuple[str | None, str | None, str | None]:
    """A running total: from the day it counts from, if told, to the day it was told."""
    if scope and scope.role == "until":
        return None, scope.mention.last, "where the total begins is not said"
    if scope:
        return scope.mention.first, today, scope.mention.why
    return None, today, "where the total begins is not said"


def nearest_scope(candidate: Candidate, story: Story) -> Scope | None:
    """The date of the sentence that stands nearest to the candidate's event in the grammar of the sentence."""
    quantity = candidate.quantity
    scopes = [
        scope
        for scope in story.scopes(candidate.sentence)
        if scope.role not in SILENT
        and not (scope.mention.start < quantity.end and quantity.start < scope.mention.end)
        and not (scope.role == "rate" and scope.mention.start - quantity.end not in range(RATE_REACH))
    ]
    return min(scopes, key=lambda scope: _distance(candidate, scope.mention, story), default=None)


def _distance(candidate: Candidate, mention: DateMention, story: Story) -> tuple[int, int]:
    quantity = candidate.quantity
    characters = max(mention.start - quantity.end, quantity.start - mention.end, 0)
    doc = story.document.docs.get(candidate.sentence)
    if doc is None:
        return 0, characters
    start = story.document.sentences[candidate.sentence].start
    return steps_between(token_at(doc, candidate.trigger.start - start), token_at(doc, mention.start - start)), characters


def token_at(doc: Doc, offset: int) -> Token:
    """The token that covers an offset."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if doc[middle].idx <= offset else (low, middle - 1)
    return doc[low]


def steps_between(one: Token, other: Token) -> int:
    """The number of arcs on the way from one token to another in the parse; FAR where there is none."""
    up: Mapping[int, int] = {token.i: n for n, token in enumerate((one, *one.ancestors))}
    return next((n + up[token.i] for n, token in enumerate((other, *other.ancestors)) if token.i in up), FAR)
