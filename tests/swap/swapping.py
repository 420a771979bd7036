"""Exchanges two sides in a text, and finds the way back from the offsets of the new text to those of the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.names_matching import Matcher, is_shouting

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with two sides exchanged; `pieces` are the exchanged stretches: old start, old end, new start, new end."""

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def back(self, offset: int, *, at_end: bool = False) -> int:
        """The place in the old text of an offset in the new one; inside an exchanged name the nearer of its ends."""
        position = bisect_right([piece[2] for piece in self.pieces], offset - at_end) - 1
        if position < 0:
            return offset
        start, end, new_start, new_end = self.pieces[position]
        if offset >= new_end:
            return end + offset - new_end
        return start if offset == new_start and not at_end else end


@dataclass(frozen=True, slots=True)
class Table:
    """The forms of two sides, one against the other, and the values that stand for them in claims."""

    forms: Mapping[str, str]
    values: Mapping[str, str]

    def swap(self, text: str) -> Swapped:
        """The text with each form of one side replaced by its counterpart, and the other way round."""
        known = list(self.forms)
        parts, pieces, last, length = [], [], 0, 0
        for hit in Matcher(known).find(text):
            old = text[hit.start : hit.end]
            new = self.forms[known[hit.form]]
            new = new.upper() if is_shouting(old + "X" * 9) and len(old) > 5 else new
            parts += [text[last : hit.start], new]
            length += hit.start - last
            pieces.append((hit.start, hit.end, length, length + len(new)))
            length += len(new)
            last = hit.end
        return Swapped("".join([*parts, text[last:]]), tuple(pieces))

    def swap_value(self, value: str) -> str:
        """A value of a claim ("Ministry of Defence (Russia)") with the sides exchanged."""
        return self.values[value] if value in self.values else self.swap(value).text


def read_table(name: str) -> Table:
    """The table of this name beside this file."""
    rows = [line.split("\t") for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines() if line[0] != "#"][1:]
    forms: dict[str, str] = {}
    for kind, one, other in rows:
        if kind != "canonical":
            forms.setdefault(one, other)
            forms.setdefault(other, one)
    pairs = [(one, other) for kind, one, other in rows if kind == "canonical"] + [tuple(rows[0][1:])]
    values = {a: b for one, other in pairs for a, b in ((one, other), (other, one))}
    return Table(forms, values)
