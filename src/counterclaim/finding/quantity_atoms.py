"""Atoms: the single numbers and number words of a text, before bounds and ranges are put around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.finding.numerals import Numeral, Piece, compose, pieces_of
from counterclaim.finding.quantity_lexicon import Lexicon, Wording
from counterclaim.finding.quantity_patterns import squeeze
from counterclaim.rules import RuleSet

WORD = "word"  # the kind of a piece that is no part of a numeral
MULTIPLIERS = frozenset({"hundred", "scale", "dozen"})


class Atom(NamedTuple):
    """One number with its bounds; `first` and `last` are its pieces' places in the list they were read from."""

    start: int
    end: int
    low: int | None
    high: int | None
    form: str
    rule: str
    first: int
    last: int
    numeral: Numeral | None = None
    convention: str | None = None
    unit: str | None = None
    exact: bool = True  # False where the value is no whole number


def read_pieces(lower: str, words: Lexicon, rules: RuleSet) -> list[Piece]:
    """Number pieces and phrases of a text, left to right."""
    pieces: list[Piece] = []
    for match in words.lexer.finditer(lower):
        start, end = match.span()
        if match.lastindex or squeeze(match.group()) in words.numbers:
            pieces.extend(pieces_of(lower, start, end, rules))
        else:
            pieces.append(Piece(start, end, WORD, 0))
    return pieces


def read_atoms(lower: str, pieces: Sequence[Piece], words: Lexicon) -> list[Atom]:
    """The atoms among the pieces, left to right."""
    atoms = []
    at = 0
    while at < len(pieces):
        atom = _atom(lower, pieces, at, words)
        if atom is not None:
            atoms.append(atom)
        at = atom.last + 1 if atom else at + 1
    return atoms


def _atom(lower: str, pieces: Sequence[Piece], at: int, words: Lexicon) -> Atom | None:
    piece = pieces[at]
    if piece.kind == "part":
        return None
    if piece.kind not in (WORD, "dozen"):
        return _numeral(lower, pieces, at)
    wording = words.phrases.get(squeeze(lower[piece.start : piece.end]))
    if wording is None or not wording.holds(lower, piece.start, piece.end):
        return None
    return _phrase(lower, pieces, at, wording, words)


def _numeral(lower: str, pieces: Sequence[Piece], at: int) -> Atom:
    numeral, after = compose(lower, pieces, at)
    value = numeral.value
    whole = int(value)
    if numeral.scale > 1:
        rule = "quantity.exact.multiple"
    else:
        rule = "quantity.exact.digits" if numeral.digits else "quantity.exact.words"
    form, rule = ("none", "quantity.none.zero") if value == 0 else ("exact", rule)
    # A broken number (of square kilometres) is given by the whole numbers around it.
    high = whole if value == whole else whole + 1
    return Atom(numeral.start, numeral.end, whole, high, form, rule, at, after - 1, numeral, exact=value == whole)


def _phrase(lower: str, pieces: Sequence[Piece], at: int, wording: Wording, words: Lexicon) -> Atom | None:
    low, high, rule = wording.low, wording.high, wording.rule
    factor, last = _scaled(lower, pieces, at, wording, words)
    if last == at and wording.multiplies == "only":
        return None
    if last == at and wording.form == "vague" and wording.each is None:
        mass = _each(lower, pieces, at + 1, words, ("",))
        factor, last = (mass, at + 1) if mass else (factor, last)
    if wording.each is not None or last > at:
        alternative = _each(lower, pieces, last + 1, words, words.alternatives)
        last, rule = (last + 1, words.alternative_rule) if alternative else (last, rule)
        mass = _each(lower, pieces, last + 1, words, words.small["of"])
        factor, last = (factor * mass, last + 1) if mass else (factor, last)
    if factor != 1:
        low, high = (low or 2) * factor, high * factor if high is not None else None
    convention = wording.convention or words.convention if wording.form == "vague" and low is not None else None
    return Atom(pieces[at].start, pieces[last].end, low, high, wording.form, rule, at, last, None, convention)


def _scaled(lower: str, pieces: Sequence[Piece], at: int, wording: Wording, words: Lexicon) -> tuple[int, int]:
    """By how much the hundreds and thousands that follow multiply a vague word, and the last of them."""
    factor, last = 1, at
    if wording.multiplies != "no":
        while last + 1 < len(pieces) and _multiplies(lower, pieces, last + 1, words):
            factor, last = factor * int(pieces[last + 1].value), last + 1
    return factor, last


def _multiplies(lower: str, pieces: Sequence[Piece], at: int, words: Lexicon) -> bool:
    piece = pieces[at]
    if piece.kind not in MULTIPLIERS or lower.startswith("a ", piece.start):
        return False
    gap = lower[pieces[at - 1].end : piece.start].strip()
    return gap in ("", "-") or gap in words.small["of"]


def _each(
    lower: str, pieces: Sequence[Piece], at: int, words: Lexicon, gaps: Sequence[str] | frozenset[str]
) -> int | None:
    """What one of the plural masses at this piece is ("thousands": 1000), if the gap before it is one of these."""
    if at >= len(pieces) or lower[pieces[at - 1].end : pieces[at].start].strip() not in gaps:
        return None
    wording = words.phrases.get(squeeze(lower[pieces[at].start : pieces[at].end]))
    return wording.each if wording else None
