"""What the words around a place name say of it: "near the town of X", "X province", "10 km north of X"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.gazetteer.tokens import Token
from counterclaim.gazetteer.wording import Relation, Wording

REACH = 7  # words before a name within which a relation may stand
LONGEST_KIND = 3  # words: "nuclear power plant"
QUOTE_ENDS = frozenset("\"”’'")
DESCRIBING = ("ed", "held", "ern", "run", "led")


class Setting(NamedTuple):
    """What the words before a name say: relation, the words of a direction, precision, ids of rules."""

    relation: Relation | None = None
    direction: str | None = None
    kind: str | None = None
    rules: tuple[str, ...] = ()


def setting_before(tokens: Sequence[Token], at: int, words: Wording) -> Setting:
    """What the words before the token at `at` say; they may be separated from it by adjectives only."""
    kind: str | None = None
    rules: tuple[str, ...] = ()
    here = at - 1
    while here >= max(0, at - REACH):
        lower = tokens[here].lower
        joined = lower in words.kind_links and here > 0  # "town of X"
        if not joined and _ends_title(tokens, here, words):
            break
        if found := _kind_at(tokens, here - joined, words):
            kind, rules, here = kind or found, (words.kind_rule,), here - joined
        elif lower in words.relation_ends and (phrase := _relation_at(tokens, here, words)):
            relation = words.relations[phrase]
            direction = phrase if relation.name == "direction" else None
            return Setting(relation, direction, kind, (relation.rule, *rules))
        elif lower not in words.loose and lower not in words.directions and not describes(tokens[here], words):
            break
        here -= 1
    return Setting(None, None, kind, rules)


def _ends_title(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a word ends somebody's title: "Secretary of State Marco Rubio" is in no state."""
    return at > 1 and tokens[at - 1].lower in words.kind_links and tokens[at - 2].lower in words.titles


def describes(token: Token, words: Wording) -> bool:
    """Whether a word beside a name only describes it: "rebel-held", "Syrian"."""
    return ("-" in token.text and token.lower.endswith(DESCRIBING)) or token.bare in words.countries


def kind_after(tokens: Sequence[Token], end: int, words: Wording) -> tuple[str | None, int]:
    """(precision, index after) by the words after a name that ends before `end`: "province", "refugee camp"."""
    start = end + (tokens[end : end + 1] != [] and tokens[end].text in QUOTE_ENDS)  # the "El Paraiso" garrison
    following = [token.lower for token in tokens[start : start + LONGEST_KIND]]
    if not following or tokens[end - 1].possessive:
        return None, end
    for length in range(len(following), 0, -1):
        if kind := words.kinds_after.get(" ".join(following[:length])):
            return kind, start + length
    return None, end


def _kind_at(tokens: Sequence[Token], at: int, words: Wording) -> str | None:
    lower = tokens[at].lower
    pair = f"{tokens[at - 1].lower} {lower}" if at else ""
    return words.kinds_before.get(lower) or words.kinds_before.get(pair)


def _relation_at(tokens: Sequence[Token], at: int, words: Wording) -> str | None:
    """The longest phrase of a relation that ends at `at`."""
    lowers = [token.lower for token in tokens[max(0, at - 4) : at + 1]]
    phrases = (" ".join(lowers[first:]) for first in range(len(lowers)))
    return next((phrase for phrase in phrases if phrase in words.relations), None)
