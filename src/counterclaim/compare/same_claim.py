"""Which claims of several articles say the same: one small comparison for each thing, each with score and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.compare.comparability import Check
from counterclaim.compare.days import days_between, number_of
from counterclaim.compare.inclusion import related
from counterclaim.compare.wording import alike_in_words, masked
from counterclaim.figures import CLAIM, Figure

ENOUGH = 0.7
WEEK = 7
CLOSE = 3  # days between the publications of two articles that report one claim
# The days, counted from that of a claim, under which the same one may be filed: both by their own day, or not.
REACH = {
    (True, True): (-1, 1),
    (True, False): (-WEEK, WEEK),
    (False, True): (-WEEK, WEEK),
    (False, False): (-CLOSE, CLOSE),
}
UNSAID = 0.6  # where one does not say what the other says


@dataclass(frozen=True, slots=True)
class Block:
    """What a figure is filed under: claimant, event and number in one, and a day; whether that is its `own`.

    A figure without a day of its own is filed under the day of its article.
    """

    key: str
    own: bool
    day: int

    def is_near(self, other: Block) -> bool:
        """Whether figures under the two may be the same claim."""
        low, high = REACH[self.own, other.own]
        return self.key == other.key and low <= other.day - self.day <= high


@dataclass(frozen=True, slots=True)
class Likeness:
    """All comparisons of two claims."""

    checks: tuple[Check, ...]

    @property
    def score(self) -> float:
        """From 0 to 1; 0 where one comparison speaks against it."""
        scores = [check.score for check in self.checks]
        return 0.0 if 0 in scores else sum(scores) / len(scores)

    @property
    def same(self) -> bool:
        """Whether the two say the same."""
        return self.score >= ENOUGH

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is not in full agreement, in words."""
        return tuple(check.reason for check in self.checks if check.reason)


def likeness(one: Figure, other: Figure) -> Likeness:
    """Every comparison of two claims, in a fixed order; swapping the two changes no score."""
    return Likeness(tuple(check(one, other) for check in CHECKS))


def same_claimant(one: Figure, other: Figure) -> Check:
    """The same body or person says it."""
    return _equal("claimant", one.claimant, other.claimant)


def same_happening(one: Figure, other: Figure) -> Check:
    """The same happened."""
    return _equal("event", one.event, other.event)


def same_target(one: Figure, other: Figure) -> Check:
    """To the same kind of target; one may be the more precise."""
    if related(one.category, other.category):
        return Check("target", 0.5, f"{one.category} and {other.category}")
    return _equal("target", one.category, other.category)


def same_side(one: Figure, other: Figure) -> Check:
    """Of the same side, as far as both say."""
    return _unless_unsaid("side", one.side, other.side)


def same_scope(one: Figure, other: Figure) -> Check:
    """Narrowed in the same way."""
    return _equal("scope", one.scope or "everything", other.scope or "everything")


def same_value(one: Figure, other: Figure) -> Check:
    """The same number; a bound that one of them dropped is told."""
    if "vague" in (one.form, other.form) and (one.form, one.quantity) != (other.form, other.quantity):
        return Check("value", 0, f"{one.quantity} against {other.quantity}")
    if (one.low, one.high, one.unit) == (other.low, other.high, other.unit):
        return Check("value", 1)
    shared = {one.low, one.high} & {other.low, other.high} - {None}
    if shared and one.unit == other.unit and "range" not in (one.form, other.form):
        return Check("value", 0.7, f"{one.form} and {other.form}")
    return Check("value", 0, f"{one.low} to {one.high} against {other.low} to {other.high}")


def same_firmness(one: Figure, other: Figure) -> Check:
    """Said as firmly: a denial is never the claim it denies."""
    return _equal("firmness", one.modality, other.modality)


def same_period(one: Figure, other: Figure) -> Check:
    """The same days, as far as both say; where neither does, articles of the same days."""
    if one.end and other.end:
        apart = abs(days_between(one.end, other.end))
        return Check("period", 0 if apart > 1 else 1 - apart / 4, f"{apart} days apart" if apart else None)
    if one.published and other.published and abs(days_between(one.published, other.published)) <= CLOSE:
        return Check("period", UNSAID, "the day is not said by both")
    return Check("period", 0, "neither the day nor the publication agrees")


def same_place(one: Figure, other: Figure) -> Check:
    """In the same place, as far as both say."""
    if one.geonames is not None and one.geonames == other.geonames:
        return Check("place", 1)
    if one.place and other.place and one.country == other.country and one.precision != other.precision:
        return Check("place", 0.5, f"{one.place} and {other.place}")
    return _unless_unsaid("place", one.place or one.country, other.place or other.country)


def same_words(one: Figure, other: Figure) -> Check:
    """In words that are alike, the number left out."""
    alike = alike_in_words(masked(one), masked(other))
    return Check("words", max(alike, 0.2), None if alike > UNSAID else f"words alike by {alike:.0%}")


CHECKS: tuple[Callable[[Figure, Figure], Check], ...] = (
    same_claimant, same_happening, same_target, same_side, same_scope, same_value, same_firmness, same_period,
    same_place, same_words,
)  # fmt: skip


def can_be_grouped(figure: Figure) -> bool:
    """Whether a figure has a number and a day, its own or its article's, by which it can be found again."""
    return figure.kind == CLAIM and _number(figure) is not None and _day(figure) is not None


def block(figure: Figure) -> Block:
    """What a figure is filed under; only figures near it can be the same claim."""
    day = _day(figure)
    return Block(
        f"{figure.claimant}|{figure.event}|{_number(figure)}", figure.end is not None, number_of(day) if day else 0
    )


def group(new: Iterable[Figure], known: Callable[[Block], Iterable[tuple[Figure, str]]]) -> dict[str, str]:
    """The group of each new claim, by claim id: that of the likeliest earlier claim, else one of its own.

    `known` gives the figures filed near a block, with their groups. A group is named after its first claim. In one
    article only what the article itself says twice is the same. Time grows with the new claims, not with the ledger.
    """
    groups: dict[str, str] = {}
    filed = _Filed({})
    for figure in new:
        if figure.restates in groups:
            groups[figure.claim] = groups[figure.restates or ""]
        elif can_be_grouped(figure):
            place = block(figure)
            groups[figure.claim] = _likeliest(figure, [*known(place), *filed.near(place)]) or figure.claim
            filed.add(place, figure, groups[figure.claim])
    return groups


@dataclass(frozen=True, slots=True)
class _Filed:
    """New figures with their groups, by the week and what else they are filed under."""

    weeks: dict[tuple[str, int], list[tuple[Block, Figure, str]]]

    def add(self, place: Block, figure: Figure, group: str) -> None:
        self.weeks.setdefault((place.key, place.day // WEEK), []).append((place, figure, group))

    def near(self, place: Block) -> Iterator[tuple[Figure, str]]:
        week = place.day // WEEK
        for at in (week - 1, week, week + 1):
            for other, figure, group in self.weeks.get((place.key, at), ()):
                if place.is_near(other):
                    yield figure, group


def _likeliest(figure: Figure, near: Sequence[tuple[Figure, str]]) -> str | None:
    others = [(_score(figure, other), name) for other, name in near if other.article != figure.article]
    score, name = max(others, key=lambda found: found[0], default=(0.0, None))
    return name if score >= ENOUGH else None


def _score(one: Figure, other: Figure) -> float:
    """The score of their likeness; most pairs are told apart by one comparison, and the words are compared last."""
    checks = []
    for check in CHECKS:
        found = check(one, other)
        if found.score == 0:
            return 0.0
        checks.append(found)
    return Likeness(tuple(checks)).score


def _number(figure: Figure) -> int | None:
    return figure.low if figure.low is not None else figure.high


def _day(figure: Figure) -> str | None:
    return figure.end or figure.published


def _equal(name: str, one: str | None, other: str | None) -> Check:
    return Check(name, 1) if one == other else Check(name, 0, f"{one or 'none'} against {other or 'none'}")


def _unless_unsaid(name: str, one: str | None, other: str | None) -> Check:
    if one is not None and other is not None:
        return _equal(name, one, other)
    return Check(name, 1) if one == other else Check(name, UNSAID, f"only one says {one or other}")
