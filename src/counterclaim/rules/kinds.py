"""Which kinds of rules there are and which keys each may have. A new kind is one line here; tables need none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleKind:
    """The keys of one kind of rule; `id`, `yes` and `no` belong to every kind."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


def _rule(required: str, optional: str = "") -> RuleKind:
    return RuleKind(frozenset(required.split()), frozenset(optional.split()))


RULE_KINDS: dict[str, RuleKind] = {
    "loss_lists": _rule("words people things"),
    "events": _rule(
        "",
        "verb noun adjective role people materiel craft munition structure territory settlement attack other"
        " counted light only beside weak soldiers single unless loose known manner spared things",
    ),
    "caveats": _rule("kind pattern", "by"),
    "modality": _rule("place modality words", "behind"),
    "reporting": _rule("act frames", "verbs nouns phrases modality relation subjects objects stops"),
    "stances": _rule("act frames", "verbs nouns modality subjects objects stops"),
    "statement_events": _rule("event words", "acts"),
    "dates": _rule("pattern reading", "governs kind"),
    "places": _rule("relation", "before weak kind"),
    "periods": _rule("", "clue before basis weight events role at_least begins unit noun modality"),
    "vague": _rule("", "convention each followed_by high joint low multiplies phrase unless unless_before"),
    "quantities": _rule(
        "",
        "after auxiliary before filler followed_by form headless joint opening phrase suffix unit unless"
        " unless_before unless_near unless_pattern value",
    ),
    "non_counts": _rule(
        "reason",
        "after apposition before between cannot_follow capital capitals_only chains counted"
        " frame headless shape uncounted unless_before weak",
    ),
    "parties": _rule("signal", "words"),
}
