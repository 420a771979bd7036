"""What a figure without a date of its own takes over from the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.parsed import Candidate
from counterclaim.resolving.bases import Basis
from counterclaim.resolving.scopes import Scope
from counterclaim.resolving.story import Story

SAME = "same"  # the basis of words that speak of attacks told before ("these strikes")
RESUMED = "resumed"  # the basis of words that go back to a total told before ("Earlier, ...")
TERRITORY = ("gained", "lost")
INCIDENTS = ("event", "period")
VAGUE = "duration"  # "in recent days", "during the week": no day that another sentence tells
DEICTIC = "deictic"  # "today": holds for other sentences only where a figure stands with it
CARRIED = ("event", "period", "cumulative")
NEAR = 2  # sentences in which a text goes on with figures of the same kind
REACH = 4  # sentences over which the day of an incident holds where several days are told
STAYS = 5  # sentences over which the day of an attack holds where it is the last that is told
SOON = 2  # sentences in which an attack's day follows where none was told before
HEAD = 3  # sentences of the title and the lead, whose day may be told after them ...
AHEAD = 6  # ... within so many sentences
DATED = ("day", "window", "range")
WOUNDED = 40  # people hurt for each of the dead, at most, where one blow did both
FEW, MOST = 3, 0.6  # totals at least, and their share of all that an article tells, for one that is about totals
MANY = 30  # people or things at least, for a figure that is rather a total than one incident's
HARMED = {"injured": "killed", "casualties": "killed", "damaged": "destroyed"}
COUNTED = ("exact", "approx")
TELLING = 3  # the smallest figure that is known again by its number alone


@dataclass(frozen=True, slots=True)
class Look:
    """What the sentence of a candidate tells: its date, if any, the basis, whether it is another story.

    `resumed`: date and basis are those of the figures before it; `back` is the rule whose words say so, if any do.
    """

    candidate: Candidate
    scope: Scope | None
    basis: Basis
    apart: bool = False
    resumed: bool = False
    back: str | None = None

    @property
    def told(self) -> bool:
        """Whether the sentence itself tells the date or the basis."""
        return self.scope is not None or (self.basis.told and self.basis.name != RESUMED)

    @property
    def spoken(self) -> bool:
        """Whether words told the basis, and not the size of the figure alone."""
        return self.basis.told and (self.basis.name != "cumulative" or bool(self.scope or self.basis.words))


def single_one(look: Look) -> bool:
    """Whether a figure is one person or thing, and no part of others; a town is held for longer than an incident."""
    one = look.candidate.quantity.high == 1 and look.candidate.part_of is None
    return one and look.candidate.event not in TERRITORY


def single(look: Look) -> Look:
    """One person or thing among totals or the figures of a stretch of days is an incident of its own."""
    if not (look.resumed and single_one(look) and look.basis.name in ("period", "cumulative")):
        return look
    return replace(look, basis=replace(look.basis, name="event"), scope=None)


def resumed(number: int, looks: Sequence[Look]) -> Look | None:
    """The figure told before whose kind this one goes on with; the total before it where the words go back to one."""
    here = looks[number]
    if here.basis.name == RESUMED:
        return _last(number, looks, ("cumulative",), NEAR) or _last(number, looks, CARRIED, AHEAD)
    return _last(number, looks, CARRIED if here.basis.name in ("event", "unspecified") else ("cumulative",), NEAR)


def _last(number: int, looks: Sequence[Look], names: Sequence[str], reach: int) -> Look | None:
    here = looks[number].candidate.sentence
    near = (look for look in reversed(looks[:number]) if here - look.candidate.sentence <= reach)
    return next((look for look in near if look.spoken and look.basis.name in names), None)


def twin(number: int, looks: Sequence[Look]) -> Look | None:
    """The same figure where it is told again with a date."""
    mine = looks[number].candidate
    if (mine.quantity.low or 0) < TELLING:
        return None
    same = (look for look in looks if look.scope and _content(look.candidate) == _content(mine))
    return next((look for look in same if look.scope and _tells_days(look.scope)), None)


def spoken_of(number: int, looks: Sequence[Look]) -> Look:
    """A figure of "these strikes" with the basis of the figure before it: they are what that one told of."""
    here = looks[number]
    if here.basis.name != SAME:
        return here
    earlier = (look for look in reversed(looks[:number]) if look.candidate.sentence < here.candidate.sentence)
    before = next((look for look in earlier if look.spoken and look.basis.name in INCIDENTS), None)
    return replace(here, basis=replace(here.basis, name=before.basis.name if before else "period"))


def with_the_dead(number: int, looks: Sequence[Look]) -> Look:
    """The wounded told right after the dead are of the same days, however many ("137 died today. 400 are hurt")."""
    here = looks[number]
    by_size = here.basis.told and here.scope is None and not here.spoken
    if not by_size or here.candidate.event != "injured":
        return here
    dead = next((look for look in reversed(looks[:number]) if look.candidate.part_of is None), None)
    return replace(here, basis=dead.basis, scope=dead.scope) if dead and _of_one_blow(dead, here) else here


def _of_one_blow(dead: Look, hurt: Look) -> bool:
    near = hurt.candidate.sentence - dead.candidate.sentence <= NEAR
    alike = (hurt.candidate.quantity.low or 0) <= WOUNDED * (dead.candidate.quantity.low or 0)
    return near and alike and dead.candidate.event == "killed" and dead.basis.name in INCIDENTS


def one_incident(look: Look, looks: Sequence[Look]) -> Look:
    """A figure of several strikes that is elsewhere one incident's ("strikes on the town") is that one's."""
    if look.basis.name != "period" or look.basis.rule is None or (look.candidate.quantity.low or 0) < TELLING:
        return look
    same = (other for other in looks if other.spoken and _content(other.candidate) == _content(look.candidate))
    again = next((other for other in same if other.basis.name == "event" and other.basis.words), None)
    return replace(look, basis=again.basis) if again else look


def _tells_days(scope: Scope) -> bool:
    """Whether a date is near enough to what happened to hold for the same figure elsewhere; "last year" is not."""
    return scope.role in DATED and scope.mention.first is not None and scope.mention.unit != "year"


def _content(candidate: Candidate) -> tuple[str, int | None, int | None]:
    return candidate.event, candidate.quantity.low, candidate.quantity.high


def incident(number: int, looks: Sequence[Look], story: Story) -> Scope | None:
    """The day of the incident that the article goes on talking of; a title or lead finds it in what follows."""
    here, own = looks[number].candidate.sentence, [look.scope for look in looks]
    before = [s for s in story.incidents_before(here) if s.mention.kind != DEICTIC or s in own]
    after = (s for s in story.incidents_after(here, AHEAD) if s.mention.kind != DEICTIC or s in own)
    if said := story.said(here):  # its own date is the day of the saying: only "Tuesday's attack" tells the event's
        near = (*before[:1], *after) if here < HEAD else before[:1]
        return next((s for s in near if s.mention.possessive or (here < HEAD and _earlier(s, said))), None)
    if len({scope.mention.first for scope in before}) == 1:
        return before[0]
    if before:
        return _held(here, looks, story) or _attack_before(here, story)
    if here < HEAD:
        return next(after, None)
    none = looks[number].candidate.quantity.high == 0  # "none of these attacks": rather others than the one told next
    return None if none else _attack_after(here, story)


def _earlier(scope: Scope, said: Scope) -> bool:
    """Whether a day lies before the one on which something was said: then it is the day of what was told."""
    return (scope.mention.first or "") < (said.mention.first or "")


def _held(here: int, looks: Sequence[Look], story: Story) -> Scope | None:
    """Of several days told before, the one that the last figures were dated by."""
    dated = [
        (look.candidate.sentence, look.scope)
        for look in looks
        if look.scope and look.candidate.sentence <= here and story.is_incident(look.scope)
    ]
    if not dated:
        return None
    sentence, scope = dated[-1]
    only = len({scope.mention.first for _, scope in dated}) == 1
    return scope if here - sentence <= (REACH if only else 1) else None


def _attack_before(here: int, story: Story) -> Scope | None:
    """The day told last, if it is one of violence; for a sentence that tells no time of its own."""
    return _day_near(here, range(here, max(-1, here - STAYS - 1), -1), story)


def _attack_after(here: int, story: Story) -> Scope | None:
    """The day of an attack that is told right after a sentence without a time of its own."""
    return _day_near(here, range(here + 1, here + 1 + SOON), story)


def _day_near(here: int, numbers: Iterable[int], story: Story) -> Scope | None:
    """The one day of the first of some sentences that tells any; None where it has no word of violence."""
    if any(scope.mention.kind == VAGUE for scope in story.scopes(here)):
        return None
    told = ((n, [s for s in story.scopes(n) if story.is_incident(s) and s.mention.kind != DEICTIC]) for n in numbers)
    number, days = next(((number, days) for number, days in told if days), (here, []))
    one = len({scope.mention.first for scope in days}) == 1
    return days[0] if one and story.tells_violence(number) else None


def among_totals(number: int, looks: Sequence[Look], story: Story) -> Look | None:
    """A total of the same kind that the article tells, for a large figure that neither day nor incident holds.

    "45 people died in the north" beside "the toll has crossed 200" is a part of that toll.
    """
    mine = looks[number].candidate
    together = [look.candidate for look in looks[: number + 1] if look.candidate.sentence == mine.sentence]
    if mine.sentence < HEAD or mine.part_of is not None or not all(map(_is_many, together)):
        return None
    others = (*reversed(looks[:number]), *looks[number + 1 :])
    totals = [look for look in others if look.basis.told and look.basis.name == "cumulative"]
    alike = (look for look in totals if _harm(look.candidate) == _harm(mine))
    if _are_most(totals, others):
        total: Look | None = totals[0]
    else:
        total = next(alike, None) if all(one.quantity.form in COUNTED for one in together) else None
    return None if total and incident(number, looks, story) else total


def _harm(candidate: Candidate) -> str:
    return HARMED.get(candidate.event, candidate.event)


def _are_most(totals: Sequence[Look], others: Sequence[Look]) -> bool:
    """Whether an article tells little but totals."""
    told = sum(look.told for look in others)
    return len(totals) >= FEW and len(totals) >= MOST * told


def _is_many(candidate: Candidate) -> bool:
    return (candidate.quantity.low or 0) >= MANY
