"""Words, or parts of words, that an expression cannot do without: a text that lacks them need not be searched.

Those of many expressions are looked for at once, so that of a hundred expressions only those are tried that may fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

SHORTEST = 3  # characters that tell anything
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Words = frozenset[str]
NONE: Words = frozenset()

PARSER = "re._parser"  # the standard library's own reading of expressions, which it does not promise to keep
PROBE = r"\b(so)(?:so|b+)c?", ["AT", "SUBPATTERN", "BRANCH", "MAX_REPEAT"]  # an expression, and what it is read as


def _reader() -> Callable[[str], Iterable[Any]] | None:
    """The standard library's reading of expressions; None where there is none, or one that reads otherwise."""
    parse = getattr(import_module(PARSER), "parse", None) if find_spec(PARSER) else None
    expression, expected = PROBE
    return parse if parse and [getattr(item[0], "name", "") for item in parse(expression)] == expected else None


READER = _reader()


def _read(expression: str) -> Iterable[Any]:
    """The pieces of an expression; none where nothing reads it, so that every expression is tried on every text."""
    return READER(expression) if READER else ()


def needed_words(expression: str) -> tuple[Words, ...]:
    """Sets of words in small letters; of each set a word stands in every text that the expression fits.

    >>> [sorted(words) for words in needed_words(r"\\b(?:so\\s+far|until (?:to)?day)\\b of \\w+ months?")]
    [['far', 'until '], [' of '], [' month']]
    """
    return tuple(_each(_read(expression)))


def begins_with_letter(expression: str) -> bool:
    """Whether the first character of all that an expression fits is one of a few.

    >>> begins_with_letter("(?:so|until)? far"), begins_with_letter("(?:so|until) far")
    (False, True)
    """
    return _begins(_read(expression))


def _begins(items: Iterable[Any]) -> bool:
    for kind, inside in items:
        if kind.name == "BRANCH":
            return all(map(_begins, inside[1]))
        return kind.name == "LITERAL" or (kind.name == "SUBPATTERN" and _begins(inside[-1]))
    return False


def _each(items: Iterable[Any]) -> Iterator[Words]:
    """The words that each piece of a sequence needs; letters in a row are one piece."""
    row = ""
    for kind, inside in items:
        if kind.name == "LITERAL":
            row += chr(inside).lower()
            continue
        yield from _of_row(row)
        row = ""
        yield from _of_piece(kind.name, inside)
    yield from _of_row(row)


def _of_row(row: str) -> Iterator[Words]:
    if len(row) >= SHORTEST:
        yield frozenset({row})


def _of_piece(kind: str, inside: Any) -> Iterator[Words]:
    if kind == "BRANCH":
        branches = [max(_each(branch), key=_worth, default=NONE) for branch in inside[1]]
        if all(branches):
            yield frozenset().union(*branches)
    elif kind in ("SUBPATTERN", "ASSERT") or (kind in REPEATS and inside[0]):
        yield from _each(inside[-1])
    elif kind == "ATOMIC_GROUP":
        yield from _each(inside)


def _worth(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


@dataclass(frozen=True, slots=True)
class Chooser:
    """Which of some expressions may fit a text; a bit stands for each set of words."""

    words: AhoCorasick
    bits: Sequence[int]  # of each word the sets that it is in
    needs: Sequence[int]  # of each expression its sets
    always: Sequence[int]  # the expressions that need none

    def may_fit(self, small: str) -> Sequence[int]:
        """The numbers of the expressions that may fit a text in small letters."""
        found, bits = 0, self.bits
        for word, _, _ in self.words.find_matches_as_indexes(small, overlapping=True):
            found |= bits[word]
        if not found:
            return self.always
        return [number for number, needs in enumerate(self.needs) if found & needs == needs]


def chooser_of(expressions: Iterable[str]) -> Chooser:
    """The chooser among expressions, numbered in their order."""
    asked = [dict.fromkeys(needed_words(expression)) for expression in expressions]
    sets = {words: 1 << bit for bit, words in enumerate(dict.fromkeys(words for one in asked for words in one))}
    needs = [sum(sets[words] for words in one) for one in asked]
    bits: dict[str, int] = {}
    for words, bit in sets.items():
        for word in words:
            bits[word] = bits.get(word, 0) | bit
    ordered = sorted(bits)
    automaton = AhoCorasick(ordered, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    always = [number for number, one in enumerate(asked) if not one]
    return Chooser(automaton, [bits[word] for word in ordered], needs, always)
