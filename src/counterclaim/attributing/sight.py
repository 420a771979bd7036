"""A parsed sentence as the attribution rules look at it: its tokens, its place in the article, the quotations in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Range

Tokens = tuple[int, int]  # first token, and the one after the last
MIDWAY = re.compile(r"[A-Z](?<=[a-z,;] [A-Z])[\w’'-]+")  # the capital first: what is sought quickly
STOPS = frozenset({":", ",", "—", "–", "-", "--", ";"})


NAMING = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS"})


def names_of(text: str) -> frozenset[str]:
    """The words with a capital inside the sentences of an article's body; a headline's capitals tell nothing."""
    return frozenset(MIDWAY.findall(text, max(0, text.find("\n\n"))))


@dataclass(frozen=True, slots=True)
class Sight:
    """A parsed sentence; `base` is its place in the article, `quotes` are characters of the article."""

    doc: Doc
    base: int
    found: Lexicon
    quotes: Sequence[Range]
    words: Sequence[str]  # the tokens' lower-case forms: looking at each token once is most of the cost
    names: frozenset[str] = frozenset()  # words that the article's body writes with a capital in mid-sentence

    def characters(self, tokens: Tokens) -> Range:
        """The characters of the article that a stretch of tokens covers."""
        first, last = self.doc[tokens[0]], self.doc[tokens[1] - 1]
        return self.base + first.idx, self.base + last.idx + len(last)

    def bounds(self, token: Token) -> Tokens:
        """The sentence's tokens or, for a word inside a quotation, those of the quotation."""
        at = self.base + token.idx
        quote = next((quote for quote in self.quotes if quote[0] <= at < quote[1]), None)
        if quote is None:
            return 0, len(self.doc)
        inside = [word.i for word in self.doc if quote[0] <= self.base + word.idx < quote[1]]
        return inside[0], inside[-1] + 1

    def is_word(self, token: Token, kind: str) -> bool:
        """Whether the token is one of the small words of a kind (table `reporting_words`)."""
        return self.words[token.i] in self.found.words[kind]

    def is_name(self, token: Token) -> bool:
        """Whether the token is a name, whatever the tagger took it for: "Sanders urged", "Amnesty pressed"."""
        return token.tag_ in NAMING or (token.tag_ in COMMON and token.text in self.names)

    def tidy(self, start: int, end: int) -> Tokens | None:
        """The stretch without "that", commas and stops at its edges; None if nothing is left."""
        doc = self.doc
        while start < end and (doc[start].text in STOPS or self.is_word(doc[start], "edge")):
            start += 1
        while end > start and (doc[end - 1].text in ".,;:—–-" or doc[end - 1].tag_ == "CC"):
            end -= 1
        return (start, end) if start < end else None


def has_tense(token: Token) -> bool:
    """Whether the token is a finite verb."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")
