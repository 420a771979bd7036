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


RULE_KINDS: dict[str, RuleKind] = {
    "events": _rule(
        "", "verb noun adjective role people materiel craft munition structure territory settlement attack other"
        " counted light only weak soldiers",
    ),
    "modality": _rule("place modality words"),
    "reporting": _rule("act frames", "verbs nouns phrases modality subjects objects stops"),
    "dates": _rule("pattern reading", "kind"),
    "periods": _rule("", "clue before basis weight events role"),
}

TABLE_KINDS: dict[str, TableKind] = {
    "anchors": TableKind(("id", "words", "needs", "first", "why")),
    "calendar": TableKind(("word", "class", "value")),
    "speakers": TableKind(("word", "kind")),
    "targets": TableKind(("phrase", "category")),
    "bodies": TableKind(("body", "kind", "forms",)),
    "organisations": TableKind(("organisation", "kind", "side", "forms",)),
    "sides": TableKind(("side", "kind", "countries", "names", "adjectives", "people", "seats", "forces",)),
    "spokespersons": TableKind(("name", "forms", "organisation", "side", "role", "first", "last",)),
    "verbs": TableKind(("base", "forms")),
}
