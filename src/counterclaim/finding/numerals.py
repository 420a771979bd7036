"""Numerals: numbers in digits, in words, or both, with their values. Whether they count anything is not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from counterclaim.finding.quantity_patterns import lower_same_length, phrase_pattern, squeeze
from counterclaim.rules import RuleSet

Value = int | Fraction
ONE: Value = 1

# Groups of three with spaces between are one number ("10 000"), but not before a glued word ("2 500-pound bombs").
DIGITS = (
    r"(?<!\d)\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"
    r"|(?<!\d)(?<!\d[.,])\d{1,3}(?: \d{3})+(?![\d,]|-[^\W\d]|\.\d)"
    r"|\d+(?:[.,'’]\d+)*"
)
GROUPED = re.compile(
    r"\d{1,3}(?:([,'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}\.000"
)
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
DECIMAL = re.compile(r"\d+[.]\d+|\d+,\d\d?")
SEPARATORS = str.maketrans("", "", ",'’ \u00a0\u202f\u2009")
HYPHENS = ("", "-", "‑", "–")


class Numeral(NamedTuple):
    """A number in the text. `head` is what stands before its scale, `scale` the scale's value or 1."""

    start: int
    end: int
    value: Value
    digits: bool
    head: Value
    scale: int


class Piece(NamedTuple):
    """A part of a numeral: digits, or one entry of the table of number words."""

    start: int
    end: int
    kind: str
    value: Value


@lru_cache(maxsize=4)
def number_words(rules: RuleSet) -> dict[str, tuple[str, Value]]:
    """Kind and value of each number word; what is glued to digits is left out."""
    rows = (row for row in rules.table("numerals") if row["kind"] != "suffix")
    return {row["word"]: (row["kind"], _number(row["value"])) for row in rows}


@lru_cache(maxsize=4)
def _suffixes(rules: RuleSet) -> tuple[re.Pattern[str], dict[str, int]]:
    values = {row["word"]: int(row["value"]) for row in rules.table("numerals") if row["kind"] == "suffix"}
    return re.compile(rf" ?({phrase_pattern(values)})(?![^\W_])"), values


@lru_cache(maxsize=4)
def _lexer(rules: RuleSet) -> re.Pattern[str]:
    return re.compile(rf"({DIGITS})|(?<![^\W\d_])(?:{phrase_pattern(number_words(rules))})(?![^\W_])")


def find_numerals(text: str, rules: RuleSet) -> tuple[Numeral, ...]:
    """Every numeral of the text, left to right: "two hundred and five", "1,067", "5.3 thousand"."""
    lower = lower_same_length(text)
    pieces: list[Piece] = []
    for match in _lexer(rules).finditer(lower):
        pieces.extend(pieces_of(lower, match.start(), match.end(), rules))
    numerals: list[Numeral] = []
    at = 0
    while at < len(pieces):
        numeral, at = compose(lower, pieces, at)
        numerals.append(numeral)
    return tuple(numerals)


def pieces_of(lower: str, start: int, end: int, rules: RuleSet) -> list[Piece]:
    """The pieces of one lexeme: a number word, or digits, which a list without spaces splits ("22,24,26")."""
    found = lower[start:end]
    if not found[0].isdigit():
        kind, value = number_words(rules)[squeeze(found)]
        return [Piece(start, end, kind, value)]
    if found.isdigit():
        whole: Value | None = int(found)
    else:
        whole = _digits(found)
    if whole is None:
        runs = re.finditer(r"\d+", found)
        return [Piece(start + run.start(), start + run.end(), "digits", int(run.group())) for run in runs]
    piece = Piece(start, end, "digits", whole)
    suffix = _suffix(lower, end, rules)
    return [piece, suffix] if suffix else [piece]


def _digits(found: str) -> Value | None:
    if GROUPED.fullmatch(found) or INDIAN.fullmatch(found):
        plain = found.translate(SEPARATORS)
        return int(plain.replace(".", "")) if found.count(".") != 1 or found.endswith(".000") else _number(plain)
    return _number(found.replace(",", ".")) if DECIMAL.fullmatch(found) else None


def _suffix(lower: str, end: int, rules: RuleSet) -> Piece | None:
    if not lower[end : end + 2].strip()[:1].isalpha():
        return None
    pattern, values = _suffixes(rules)
    match = pattern.match(lower, end)
    if match is None:
        return None
    # "10 m" is a length, "10m" may be millions; "10 mln" has a word of its own
    if match.group()[0] == " " and (match.group(1) == "m" or match.group(1) in number_words(rules)):
        return None
    return Piece(match.start(), match.end(), "scale", values[match.group(1)])


def _number(text: str) -> Value:
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def compose(lower: str, pieces: Sequence[Piece], at: int) -> tuple[Numeral, int]:
    """The longest numeral that begins at this piece, and the index of the piece after it."""
    total: Value = 0
    limit, first, scale = None, pieces[at].kind == "digits", 1
    head, end = _group(lower, pieces, at, first)
    value: Value = head
    while True:
        if end < len(pieces) and pieces[end].kind == "scale" and _joined(lower, pieces, at, end):
            scale = int(pieces[end].value)
            value, end = value * scale, end + 1
            value, end = _add_part(lower, pieces, value, end, scale)
            following = _next_group(lower, pieces, end, scale, first)
            total, limit = total + value, scale
            if following:
                value, end = following
                continue
            value = 0
        break
    whole = total + value
    single = limit is not None and value == 0 and whole == head * scale
    return Numeral(pieces[at].start, pieces[max(end, at + 1) - 1].end, whole, first, head, scale if single else 1), max(
        end, at + 1
    )


def _group(lower: str, pieces: Sequence[Piece], at: int, digits: bool) -> tuple[Value, int]:
    """What stands before a scale ("two hundred and five"), and the index after it."""
    piece = pieces[at]
    if piece.kind in ("scale", "hundred"):
        value, end = ONE, at  # "a hundred", "thousand"
    elif piece.kind in ("unit", "teen", "ten"):
        value, end = _small(lower, pieces, at)
    else:
        value, end = piece.value, at + 1
    if piece.kind in ("whole", "zero"):
        return value, end
    value, end = _add_part(lower, pieces, value, end, 1)
    if end < len(pieces) and pieces[end].kind in ("hundred", "dozen") and _joined(lower, pieces, at, end):
        return _hundreds(lower, pieces, value * pieces[end].value, end, digits)
    return value, end


def _hundreds(lower: str, pieces: Sequence[Piece], value: Value, end: int, digits: bool) -> tuple[Value, int]:
    after = end + 1
    if pieces[end].kind == "dozen" or after == len(pieces) or not _links(lower, pieces, after):
        return value, after
    tail = pieces[after]
    if tail.kind in ("unit", "teen", "ten"):
        rest, following = _small(lower, pieces, after)
    elif digits and tail.kind == "digits" and tail.value in range(1, 100):
        rest, following = tail.value, after + 1
    else:
        return value, after
    # "3 hundred and 2 hundred" is two numbers
    if following < len(pieces) and pieces[following].kind == "hundred" and _joined(lower, pieces, after, following):
        return value, after
    return value + rest, following


def _small(lower: str, pieces: Sequence[Piece], at: int) -> tuple[Value, int]:
    value, end = pieces[at].value, at + 1
    if (
        pieces[at].kind == "ten"
        and end < len(pieces)
        and pieces[end].kind == "unit"
        and _joined(lower, pieces, at, end)
    ):
        return value + pieces[end].value, end + 1
    return value, end


def _add_part(lower: str, pieces: Sequence[Piece], value: Value, end: int, scale: int) -> tuple[Value, int]:
    if 0 < end < len(pieces) and pieces[end].kind == "part" and _gap(lower, pieces, end) in HYPHENS:
        return value + pieces[end].value * scale, end + 1
    return value, end


def _next_group(lower: str, pieces: Sequence[Piece], at: int, scale: int, digits: bool) -> tuple[Value, int] | None:
    """The smaller group after a scale ("two thousand | and two hundred"), or None where another number begins."""
    if at >= len(pieces) or not _links(lower, pieces, at):
        return None
    kind = pieces[at].kind
    if kind not in ("unit", "teen", "ten") and not (kind == "digits" and digits):
        return None
    value, end = _group(lower, pieces, at, digits)
    if value >= scale or value == 0:
        return None
    if end < len(pieces) and pieces[end].kind == "scale" and _joined(lower, pieces, at, end):
        return (value, end) if pieces[end].value < scale else None
    return value, end


def _gap(lower: str, pieces: Sequence[Piece], at: int) -> str:
    return lower[pieces[at - 1].end : pieces[at].start].strip()


def _joined(lower: str, pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether a multiplying word belongs to the number before it; one with its own "a" begins a new number."""
    if at == first:
        return True
    return _gap(lower, pieces, at) in HYPHENS and not lower.startswith("a ", pieces[at].start)


def _links(lower: str, pieces: Sequence[Piece], at: int) -> bool:
    return _gap(lower, pieces, at) in ("", "and")
