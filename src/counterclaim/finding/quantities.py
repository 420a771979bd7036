"""Quantities in running English text: every form of "how many" on exact characters, and numbers that count nothing.

Text alone decides here. The grammar must still decide whether "one" stands for a thing named before, whether "both"
belongs to "both ... and", and whether "a" counts its noun: the callers do that.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from counterclaim.finding.quantity_atoms import Atom, read_atoms, read_pieces
from counterclaim.finding.quantity_bounds import Bounded, put_bounds
from counterclaim.finding.quantity_carry import carry_qualifiers
from counterclaim.finding.quantity_lexicon import Lexicon, lexicon
from counterclaim.finding.quantity_non_counts import carried, non_count, split_false_range
from counterclaim.finding.quantity_patterns import lower_same_length
from counterclaim.finding.quantity_signs import signs
from counterclaim.records import Mention, Quantity, Skipped
from counterclaim.rules import RuleSet

JOINTS = ("-", "–", "/")
STRONG = "quantity.exact.strong"


class Scan(NamedTuple):
    """What a text holds: quantities, and numbers that are none with the id of the rule that says so."""

    quantities: tuple[Quantity, ...]
    skipped: tuple[tuple[Atom, str], ...]


def find_quantities(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a text, left to right, never overlapping; `offset` is added to all spans.

    "at least 17 soldiers" -> 17, at_least, qualifier "at least"
    """
    found = _scan(text, rules).quantities
    return tuple(_moved(quantity, offset) for quantity in found) if offset else found


def find_non_counts(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Skipped, ...]:
    """The numbers of a text that surely count nothing, with the reason: "aged 22" -> age."""
    reasons = signs(rules).reasons
    return tuple(
        Skipped(
            text=text[atom.start : atom.end],
            start=atom.start + offset,
            end=atom.end + offset,
            reason=reasons[rule],
            rule=rule,
        )
        for atom, rule in _scan(text, rules).skipped
    )


def find_singulars(text: str, rules: RuleSet, *, offset: int = 0) -> tuple[Quantity, ...]:
    """Each "a", "an" and "another" that may count one thing; the grammar must say whether it does.

    "a soldier" -> 1; not "a dozen", "a further 12", "a day".
    """
    lower = lower_same_length(text)
    words = lexicon(rules)
    taken = {place for quantity in _scan(text, rules).quantities for place in (quantity.start, *_bound_place(quantity))}
    found = []
    for match in words.singulars.finditer(lower):
        if _is_singular(lower, match.start(), match.end(), taken, words):
            found.append(_singular(text, match.start(), match.end(), offset, words))
    return tuple(found)


def rules_used(text: str, rules: RuleSet) -> frozenset[str]:
    """The ids of the rules that found a text's quantities and singulars, or said why a number is none."""
    scan = _scan(text, rules)
    found = (*scan.quantities, *find_singulars(text, rules))
    return frozenset((*(quantity.rule for quantity in found), *(rule for _, rule in scan.skipped)))


def _bound_place(quantity: Quantity) -> tuple[int, ...]:
    return (quantity.qualifier.start,) if quantity.qualifier else ()


def _is_singular(lower: str, start: int, end: int, taken: set[int], words: Lexicon) -> bool:
    first = end + 1
    second = lower.find(" ", first) + 1
    third = lower.find(" ", second) + 1 if second else 0
    if taken & {start, first} or (second in taken and lower[first : second - 1].isalpha()):
        return False
    if third in taken and lower[second : third - 1] in words.small["of"]:
        return False
    return words.singular.holds(lower, start, end)


def _singular(text: str, start: int, end: int, offset: int, words: Lexicon) -> Quantity:
    rule = words.singular.rule
    said = text[start:end]
    return Quantity(text=said, start=start + offset, end=end + offset, low=1, high=1, form="exact", rule=rule)


@lru_cache(maxsize=4096)
def _scan(text: str, rules: RuleSet) -> Scan:
    """The whole reading of one text; kept for the moment because the first pass and its later callers ask again."""
    lower = lower_same_length(text)
    words = lexicon(rules)
    pieces = read_pieces(lower, words, rules)
    if not pieces:
        return Scan((), ())
    quantities, skipped = [], []
    last: tuple[Bounded, str] | None = None
    joined = put_bounds(lower, pieces, read_atoms(lower, pieces, words), words)
    bounded = [part for item in joined for part in split_false_range(text, lower, item, rules)]
    following: list[Bounded | None] = [*bounded[1:], None]
    for item, after in zip(bounded, following, strict=False):
        unit = _unit(lower, item.atom, words)
        rule = None if unit else (_chained(lower, last, item, rules) or non_count(text, lower, item, rules))
        if rule is None and after is not None and _joined_on(lower, item, after, words):
            rule = non_count(text, lower, after, rules)
        if rule and not _counts_anyway(lower, item, rule, words):
            skipped.append((item.atom, rule))
            last = (item, rule)
        else:
            quantities.append(_quantity(text, lower, item, unit, words))
    return Scan(carry_qualifiers(quantities, lower, rules), tuple(skipped))


def _chained(lower: str, last: tuple[Bounded, str] | None, item: Bounded, rules: RuleSet) -> str | None:
    return last[1] if last and carried(lower, last[0].atom, last[1], item.atom, rules) else None


def _joined_on(lower: str, item: Bounded, after: Bounded, words: Lexicon) -> bool:
    """Whether the next number ends this one's phrase too ("two to three weeks"), though they make no range."""
    if item.atom.numeral is None or after.atom.numeral is None:
        return False
    gap = lower[item.atom.end : after.atom.start].strip()
    return gap in JOINTS or gap in words.small["or_to"]


def _counts_anyway(lower: str, item: Bounded, rule: str, words: Lexicon) -> bool:
    """Whether a compound counts after all: "a 300-strong force", "30-plus"."""
    if rule != "not_count.compound":
        return False
    if item.bound is not None and item.bound.start > item.atom.start:
        return True
    return words.suffix_after.match(lower, item.atom.end) is not None


def _unit(lower: str, atom: Atom, words: Lexicon) -> tuple[str, str] | None:
    if atom.numeral is None:
        return None
    match = words.unit_after.match(lower, atom.end)
    return words.units[" ".join(match.group(1).split())] if match and lower[atom.end] != "-" else None


def _quantity(text: str, lower: str, item: Bounded, unit: tuple[str, str] | None, words: Lexicon) -> Quantity:
    atom, bound, form = item.atom, item.bound, item.form
    low, high = atom.low, atom.high
    if form == "at_least":
        high = None
    elif form == "at_most":
        low = None
    return Quantity(
        text=text[atom.start : atom.end],
        start=atom.start,
        end=atom.end,
        low=low,
        high=high,
        form=form,
        unit=unit[0] if unit else None,
        convention=atom.convention if low is not None or high is not None else None,
        qualifier=Mention(text=text[bound.start : bound.end], start=bound.start, end=bound.end) if bound else None,
        rule=bound.wording.rule if bound and form == bound.wording.form else _own_rule(lower, item, unit, words),
    )


def _own_rule(lower: str, item: Bounded, unit: tuple[str, str] | None, words: Lexicon) -> str:
    if unit:
        return unit[1]
    if item.atom.numeral and lower[max(0, item.atom.start - 2) : item.atom.start] == "(+":
        return "quantity.exact.increment"
    return STRONG if words.suffix_after.match(lower, item.atom.end) else item.atom.rule


def _moved(quantity: Quantity, offset: int) -> Quantity:
    bound = quantity.qualifier
    moved = replace(bound, start=bound.start + offset, end=bound.end + offset) if bound else None
    return replace(quantity, start=quantity.start + offset, end=quantity.end + offset, qualifier=moved)
