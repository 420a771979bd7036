"""Two texts side by side, paragraph by paragraph, with the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

WORDS = re.compile(r"\s+|[^\s]+")
MOST = 1500  # words of a paragraph within which differing words are looked for
Words = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the old text beside one of the new: stretches of words, each with whether it differs.

    `kind` is same, changed, removed or added; the side that has nothing is empty.
    """

    kind: str
    old: Words
    new: Words


def side_by_side(old: str, new: str) -> Iterator[Line]:
    """The paragraphs of both texts in order."""
    one, other = _paragraphs(old), _paragraphs(new)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Line("same", ((text, False),), ((text, False),)) for text in one[i1:i2])
        else:
            yield from _changed(one[i1:i2], other[j1:j2])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    for one, other in zip_longest(old, new):
        if one is None:
            yield Line("added", (), ((other, True),))
        elif other is None:
            yield Line("removed", ((one, True),), ())
        else:
            yield _words(one, other)


def _words(one: str, other: str) -> Line:
    old, new = WORDS.findall(one), WORDS.findall(other)
    if len(old) > MOST or len(new) > MOST:
        return Line("changed", ((one, True),), ((other, True),))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Line(
        "changed",
        tuple(("".join(old[a:b]), kind != "equal") for kind, a, b, _, _ in found if b > a),
        tuple(("".join(new[c:d]), kind != "equal") for kind, _, _, c, d in found if d > c),
    )


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph]
