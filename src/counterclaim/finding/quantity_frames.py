"""Numbers told from counts by what stands on both sides of them: "at 1215 (1515 GMT)", "4235 Oak Street"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from counterclaim.rules import RuleSet

BEFORE, AFTER = 32, 48  # characters around a number that a frame can see
OPEN, CLOSE = "\ue000", "\ue001"  # what the number is marked with
# What may stand in a frame for the number itself.
NUMBERS = {
    "<number>": r"\d+",
    "<age>": r"(?:1[01]\d|\d\d?)",
    "<clock>": r"(?:[01]\d|2[0-3])[0-5]\d",
    "<emergency>": r"(?:911|112|999)",
}


class Frames(NamedTuple):
    """All frames as one pattern; the rules by their groups."""

    pattern: re.Pattern[str]
    rules: tuple[str, ...]


@lru_cache(maxsize=4)
def frames(rules: RuleSet) -> Frames:
    """The frames of the rules of kind `non_counts`; they tell capital letters from small ones."""
    found = [(frame, rule.id) for rule in rules.rules("non_counts") for frame in rule.all("frame")]
    return Frames(
        re.compile("|".join(f"(?:{_marked(frame)})()" for frame, _ in found)), tuple(rule for _, rule in found)
    )


def _marked(frame: str) -> str:
    for name, digits in NUMBERS.items():
        frame = frame.replace(name, f"{OPEN}{digits}{CLOSE}")
    return frame


def frame_around(text: str, start: int, end: int, rules: RuleSet) -> str | None:
    """The id of the rule whose frame a number in digits stands in."""
    table = frames(rules)
    before, number, after = text[max(0, start - BEFORE) : start], text[start:end], text[end : end + AFTER]
    match = table.pattern.search(f"{before}{OPEN}{number}{CLOSE}{after}")
    return table.rules[(match.lastindex or 1) - 1] if match else None
