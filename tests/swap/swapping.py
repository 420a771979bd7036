"""Exchanges two sides in a text, and finds the way back from the offsets of the new text to those of the old one.

A table of `pairs/` holds the forms of two sides, one against the other. `kind` is a column of sides.tsv, or person or
organisation for names of spokespersons.tsv and organisations.tsv; canonical rows are values,
not words of a text; a day is that of the articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.names_matching import Matcher, is_shouting

PAIRS = Path(__file__).parent / "pairs"


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
    """The forms of two sides, one against the other, and the values that stand for them in claims.

    `rows` are the forms by kind, in the order of the table: the words of one side, and of the other. `day` is one on
    which the leaders of both are in office, where that is not so on the days of the articles.
    """

    sides: tuple[str, str]
    rows: Mapping[str, Sequence[tuple[str, str]]]
    forms: Mapping[str, str]
    values: Mapping[str, str]
    day: str | None = None

    def swap(self, text: str) -> Swapped:
        """The text with each form of one side replaced by its counterpart, and the other way round."""
        return replaced(text, self.forms)

    def cast(self, text: str, actors: Table) -> Swapped:
        """The text with other sides in the parts of these two: each form replaced by one of theirs of its kind."""
        forms: dict[str, str] = {}
        for kind, rows in self.rows.items():
            theirs = actors.rows.get(kind, ())
            for side in (0, 1):
                own = list(dict.fromkeys(row[side] for row in rows))
                new = list(dict.fromkeys(row[side] for row in theirs))
                forms |= {form: new[number % len(new)] for number, form in enumerate(own) if new}
        return replaced(text, forms)

    def swap_value(self, value: str) -> str:
        """A value of a claim ("Ministry of Defence (Russia)") with the sides exchanged."""
        return self.values[value] if value in self.values else self.swap(value).text


def replaced(text: str, forms: Mapping[str, str]) -> Swapped:
    """The text with each of these forms replaced by the other."""
    known = list(forms)
    parts, pieces, last, length = [], [], 0, 0
    for hit in Matcher(known).find(text):
        old = text[hit.start : hit.end]
        new = forms[known[hit.form]]
        new = new.upper() if is_shouting(old + "X" * 9) and len(old) > 5 else new
        parts += [text[last : hit.start], new]
        length += hit.start - last
        pieces.append((hit.start, hit.end, length, length + len(new)))
        length += len(new)
        last = hit.end
    return Swapped("".join([*parts, text[last:]]), tuple(pieces))


def read_table(file: Path) -> Table:
    """The table of a file."""
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line[0] != "#"][1:]
    rows: dict[str, list[tuple[str, str]]] = {}
    for kind, one, other in lines:
        rows.setdefault(kind, []).append((one, other))
    canonical = [*rows.pop("canonical", []), rows["names"][0]]
    [(day, _)] = rows.pop("day", [(None, None)])
    forms: dict[str, str] = {}
    for one, other in (pair for pairs in rows.values() for pair in pairs):
        forms.setdefault(one, other)
        forms.setdefault(other, one)
    values = {a: b for one, other in canonical for a, b in ((one, other), (other, one))}
    return Table(rows["names"][0], rows, forms, values, day)
