"""Wars and their camps, from the rules' table, and the choice of the one that an article is about."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from counterclaim.rules import Row, RuleSet

ELSEWHERE = 0.3  # weight of a war inside a country whose government the article does not name
ALONE = 0.1  # weight of a war of which the article names one camp, by an armed group or by "rebels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A war: its camps, and whether it is between states or peoples, or inside one country."""

    name: str
    between_states: bool
    camps: tuple[tuple[str, ...], ...]
    first: int | None
    last: int | None
    government: str | None
    rebels: str | None
    positions: Mapping[str, int] = field(compare=False)  # of each side's camp

    def camp_of(self, side: str) -> int | None:
        """The position of the camp that a side belongs to, or None."""
        return self.positions.get(side)

    def is_fought_in(self, year: int | None) -> bool:
        """Whether an article of that year may tell of it as going on; the year after its end still does."""
        return year is None or (self.first or year) <= year <= (self.last or year) + 1


def choose_conflict(
    counts: Mapping[str, float], year: int | None, rules: RuleSet, *, rebels: bool = False
) -> Conflict | None:
    """The war of the time whose opposed camps an article names most; None if it names no two camps of any.

    States alone do not tell of a war inside one of them: what an article says of either must be read alike. With
    `rebels`, whom it does not call by a name, it does.
    """
    known, by_side = conflicts(rules)
    positions = sorted({i for side in counts for i in by_side.get(side, ())})
    groups = counts.keys() - _states(rules)
    scored = [(_score(counts, known[i], groups, rebels=rebels), -i) for i in positions if known[i].is_fought_in(year)]
    best, position = max(scored, default=(0, 0))
    return known[-position] if best > 0 else None


@lru_cache(maxsize=4)
def _states(rules: RuleSet) -> frozenset[str]:
    return frozenset(row["side"] for row in rules.table("sides") if row["kind"] == "state")


@lru_cache(maxsize=4)
def conflicts(rules: RuleSet) -> tuple[tuple[Conflict, ...], dict[str, tuple[int, ...]]]:
    """The wars of the rules' table, in its order, and for each side the positions of its wars."""
    known = tuple(map(_conflict, rules.table("conflicts")))
    by_side: dict[str, tuple[int, ...]] = {}
    for position, conflict in enumerate(known):
        for side in {s for camp in conflict.camps for s in camp}:
            by_side[side] = (*by_side.get(side, ()), position)
    return known, by_side


def _score(counts: Mapping[str, float], conflict: Conflict, groups: Set[str], *, rebels: bool) -> float:
    camps = sorted((max(counts.get(side, 0) for side in camp) for camp in conflict.camps), reverse=True)
    often = 2 * counts.get(conflict.government or "", 0) >= max(counts.values())
    fighting = (rebels and often) or any(conflict.camp_of(side) is not None for side in groups)
    if not (fighting or conflict.between_states):
        return 0
    if not camps[1]:
        return ALONE * camps[0] if fighting else 0
    at_home = not conflict.government or conflict.government in counts
    return (camps[0] + 2 * camps[1]) * (1 if at_home else ELSEWHERE)


def _conflict(row: Row) -> Conflict:
    camps = tuple(tuple(side.strip() for side in camp.split(",")) for camp in row["camps"].split("|"))
    return Conflict(
        name=row["conflict"],
        between_states=row["sort"] == "interstate",
        camps=camps,
        positions={side: position for position, camp in reversed(tuple(enumerate(camps))) for side in camp},
        first=int(row["first"]) if row["first"] != "-" else None,
        last=int(row["last"]) if row["last"] != "-" else None,
        government=None if row["government"] == "-" else row["government"],
        rebels=None if row["rebels"] == "-" else row["rebels"],
    )
