"""A parse as plain tuples: quick to walk, with offsets into the article, and free of the parser's own types."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


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
        return [i for i, (a, b) in enumerate(zip(self.starts, self.ends, strict=True)) if a < end and start < b]

    def kid(self, token: int, *deps: str) -> int | None:
        """The first dependent of `token` with one of these labels, or None."""
        return next((k for k in self.kids[token] if self.deps[k] in deps), None)

    def first_conjunct(self, token: int) -> int:
        """The head of the list that `token` is a member of."""
        while self.deps[token] == "conj":
            token = self.head[token]
        return token

    def conjuncts(self, token: int) -> list[int]:
        """The members of the list that begins with `token`, in order, itself included."""
        members = [token]
        for member in members:
            members.extend(k for k in self.kids[member] if self.deps[k] == "conj")
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


def tree_of(doc: Doc, offset: int) -> Tree:
    """The parse of a sentence that begins at `offset` in the article."""
    head = tuple(token.head.i for token in doc)
    kids: list[list[int]] = [[] for _ in head]
    for i, governor in enumerate(head):
        if governor != i:
            kids[governor].append(i)
    return Tree(
        tuple(token.lower_ for token in doc),
        tuple(token.tag_ for token in doc),
        tuple(token.dep_ for token in doc),
        head,
        tuple(map(tuple, kids)),
        tuple(token.idx + offset for token in doc),
        tuple(token.idx + len(token) + offset for token in doc),
    )
