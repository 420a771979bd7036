"""Bounds and ranges: what the words around a number make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.finding.numerals import Piece
from counterclaim.finding.quantity_atoms import WORD, Atom
from counterclaim.finding.quantity_lexicon import Lexicon, Wording
from counterclaim.finding.quantity_patterns import squeeze
from counterclaim.rules import Rule

DASHES = frozenset({"-", "–", "—", "~"})
NEAR = 80  # characters in which a word of change ("rose") makes "from 58 to 62" two figures


class Bound(NamedTuple):
    """The words that bound a number, with the rule they come from."""

    start: int
    end: int
    wording: Wording


class Bounded(NamedTuple):
    """An atom or a range with the words that bound it; `left` is where all of its words begin."""

    atom: Atom
    bound: Bound | None
    left: int
    ends: tuple[Atom, ...] = ()  # both numbers of a range

    @property
    def form(self) -> str:
        """The form of the whole: that of the bound, but a range stays a range."""
        if self.bound is None or self.atom.form in ("range", "none"):
            return self.atom.form
        if self.atom.form == "vague" and (self.bound.wording.form == "approx" and self.atom.high is None):
            return "vague"
        return self.bound.wording.form


def bound_before(lower: str, pieces: Sequence[Piece], at: int, words: Lexicon) -> Bound | None:
    """The outermost bound before a piece: "at least", "more than about", "at least another"."""
    found = None
    right = pieces[at].start
    for piece in reversed(pieces[max(0, at - 3) : at]):
        wording = words.before.get(squeeze(lower[piece.start : piece.end])) if piece.kind == WORD else None
        if wording is None or squeeze(lower[piece.end : right]) not in words.fillers:
            break
        if not wording.holds(lower, piece.start, piece.end):
            break
        found, right = Bound(piece.start, piece.end, wording), piece.start
    return found


def bound_after(lower: str, pieces: Sequence[Piece], at: int, words: Lexicon) -> Bound | None:
    """The bound after a piece: "or more", "-plus", "+"."""
    end = pieces[at].end
    if lower.startswith("+", end) and not lower[end + 1 : end + 2].isdigit():
        return Bound(end, end + 1, words.before["at least"])
    if at + 1 >= len(pieces) or pieces[at + 1].kind != WORD:
        return None
    piece = pieces[at + 1]
    phrase = squeeze(lower[piece.start : piece.end])
    wording = words.after.get(phrase)
    if wording is None:
        return None
    gap = lower[end : piece.start]
    if gap.strip() in ("", "-", "‑") or (phrase in words.small["bound_behind"] and gap.strip().isalpha()):
        # "12 wounded, more than 3 of them badly": words that bound the next number do not bound this one
        following = pieces[at + 2] if at + 2 < len(pieces) else None
        if following is None or lower[piece.end : following.start].strip():
            return Bound(piece.start, piece.end, wording)
    return None


def put_bounds(lower: str, pieces: Sequence[Piece], atoms: Sequence[Atom], words: Lexicon) -> list[Bounded]:
    """The atoms with their bounds; two that make a range become one."""
    bounded: list[Bounded] = []
    at = 0
    while at < len(atoms):
        joined = _range(lower, pieces, atoms, at, words)
        bounded.append(joined or _single(lower, pieces, atoms[at], words))
        at += 2 if joined else 1
    return _pairs(lower, bounded, words)


def _single(lower: str, pieces: Sequence[Piece], atom: Atom, words: Lexicon) -> Bounded:
    bound = bound_before(lower, pieces, atom.first, words)
    left = bound.start if bound else atom.start
    if atom.form != "none":
        bound = bound_after(lower, pieces, atom.last, words) or bound
    return Bounded(atom, bound, left)


def _range(lower: str, pieces: Sequence[Piece], atoms: Sequence[Atom], at: int, words: Lexicon) -> Bounded | None:
    if at + 1 == len(atoms) or atoms[at].numeral is None or atoms[at + 1].numeral is None:
        return None
    low, high = atoms[at], atoms[at + 1]
    inner = bound_before(lower, pieces, high.first, words)
    between = pieces[low.last + 1 : high.first]
    if between and not (inner and inner.start <= between[0].start):
        return None
    joint = squeeze(lower[low.end : inner.start if inner else high.start])
    if inner and joint in DASHES:
        return None  # "March 31 - At least 40"
    outer = bound_before(lower, pieces, low.first, words)
    opening, opened = _opening(lower, pieces, low.first, outer, words)
    rule = _range_rule(lower, joint, inner, opening, opened, words)
    if rule is None:
        return None
    start = opened if opening and rule == opening.id else low.start
    if opening and rule == opening.id:
        outer = bound_before(lower, pieces, _piece_at(pieces, opened), words)
    return _joined(low, high, inner, outer, start, rule)


def _piece_at(pieces: Sequence[Piece], start: int) -> int:
    return next(index for index, piece in enumerate(pieces) if piece.start == start)


def _opening(
    lower: str, pieces: Sequence[Piece], first: int, outer: Bound | None, words: Lexicon
) -> tuple[Rule | None, int]:
    """The rule of the "between" or "from" before a number and its bounds, and where that word begins."""
    right = outer.start if outer else pieces[first].start
    for piece in reversed(pieces[max(0, first - 4) : first]):
        if piece.end <= right:
            rule = words.openings.get(squeeze(lower[piece.start : piece.end])) if piece.kind == WORD else None
            return (rule, piece.start) if rule and squeeze(lower[piece.end : right]) in words.fillers else (None, 0)
    return None, 0


def _range_rule(
    lower: str, joint: str, inner: Bound | None, opening: Rule | None, opened: int, words: Lexicon
) -> str | None:
    if opening is None:
        return words.joints.get(joint) if inner is None or joint in words.small["to"] else None
    before = lower[max(0, opened - NEAR) : opened].split()
    if set(opening.all("unless_near")) & set(before) or set(opening.all("unless_before")) & set(before[-1:]):
        return None
    if not joint and inner:
        joint = squeeze(lower[inner.start : inner.end])
    return opening.id if joint in opening.all("joint") else words.joints.get(joint)


def _joined(low: Atom, high: Atom, inner: Bound | None, outer: Bound | None, start: int, rule: str) -> Bounded | None:
    value = _lower_end(low, high)
    if value is None or high.high is None or value >= high.high:
        return None
    top = None if inner and inner.wording.form == "at_least" else high.high
    exact = high.exact and (low.exact or value != low.low)
    atom = Atom(start, high.end, value, top, "range", rule, low.first, high.last, None, None, None, exact)
    return Bounded(atom, outer, min(start, outer.start) if outer else start, (low, high))


def _lower_end(low: Atom, high: Atom) -> int | None:
    """The lower number of a range, with the scale that only the upper one names."""
    first, last, value = low.numeral, high.numeral, low.low
    if first is None or last is None or value is None or first.scale > 1:
        return value
    if last.scale > 1 and first.value < last.head:
        return int(first.value * last.scale)  # "10 to 15 thousand"
    hundreds, rest = divmod(int(last.value), 100)
    if not last.digits and rest == 0 and value < hundreds < 10:
        return value * 100  # "two or three hundred"
    thousands, rest = divmod(int(last.value), 1000)
    dashed = last.digits and last.start == first.end + 1
    return value * 1000 if dashed and rest == 0 and 0 < value < thousands else value  # "30-40,000"


def _pairs(lower: str, bounded: list[Bounded], words: Lexicon) -> list[Bounded]:
    """Joins a lower and an upper bound that stand together: "more than 100 but fewer than 300"."""
    result: list[Bounded] = []
    for item in bounded:
        merged = _pair(lower, result[-1], item, words) if result else None
        if merged:
            result[-1] = merged
        else:
            result.append(item)
    return result


def _pair(lower: str, left: Bounded, right: Bounded, words: Lexicon) -> Bounded | None:
    forms = {left.form, right.form}
    if forms != {"at_least", "at_most"} or lower[_end(left) : right.left].strip() not in words.pairs:
        return None
    bottom, top = (left, right) if left.form == "at_least" else (right, left)
    low, high = bottom.atom.low, top.atom.high
    if low is None or high is None or low >= high or right.bound is None or right.bound.start > right.atom.start:
        return None
    atom = Atom(left.left, _end(right), low, high, "range", "quantity.range.bounds", left.atom.first, right.atom.last)
    return Bounded(atom, None, left.left, (left.atom, right.atom))


def _end(item: Bounded) -> int:
    return max(item.atom.end, item.bound.end) if item.bound else item.atom.end
