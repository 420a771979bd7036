"""Which rule files and tables exist, and which keys each may have. A new kind of rule is one line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleKind:
    """The keys of one kind of rule; `id`, `yes` and `no` belong to every kind."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TableKind:
    """The columns of one TSV table, in order."""

    columns: tuple[str, ...]


def _rule(required: str, optional: str = "") -> RuleKind:
    return RuleKind(frozenset(required.split()), frozenset(optional.split()))


RULE_KINDS: dict[str, RuleKind] = {}

TABLE_KINDS: dict[str, TableKind] = {
    "verbs": TableKind(("base", "forms")),
}
