"""Names in text without case, all capitals or all small letters: words that newspapers write small are none."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from counterclaim.gazetteer.tokens import Token
from counterclaim.gazetteer.wording import Wording

ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")
TURNED = ("ies", "ied", "ily")  # of words in y
SHORT = 5  # letters of "and", "where", "after": words that go on after a name, and name nothing themselves


def may_be_name(token: Token, words: Wording) -> bool:
    """Whether a word of a text without case may be a name or part of one."""
    return len(token.text) > 1 and token.text[0].isalpha() and not is_everyday(token.bare, words.everyday)


@lru_cache(maxsize=20_000)
def is_everyday(word: str, everyday: frozenset[str]) -> bool:
    """Whether a word in small letters is one of every day, or made of such: "bombed", "low-income"."""
    if "-" in word:
        return all(is_everyday(part, everyday) for part in word.split("-"))
    return word in everyday or has_stem(word, everyday)


def has_stem(word: str, words: Set[str]) -> bool:
    """Whether a word is another one of `words` with an ending."""
    if word[-3:] in TURNED and word[:-3] + "y" in words:
        return True
    ends = (len(ending) for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2)
    return any(_is_stem(word[:-length], words) for length in ends)


def _is_stem(stem: str, words: Set[str]) -> bool:
    """Whether it is a word without its ending: "bomb", "rais" of "raise", "kidnapp" of "kidnap"."""
    return stem in words or stem + "e" in words or (stem[-1] == stem[-2] and stem[:-1] in words)


def stands_alone(tokens: Sequence[Token], at: int, end: int, words: Wording) -> bool:
    """Whether nothing but "in" stands before the words from `at` to `end`, and no noun after them."""
    if tokens[at - 1].lower not in words.relation_ends:
        return False
    after = tokens[end].text if end < len(tokens) else ""
    return not after.isalpha() or (len(after) <= SHORT and is_everyday(after.lower(), words.everyday))
