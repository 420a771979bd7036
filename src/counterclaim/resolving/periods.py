"""Which days the figure of each candidate covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.parsed import Candidate, Document, When
from counterclaim.records import Mention, Period
from counterclaim.resolving.bases import NEAR, Basis, find_basis
from counterclaim.resolving.carrying import (
    RESUMED,
    TERRITORY,
    Look,
    among_totals,
    incident,
    one_incident,
    resumed,
    single,
    single_one,
    spoken_of,
    twin,
    with_the_dead,
)
from counterclaim.resolving.clues import Clue
from counterclaim.resolving.nearness import is_apart, is_of_those, is_verb, nearest_scope
from counterclaim.resolving.scopes import Scope
from counterclaim.resolving.story import Story
from counterclaim.rules import RuleSet

APART = "apart"  # the basis of words that turn to another story ("Separately, ...")
LISTED, INCREMENT = "tie.list", "tie.increment"  # how the finding stage ties the numbers of a list of losses
NO_BEGINNING = "where the total begins is not said"
NO_DAY = "no day is told"


def resolve_periods(document: Document, candidates: Sequence[Candidate], rules: RuleSet) -> tuple[When, ...]:
    """The period of each candidate, in the same order."""
    if not candidates:
        return ()
    story = Story(document, rules)
    looks = [_look(candidate, story) for candidate in candidates]
    looks = [_with_whole(look, looks) for look in looks]
    looks = [_with_list(look, looks) for look in looks]
    for number in range(len(looks)):
        looks[number] = spoken_of(number, looks)
        looks[number] = with_the_dead(number, looks)
    looks = [one_incident(look, looks) for look in looks]
    found: list[When] = []
    for number in range(len(looks)):
        looks[number] = _continued(number, looks, story)
        when, back = _when(number, looks, story), looks[number].back
        found.append(replace(when, rules=(*when.rules, back)) if back else when)
    return tuple(_listed(number, candidates, found) for number in range(len(found)))


def _listed(number: int, candidates: Sequence[Candidate], found: Sequence[When]) -> When:
    """In a list of losses the number is a running total, the one in brackets with a plus its last day's part."""
    rules, when = candidates[number].rules, found[number]
    if LISTED in rules:
        return replace(when, period=replace(when.period, basis="cumulative"))
    if INCREMENT in rules and number:
        total = found[number - 1].period
        day = Period(basis="period", start=total.end, end=total.end, words=total.words, why=total.why)
        return replace(when, period=day)
    return when


def _look(candidate: Candidate, story: Story) -> Look:
    scope, apart = nearest_scope(candidate, story), any(clue.basis == APART for clue in story.clues(candidate.sentence))
    return Look(candidate, scope, find_basis(candidate, scope, _heard(candidate, story), story.rules), apart)


def _heard(candidate: Candidate, story: Story) -> Sequence[Clue]:
    """The clues of a candidate's sentence that can tell something of its figure."""
    clues = (clue for clue in story.clues(candidate.sentence) if clue.basis != APART)
    nouns = (clue for clue in clues if not is_verb(clue, candidate.sentence, story))
    heard = [clue for clue in nouns if clue.basis != "cumulative" or not is_apart(clue, candidate, story)]
    blows = (clue for clue in heard if clue.basis == "event" and clue.gap(candidate) <= NEAR)
    if not any(is_of_those(clue, candidate, story) for clue in blows):
        return heard
    return [clue for clue in heard if clue.words is None or clue.words.start >= candidate.quantity.start]


def _with_whole(look: Look, looks: Sequence[Look]) -> Look:
    """A part without a date or basis of its own ("including three children") has those of its whole."""
    whole = look.candidate.part_of
    if look.told or whole is None:
        return look
    return replace(looks[whole], candidate=look.candidate)


def _with_list(look: Look, looks: Sequence[Look]) -> Look:
    """The numbers that one word of the event holds together ("destroyed 967 tanks and 20 guns") have one basis."""
    mine = look.candidate
    together = (other for other in looks if other.candidate.sentence == mine.sentence and other.spoken)
    alike = (other for other in together if other.candidate.event == mine.event)
    first = next((other for other in alike if other.candidate.trigger == mine.trigger), None)
    return replace(look, basis=first.basis) if first and first.scope == look.scope else look


def _continued(number: int, looks: Sequence[Look], story: Story) -> Look:
    """A look with what it takes over from the figures before it and from the same figure told again."""
    look = looks[number]
    basis = look.basis
    if look.scope is None and not basis.whole and (again := twin(number, looks)):
        own = look.spoken and basis.name in ("event", "period")
        return replace(look, scope=again.scope, basis=basis if own else again.basis)
    if look.scope or look.apart or (look.told and (basis.name != "cumulative" or basis.whole)):
        return look
    if not look.told and (total := among_totals(number, looks, story)):
        return replace(look, basis=total.basis, scope=total.scope, resumed=True)
    if before := resumed(number, looks):
        scope, back = before.scope if _lasting(before) else None, basis.rule if basis.name == RESUMED else None
        return replace(look, basis=before.basis, scope=scope, resumed=True, back=back)
    return replace(look, basis=_of_itself(look, story)) if basis.name == RESUMED else look


def _of_itself(look: Look, story: Story) -> Basis:
    """The basis that a sentence tells by itself, where there is no figure before it to go back to."""
    clues = [clue for clue in _heard(look.candidate, story) if clue.basis != RESUMED]
    own = find_basis(look.candidate, look.scope, clues, story.rules)
    return own if own.told else replace(look.basis, name="event")


def _lasting(look: Look) -> bool:
    """Whether the date of a figure holds for those that the text goes on with: the days of a total or of a month."""
    return look.basis.name == "cumulative" or bool(look.scope and look.scope.mention.unit not in ("day", "days"))


def _when(number: int, looks: Sequence[Look], story: Story) -> When:
    look = single(looks[number])
    scope, basis = look.scope, look.basis
    if basis.name == "cumulative":
        return _total(scope if scope and _counts_from(scope, basis) else None, basis, story)
    # a town is held or lost for more than the day of the incident told beside it
    if scope is None and basis.name in ("event", "period") and not look.apart and look.candidate.event not in TERRITORY:
        scope = incident(number, looks, story)
        if scope and not look.told and scope.role == "window" and not single_one(look):
            basis = replace(basis, name="period")
    said = story.said(look.candidate.sentence) if scope is None else None
    return _dated(scope, basis, story) if said is None else _undated(said, basis)


def _counts_from(scope: Scope, basis: Basis) -> bool:
    """Whether a total is counted over the days of a date, and not merely told beside it."""
    today = scope.mention.kind == "deictic" and not basis.begins  # "this morning more than 40 have been killed so far"
    return scope.role in ("since", "until", "range", "window") or today


def _undated(said: Scope, basis: Basis) -> When:
    """A figure whose sentence tells only the day on which it was said."""
    period = Period(basis=basis.name, words=_words(None, basis), why="only the day of the saying is told")
    return When(period=period, rules=_rules(said, basis))


def _total(scope: Scope | None, basis: Basis, story: Story) -> When:
    """A running total: from the day it counts from, if told, to the day it was told."""
    today = story.today.isoformat() if story.today else None
    if scope and scope.role == "until":
        period = Period(basis="cumulative", end=scope.mention.last, words=(scope.words,), why=NO_BEGINNING)
        return When(period=period, rules=_rules(scope, basis))
    of_war = basis.told and (basis.whole or basis.words is None)  # "already 40" may count from anywhere
    scope = scope or (story.beginning() if of_war else None)
    if scope:
        why = story.reservation(scope.mention.why, scope)
        end = scope.until.last if scope.until else today
        period = Period(basis="cumulative", start=scope.mention.first, end=end, words=_words(scope, basis), why=why)
        return When(period=period, rules=_rules(scope, basis))
    anchor = story.anchor(basis.words) if basis.begins else None
    start = anchor.first.isoformat() if anchor else None
    why = story.reservation(None if anchor else NO_BEGINNING)
    period = Period(basis="cumulative", start=start, end=today, words=_words(None, basis), why=why)
    return When(period=period, rules=(*_rules(None, basis), *((anchor.id,) if anchor else ())))


def _dated(scope: Scope | None, basis: Basis, story: Story) -> When:
    """One incident, a stretch of days or a rate, on the days that the text gives for it."""
    if basis.name == "unspecified":
        period = Period(basis=basis.name, words=_words(None, basis), why="the text ties the figure to no day")
        return When(period=period, rules=_rules(None, basis))
    if scope is None:
        return When(period=Period(basis=basis.name, words=_words(None, basis), why=NO_DAY), rules=_rules(None, basis))
    mention = scope.mention
    last = scope.until.last if scope.until else mention.last
    whole = mention.first is not None and last is not None
    period = Period(
        basis=basis.name,
        per=mention.unit if basis.name == "rate" else None,
        start=mention.first if whole else None,
        end=last if whole else None,
        words=_words(scope, basis),
        why=story.reservation(mention.why, scope),
    )
    return When(period=period, rules=_rules(scope, basis))


def _words(scope: Scope | None, basis: Basis) -> tuple[Mention, ...]:
    """The words that the period rests on: those of the date, and those of a total that has none of its own."""
    total = basis.words if basis.name in ("cumulative", "unspecified") else None
    found = {words.start: words for words in (scope.words if scope else None, total) if words}
    return tuple(found[start] for start in sorted(found))


def _rules(scope: Scope | None, basis: Basis) -> tuple[str, ...]:
    of_date = (scope.mention.rule, scope.rule.id if scope.rule else None) if scope else ()
    until = scope.until.rule if scope and scope.until else None
    return tuple(dict.fromkeys(rule for rule in (*of_date, until, basis.rule) if rule))
