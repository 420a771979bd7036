"""A parse as plain tuples: quick to walk, with offsets into the article, and free of the parser's own types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

COLUMNS: list[int | str] = ["HEAD", "TAG", "DEP", "IDX", "LENGTH"]


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one sentence. `head[i]` is i's governor (i itself at the root), `kids[i]` its dependents in order.

    `starts` and `ends` are offsets into the article; `words` are lower-case.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    head: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def tokens_in(self, start: int, end: int) -> list[int]:
        """The tokens that touch the stretch from start to end."""
        return list(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def kid(self, token: int, *deps: str) -> int | None:
        """The first dependent of `token` with one of these labels, or None."""
        for kid in self.kids[token]:
            if self.deps[kid] in deps:
                return kid
        return None

    def first_conjunct(self, token: int) -> int:
        """The head of the list that `token` is a member of."""
        while self.deps[token] == "conj":
            token = self.head[token]
        return token

    def conjuncts(self, token: int) -> list[int]:
        """The members of the list that begins with `token`, in order, itself included."""
        members = [token]
        for member in members:
            for kid in self.kids[member]:
                if self.deps[kid] == "conj":
                    members.append(kid)
        return sorted(members)

    def subtree(self, token: int) -> list[int]:
        """The token and all that hangs on it, in order."""
        found = [token]
        for node in found:
            found.extend(self.kids[node])
        return sorted(found)

    def above(self, token: int) -> list[int]:
        """The governors of a token, nearest first."""
        chain = []
        while self.head[token] != token:
            token = self.head[token]
            chain.append(token)
        return chain


def tree_of(doc: Doc, offset: int, text: str | None = None) -> Tree:
    """The parse of a sentence that begins at `offset` in the article; `text` is the sentence, where it is at hand."""
    table = doc.to_array(COLUMNS)
    steps, tags, deps, starts, lengths = table.astype(np.int64).T.tolist()
    names = _names(doc.vocab.strings)
    head = tuple(i + step for i, step in enumerate(steps))
    kids: list[list[int]] = [[] for _ in head]
    for i, governor in enumerate(head):
        if governor != i:
            kids[governor].append(i)
    small = _lower(doc.text if text is None else text)
    places = list(zip(starts, lengths, strict=True))
    return Tree(
        tuple([small[start : start + length] for start, length in places]),
        tuple(map(names.__getitem__, tags)),
        tuple(map(names.__getitem__, deps)),
        head,
        tuple(map(tuple, kids)),
        tuple([start + offset for start in starts]),
        tuple([start + length + offset for start, length in places]),
    )


def _lower(text: str) -> str:
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class _Names(dict[int, str]):
    """The names of tags and labels by their numbers, each asked for once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self.strings[key % 2**64]
        return name


@lru_cache(maxsize=4)
def _names(strings: StringStore) -> _Names:
    return _Names(strings)
