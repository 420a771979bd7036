"""The words of a text as the reader of place names sees them: which are written like names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'’‘ʼ][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
MOST = 20_000  # words whose tokens are kept
LONG = 3  # letters that a longer word has more of
ARTICLE_NAME = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|ez|er|es|ul)[-'’][^\W\d_a-z]")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# Written like one name: no inner capital ("GeoConfirmed"), no compound that ends in a common word ("rebel-held").
NAMED = re.compile(
    r"(?:[^\W\d_]['’])?(?:Mc|Mac|al-|el-)?(?:[^\W\d_][^\W\d_A-Z]*|[^\W\d_a-z]+)"
    r"(?:[-'’‘ʼ](?:[^\W\d_]{1,2}[-'’])?[^\W\d_a-z].*|['’]s?)?$"
)


class Token(NamedTuple):
    """A word, number or mark; the same one wherever it stands.

    `bare` is the lower-case word without a possessive ("Aleppo's", which is `possessive`). `name` is true for words
    written like names, `one_name` for those that can be a name or part of one by their letters, `long` for longer ones.
    """

    text: str
    lower: str
    bare: str
    name: bool
    possessive: bool
    one_name: bool
    long: bool


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    return list(map(TOKENS.__getitem__, TOKEN.findall(text)))


def starts_of(text: str, tokens: Iterable[Token]) -> list[int]:
    """Where each token of a text begins: between two of them stands no letter, digit or mark."""
    starts, at = [], 0
    for token in tokens:
        at = text.index(token.text, at)
        starts.append(at)
        at += len(token.text)
    return starts


class _Tokens(dict[str, Token]):
    """The tokens of words, each made once; asked for with every word of an article, so without a call of our own."""

    def __missing__(self, word: str) -> Token:
        if len(self) >= MOST:
            self.clear()
        token = self[word] = _token(word)
        return token


TOKENS = _Tokens()


def _token(word: str) -> Token:
    lower = word.lower()
    name = word[0].isupper() or (len(word) > 4 and ARTICLE_NAME.match(word) is not None)
    bare = POSSESSIVE.sub("", lower) if "'" in word or "’" in word else lower
    return Token(
        text=word,
        lower=lower,
        bare=bare,
        name=name,
        possessive=bare != lower,
        one_name=NAMED.match(word) is not None,
        long=len(word) > LONG and word[0].isalpha(),
    )
