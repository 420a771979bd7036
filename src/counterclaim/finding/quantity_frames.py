"""Numbers told from counts by what stands on both sides of them: "at 1215 (1515 GMT)", "4235 Oak Street"."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from counterclaim.needed_words import Chooser, chooser_of
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
    """The frames, for each the rule that it belongs to, and what chooses those that may fit."""

    patterns: tuple[re.Pattern[str], ...]
    rules: tuple[str, ...]
    chooser: Chooser


@lru_cache(maxsize=4)
def frames(rules: RuleSet) -> Frames:
    """The frames of the rules of kind `non_counts`; they tell capital letters from small ones."""
    found = [(frame, rule.id) for rule in rules.rules("non_counts") for frame in rule.all("frame")]
    marked = [_marked(frame) for frame, _ in found]
    return Frames(tuple(map(re.compile, marked)), tuple(rule for _, rule in found), chooser_of(marked))


def _marked(frame: str) -> str:
    for name, digits in NUMBERS.items():
        frame = frame.replace(name, f"{OPEN}{digits}{CLOSE}")
    return frame


def frame_around(text: str, start: int, end: int, rules: RuleSet) -> str | None:
    """The id of the rule whose frame a number in digits stands in."""
    table = frames(rules)
    seen = f"{text[max(0, start - BEFORE) : start]}{OPEN}{text[start:end]}{CLOSE}{text[end : end + AFTER]}"
    fits = ((table.patterns[n].search(seen), table.rules[n]) for n in table.chooser.may_fit(seen.lower()))
    return min(((fit.start(), rule) for fit, rule in fits if fit), key=itemgetter(0), default=(0, None))[1]
