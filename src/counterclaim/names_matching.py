"""Forms of names in running text: one pass, whole words, the longest form wins, capitals respected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from counterclaim.capitals import has_small_letters

EXACT = "="  # before a form in a table: only as written, and not in text that is all capitals ("US" is a word there)
AROUND = 20  # characters on each side that tell whether such a form stands among capitals
KEPT = 2048  # texts whose hits are kept
SHOUTING = 0.7  # share of capitals among letters from which a text counts as written in capitals


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in a text: which one (its position in the list of forms), and where."""

    form: int
    start: int
    end: int


class Matcher:
    """Finds many forms in one pass over a text."""

    __slots__ = ("_automaton", "_forms", "_groups")

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = [(form.removeprefix(EXACT), form.startswith(EXACT)) for form in forms]
        groups: dict[str, list[int]] = {}
        for position, (form, _) in enumerate(self._forms):
            groups.setdefault(lower(form), []).append(position)
        self._groups = list(groups.values())
        self._automaton = AhoCorasick(list(groups), matchkind=MatchKind.Standard)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every form in the text, left to right, not overlapping; of two at one place the longer."""
        return _find(self, text)

    def read(self, text: str) -> tuple[Hit, ...]:
        """What `find` gives, read anew."""
        shouting = is_shouting(text)
        straight = text.replace("’", "'")
        found = self._automaton.find_matches_as_indexes(lower(straight), overlapping=True)
        hits = [hit for group, start, end in found for hit in self._hits(straight, group, start, end, shouting)]
        return tuple(_longest(hits))

    def _hits(self, text: str, group: int, start: int, end: int, shouting: bool) -> Iterator[Hit]:
        if not is_whole_word(text, start, end):
            return
        for position in self._groups[group]:
            form, never_shouted = self._forms[position]
            if never_shouted and (text[start:end] != form or is_shouting(text[max(0, start - AROUND) : end + AROUND])):
                continue
            if _cases_fit(text[start:end], form, shouting):
                yield Hit(position, start, end)
                return


@lru_cache(maxsize=KEPT)  # the same phrases are asked for again and again
def _find(matcher: Matcher, text: str) -> tuple[Hit, ...]:
    return matcher.read(text)


def lower(text: str) -> str:
    """Lower case, character by character, so that offsets stay: "İ" alone would become two characters."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def is_acronym(form: str) -> bool:
    """Whether a form is written in capitals and short: "US", "ISIL", "U.S."."""
    return len(form) <= 5 and form.isupper()


def is_shouting(text: str) -> bool:
    """Whether a text is written in capitals, as old dispatches and headlines are."""
    if has_small_letters(text, 1 - SHOUTING):
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 9 and sum(map(str.isupper, text)) > SHOUTING * letters


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the stretch; "U.S." may end at its own full stop."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not (after.isalnum() and text[end - 1].isalnum())


def _cases_fit(found: str, form: str, shouting: bool) -> bool:
    if is_acronym(form):
        return found == form
    return shouting or form[0].islower() or found[0].isupper()


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            yield hit
            end = hit.end
