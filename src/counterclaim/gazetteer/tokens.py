"""The words of a text as the reader of place names sees them: which are written like names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'’‘ʼ][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
ARTICLE_NAME = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|ul)[-'’][^\W\d_a-z]")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# Written like one name: no inner capital ("GeoConfirmed"), no compound that ends in a common word ("rebel-held").
NAMED = re.compile(
    r"(?:[^\W\d_]['’])?(?:Mc|Mac|al-|el-)?(?:[^\W\d_][^\W\d_A-Z]*|[^\W\d_a-z]+)"
    r"(?:[-'’‘ʼ](?:[^\W\d_]{1,2}[-'’])?[^\W\d_a-z].*|['’]s?)?$"
)


class Token(NamedTuple):
    """A word, number or mark.

    `name` is true for words written like names, `bare` the lower-case word without a possessive.
    """

    text: str
    lower: str
    bare: str
    start: int
    end: int
    name: bool

    @property
    def possessive(self) -> bool:
        """Whether the word ends in 's."""
        return self.bare != self.lower

    @property
    def one_name(self) -> bool:
        """Whether the word can be a name or part of one by its letters."""
        return NAMED.match(self.text) is not None


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    found, new = [], tuple.__new__  # a token for each word of an article: built without a call of our own
    for match in TOKEN.finditer(text):
        word = match.group()
        lower, bare, name = _form(word)
        start, end = match.span()
        found.append(new(Token, (word, lower, bare, start, end, name)))
    return found


@lru_cache(maxsize=20_000)
def _form(word: str) -> tuple[str, str, bool]:
    """A word in lower case, the same without a possessive, and whether it is written like a name."""
    lower = word.lower()
    name = word[0].isupper() or (len(word) > 4 and ARTICLE_NAME.match(word) is not None)
    bare = POSSESSIVE.sub("", lower) if "'" in word or "’" in word else lower
    return lower, bare, name
