"""Which stops end a sentence: the marks that may, and the words before and after that decide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.rules import RuleError, RuleSet

STOP = re.compile(
    r"(?P<stop>[.!?…]+(?: \.)*)"
    r"(?:\[[\divxlc]{1,7}\]|(?<=[a-z]{3}\.)\d{1,2}(?=\s))*"  # the mark of a footnote
    r"(?P<close>[\"'”’»)\]]*)(?:\s+|(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-ЯЁІЇЄҐ]))"
    r"|[•▪●■◦](?= )"
)
NEXT = re.compile(r"[\W_]*([^\W_][\w’'-]*)")
OPENING = "\"'“‘«([{-–—"
LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # "U.S", "J"
QUOTED = re.compile(r"\s[\"“«]")  # "a post on X. “Moscow ..."
NUMERAL = re.compile(r"\d{1,2}|[A-Za-z]|[ivx]{1,4}")
ARTICLE_NAME = re.compile(r"(?:al|el|as|ar|an|at|ash|ad)-[A-Z]")
ADDRESS = re.compile(r"://|www\.|@")
JOINS = ("always", "number", "unless_opener")


@dataclass(frozen=True, slots=True)
class Stops:
    """The words of one language that stand before a stop inside a sentence, and those that open one."""

    joins: Mapping[str, str]
    joins_folded: Mapping[str, str]  # without those that are ordinary words in small letters
    openers: frozenset[str]
    openers_in_capitals: frozenset[str]
    lost: re.Pattern[str] | None  # matches a name where the sentence behind it begins without a stop before it


@lru_cache(maxsize=8)
def load_stops(rules: RuleSet) -> Stops:
    """The stops of a language, from its tables of abbreviations and openers."""
    rows = rules.table("abbreviations")
    for row in rows:
        if row["joins"] not in JOINS:
            raise RuleError(f"{row.where}: joins {row['joins']!r}; expected one of: {', '.join(JOINS)}")
    openers = rules.table("openers")
    return Stops(
        joins={row["text"]: row["joins"] for row in rows},
        joins_folded={row["text"].lower(): row["joins"] for row in rows if row["word"] == "no"},
        openers=frozenset(row["word"] for row in openers),
        openers_in_capitals=frozenset(row["word"] for row in openers if row["capitals"] == "yes"),
        lost=_lost(rules),
    )


def _lost(rules: RuleSet) -> re.Pattern[str] | None:
    """ "... in Homs A person was injured": a name after a small word, then a word that opens a sentence."""
    words: dict[str, list[str]] = {}
    for row in rules.table("lost_stops"):
        words.setdefault(row["part"], []).append(re.escape(row["word"]))
    if not words:
        return None
    opens, joins = ("|".join(words.get(part, [])) for part in ("opens", "joins"))
    name = r"[^\W\d_a-zà-ÿа-яіїєґ][\w'’-]+"
    small = r"[a-zà-ÿа-яіїєґ]+"
    return re.compile(rf"(?<=[a-zа-я] ){name}(?: {name})? (?=(?:{opens}) (?!(?:{joins})\b){small} {small})")


@dataclass(frozen=True, slots=True)
class Judge:
    """Decides stop by stop; `capitals` and `small` say that the whole text is in capitals or small letters."""

    stops: Stops
    capitals: bool
    small: bool

    def ends(self, text: str, found: re.Match[str], start: int, limit: int) -> bool:
        """Whether the stop found in `text` ends the sentence that began at `start`."""
        stop = found["stop"]
        if stop is None:  # a bullet
            return True
        following = NEXT.match(text, found.end(), limit)
        if following is None:
            return False
        word, before = following[1], _word_before(text, start, found.start())
        if found.end() == found.end("close"):
            return self._glued(text, before, found, word)
        if not (word[0].isupper() or word[0].isdigit()):
            return self._ends_before_small(before, stop, word)
        return stop != "." or not self._joins(text, before, start, found.start(), word)

    def _ends_before_small(self, before: str, stop: str, word: str) -> bool:
        if self.small:
            return not (stop == "." and (self._kind(before) or LETTERS.fullmatch(before)))
        return stop == "." and bool(ARTICLE_NAME.match(word)) and not self._kind(before)

    def _joins(self, text: str, before: str, start: int, stop: int, word: str) -> bool:
        """Whether the stop belongs to the word before it and the sentence goes on."""
        if not before:
            return False
        if start == stop - len(before) and NUMERAL.fullmatch(before):
            return True  # "1. The ..." at the head of a list
        kind = self._kind(before)
        if kind == "number":
            return word[0].isdigit()
        if kind is None and before != "I" and LETTERS.fullmatch(before) and not QUOTED.search(text, stop, stop + 3):
            kind = "unless_opener"
        if kind == "unless_opener":
            return word.lower() not in (self.stops.openers_in_capitals if self.capitals else self.stops.openers)
        return kind == "always"

    def _kind(self, before: str) -> str | None:
        if self.capitals or self.small:
            return self.stops.joins_folded.get(before.lower())
        return self.stops.joins.get(before) or self.stops.joins_folded.get(before)

    def _glued(self, text: str, before: str, found: re.Match[str], word: str) -> bool:
        """Whether a sentence begins right behind the stop, its space lost: "duty.A further"."""
        if len(found["stop"]) > 1 and "." in found["stop"]:
            return False
        tail = text[found.end() : found.end() + 2]
        if tail[:1].isupper() and not (tail[1:].islower() or tail in ("A ", "I ")) and not self.capitals:
            return False
        if ADDRESS.search(_whole_word(text, found)) or self._kind(before):
            return False
        if found["close"]:
            return len(before) > 1
        letters = before[-2:]
        return len(before) > (2 if self.capitals else 1) and (letters.islower() or letters.isdigit() or self.capitals)


def _whole_word(text: str, found: re.Match[str]) -> str:
    end = text.find(" ", found.end())
    return text[text.rfind(" ", 0, found.start()) + 1 : end if end >= 0 else len(text)]


def _word_before(text: str, start: int, stop: int) -> str:
    left = max(text.rfind(" ", start, stop) + 1, start)
    return text[left:stop].lstrip(OPENING).rpartition("—")[2]
