"""What became of every record: with claims, without and why, refused and why; the three make up all that was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

NO_CLAIM = "read, no claim"
COPY = "copy of a page of this archive"


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of one task, or of all: records, bytes, claims and statements, gates passed, seconds of each step."""

    records: int = 0
    read_bytes: int = 0
    with_claims: int = 0
    refused: int = 0
    claims: int = 0
    statements: int = 0
    without: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take the counts of another tally in."""
        for name in ("records", "read_bytes", "with_claims", "refused", "claims", "statements"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.without.update(other.without)
        for step, seconds in other.seconds.items():
            self.spent(step, seconds)

    def spent(self, step: str, seconds: float) -> None:
        """Count processor time for a step."""
        self.seconds[step] = self.seconds.get(step, 0.0) + seconds

    @property
    def balances(self) -> bool:
        """Whether every record read is with claims, without, or refused."""
        return self.records == self.with_claims + self.refused + sum(self.without.values())

    def to_dict(self) -> dict[str, object]:
        """The counts as JSON has them."""
        return {
            "records": self.records,
            "bytes": self.read_bytes,
            "with_claims": self.with_claims,
            "without_claims": {"total": sum(self.without.values()), **dict(sorted(self.without.items()))},
            "refused": self.refused,
            "claims": self.claims,
            "statements": self.statements,
            "seconds": {name: round(value, 3) for name, value in sorted(self.seconds.items())},
        }

    @classmethod
    def from_dict(cls, counts: Mapping[str, Any]) -> Tally:
        """The tally that `to_dict` wrote."""
        without = {reason: number for reason, number in counts["without_claims"].items() if reason != "total"}
        return cls(
            records=counts["records"],
            read_bytes=counts["bytes"],
            with_claims=counts["with_claims"],
            refused=counts["refused"],
            claims=counts["claims"],
            statements=counts["statements"],
            without=Counter(without),
            seconds=dict(counts["seconds"]),
        )


def total(tallies: Iterable[Tally]) -> Tally:
    """All tallies together."""
    found = Tally()
    for tally in tallies:
        found.add(tally)
    return found
