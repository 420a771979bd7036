"""Denials beside what they deny, in their own article and across articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.compare.days import days_between, number_of
from counterclaim.compare.findings import DENIAL, Alarm
from counterclaim.compare.inclusion import related
from counterclaim.compare.intervals import interval
from counterclaim.compare.words import is_named, shared_words
from counterclaim.figures import CLAIM, Figure
from counterclaim.vocabulary import EVENTS

Key = tuple[str | None, str | int]
WINDOW = 14  # days before a denial in which what it denies may have been claimed
FEWEST = 2  # things that must agree: place, number, category, and the side unless place or number and day do
TELLING, MOST = 2, 5  # words that both sentences share: fewer tell nothing, more tell no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial, and the claims that it denies, the likeliest first; none where no article has one."""

    denial: Figure
    denied: tuple[Figure, ...]


def find_denials(figures: Sequence[Figure]) -> tuple[Denial, ...]:
    """Every denial that has an event, in order of publication, beside what it denies."""
    by_id = {(figure.article, figure.claim): figure for figure in figures}
    filed: dict[Key, list[Figure]] = {}
    for figure in figures:
        if figure.event and not is_denial(figure):
            for key in _keys(figure):
                filed.setdefault(key, []).append(figure)
    figured = {(f.article, f.evidence_start) for f in figures if f.kind == CLAIM and is_denial(f)}
    denials = sorted((f for f in figures if is_denial(f) and f.event in EVENTS and _stands(f, figured)), key=_when)
    return tuple(Denial(denial=denial, denied=_denied(denial, by_id, filed)) for denial in denials)


def find_denials_without_claim(figures: Sequence[Figure]) -> Iterator[Alarm]:
    """Each denial by somebody in particular of a figure that no article of the ledger has, as an alarm."""
    for found in find_denials(figures):
        denial = found.denial
        told = denial.quantity and denial.side and not denial.restates and is_named(denial.claimant)
        if told and not found.denied:
            yield Alarm(
                kind=DENIAL, first=None, second=denial,
                why=f"{denial.claimant} denies {denial.quantity} {denial.category} {denial.event}; "
                "nothing that was read claims it",
            )  # fmt: skip


def is_denial(figure: Figure) -> bool:
    """Whether a claim or statement says that something is not so."""
    return figure.modality == "denied" or figure.act == "denied" or figure.relation == "denies"


def likeness(denial: Figure, claim: Figure) -> float:
    """How likely it is that the denial speaks of the claim, from 0 to 1; 0 where something speaks against it.

    What only one of them says counts for nothing: two things must agree, and the words must tell the same.
    """
    late = _apart(denial, claim)
    if denial.claimant == claim.claimant or late is None or not 0 <= late <= WINDOW:
        return 0.0
    known = [
        _agreement(denial.place, claim.place), _value(denial, claim),
        _agreement(denial.category, claim.category, near=related(denial.category, claim.category)),
    ]  # fmt: skip
    if 1.0 not in known[:2] or denial.start != claim.start:
        known.append(_agreement(denial.side, claim.side))
    if 0.0 in known or sum(agreed is not None for agreed in known) < FEWEST:
        return 0.0
    words = len(shared_words(denial, claim))
    return min(words, MOST) / MOST if words >= TELLING else 0.0


def _stands(figure: Figure, figured: set[tuple[str, int]]) -> bool:
    """Whether a denial is told once: a denied statement with a denied figure in it is told by the figure."""
    inside = (start for article, start in figured if article == figure.article and figure.kind != CLAIM)
    return not any(start <= figure.evidence_start <= start + len(figure.evidence) + 200 for start in inside)


def _denied(denial: Figure, by_id: dict[tuple[str, str], Figure], filed: dict[Key, list[Figure]]) -> tuple[Figure, ...]:
    answered = by_id.get((denial.article, denial.answers)) if denial.answers else None
    if answered:
        return (answered,)
    near = {(claim.article, claim.claim): claim for key in _keys_around(denial) for claim in filed.get(key, ())}
    scored = [(likeness(denial, claim), claim) for claim in near.values()]
    others = [claim for claim in near.values() if claim.kind == CLAIM and _value(denial, claim) == 0]
    likely = [(score, claim) for score, claim in scored if score > 0 and not _tells_any(claim, others)]
    return tuple(claim for _, claim in sorted(likely, key=lambda found: (-found[0], _when(found[1]))))


def _tells_any(statement: Figure, others: Iterable[Figure]) -> bool:
    """Whether a statement without a figure tells one of the claims that have another number than the denied one."""
    if statement.kind == CLAIM:
        return False
    start, end = statement.evidence_start, statement.evidence_start + len(statement.evidence)
    return any(other.article == statement.article and start <= (other.quantity_start or 0) < end for other in others)


def _keys(claim: Figure) -> tuple[Key, ...]:
    """Where a claim is looked for: among those of its article, and those of its fortnight."""
    told = ((claim.event, number_of(claim.published) // WINDOW),) if claim.published else ()
    return ((claim.event, claim.article), *told)


def _keys_around(denial: Figure) -> tuple[Key, ...]:
    if not denial.published:
        return ((denial.event, denial.article),)
    fortnight = number_of(denial.published) // WINDOW
    return (denial.event, denial.article), (denial.event, fortnight - 1), (denial.event, fortnight)


def _value(denial: Figure, claim: Figure) -> float | None:
    """1 for one number, 0 for another, None where the denial has none; a vague one only rules out what is less.

    Who says that there were none agrees with a denial of some.
    """
    denied, said = interval(denial), interval(claim)
    if denied is None and claim.high == 0:
        return 0.0
    if denied is None:
        less = denial.low is not None and claim.high is not None and claim.high < denial.low
        return 0.0 if less else None
    return 1.0 if said is not None and said.overlaps(denied) else 0.0


def _agreement(one: str | None, other: str | None, *, near: bool = False) -> float | None:
    """1 where both say the same, 0 where they differ, None where one does not say."""
    if one is None or other is None:
        return None
    return 1.0 if one == other or near else 0.0


def _apart(denial: Figure, claim: Figure) -> int | None:
    """Days from the claim to the denial; 0 in one article, None where it is not known."""
    if denial.article == claim.article:
        return 0
    if not denial.published or not claim.published:
        return None
    return days_between(claim.published, denial.published)


def _when(figure: Figure) -> tuple[str, str, int]:
    return figure.published or "9999", figure.article, figure.evidence_start


def denials_of(claim: Figure, denials: Iterable[Denial]) -> tuple[Figure, ...]:
    """The denials that speak of a claim."""
    return tuple(d.denial for d in denials if any(one.claim == claim.claim for one in d.denied))
