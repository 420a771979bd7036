"""What was done to a number on its way from one text to another, by name."""

from __future__ import annotations

from counterclaim.figures import Figure

FEWEST_DIGITS = 3  # in a shorter number every change looks like a slip, and most are updates
TRANSPOSED, DROPPED, ADDED = "digits transposed", "digit dropped", "digit added"
POWERS = {10: "ten", 100: "a hundred", 1000: "a thousand", 1_000_000: "a million"}

SLIPS = (TRANSPOSED, DROPPED, ADDED, *(f"factor of {words}" for words in POWERS.values()))


def name_edit(original: Figure, copied: Figure) -> str | None:
    """The slip that makes the copied figure of the original one; None where they agree, or no slip explains it."""
    if original.unit != copied.unit:
        return None
    before, after = _number(original), _number(copied)
    if before is None or after is None:
        return None
    if before == after:
        return _bound_edit(original, copied)
    return number_edit(before, after)


def number_edit(before: int, after: int) -> str | None:
    """The slip between two numbers: 498 and 489, 1,597 and 15,970; None where none is likely."""
    for factor, words in POWERS.items():
        if before and after in (before * factor, before / factor):
            return f"factor of {words}"
    one, other = str(before), str(after)
    if max(len(one), len(other)) < FEWEST_DIGITS:
        return None
    if len(one) == len(other):
        return _same_length(one, other)
    if abs(len(one) - len(other)) == 1:
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        dropped = any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
        return (DROPPED if longer == one else ADDED) if dropped else None
    return None


def _same_length(one: str, other: str) -> str | None:
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return "one digit changed"
    if len(places) == 2 and (one[places[0]], one[places[1]]) == (other[places[1]], other[places[0]]):
        return TRANSPOSED
    return None


def _bound_edit(original: Figure, copied: Figure) -> str | None:
    bounds = ("at_least", "at_most", "approx")
    if original.form in bounds and copied.form == "exact":
        return "bound dropped"
    if original.form == "exact" and copied.form in bounds:
        return "bound added"
    if {original.form, copied.form} == {"at_least", "at_most"}:
        return "bound turned round"
    return None


def _number(figure: Figure) -> int | None:
    """The one number that a figure is written with; None for ranges and vague words."""
    if figure.form not in ("exact", "at_least", "at_most", "approx"):
        return None
    return figure.low if figure.low is not None else figure.high
