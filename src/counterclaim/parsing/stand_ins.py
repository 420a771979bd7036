"""Names that look alike to the parser: its network is shown one word for the names of every side.

A name that the network met often in its training is read otherwise than one that it never met. With stand-ins the
tree of "Azerbaijani troops killed 12" is that of "Armenian troops killed 12", and "claimed that" that of "said that".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from counterclaim.rules import Row, RuleSet

LEXICAL = ("norm", "prefix", "suffix", "shape")  # of a token's columns those that its form decides; they come first
ARMED = frozenset({"group", "coalition", "body"})
REPORTING = "as "  # "as said": a verb that is shown as "said"
HALF = "for "  # "for Tel": half of a name of two words, shown as that half of another
SHORT = 2  # letters of an acronym that is as often a word, or read as an adjective ("US")

Forms = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Shown:
    """Forms of words, in order, and for each what the network is shown instead."""

    words: Forms
    instead: Forms

    def put_in(self, forms: Forms, words: Forms, allowed: NDArray[np.bool_]) -> None:
        """Overwrite the columns of the words that have a stand-in, where one is allowed."""
        if not len(self.words):
            return
        at = np.searchsorted(self.words, words)
        at[at == len(self.words)] = 0
        known = (self.words[at] == words) & allowed
        forms[known, : len(LEXICAL)] = self.instead[at[known]]


@dataclass(frozen=True, slots=True)
class StandIns:
    """What the network is shown for names, and for reporting verbs where `that` follows."""

    names: Shown
    verbs: Shown
    that: int

    def put_in(self, forms: Forms, docs: Sequence[Doc]) -> Forms:
        """The columns of the Docs' tokens, with a stand-in's form where a token has one."""
        words: Forms = np.concatenate([doc.to_array("ORTH") for doc in docs])
        ends = np.cumsum([len(doc) for doc in docs]) - 1
        before_that = np.append(words[1:] == self.that, False)
        before_that[ends] = False  # the next word is another sentence's
        replaced = forms.copy()
        self.names.put_in(replaced, words, np.ones(len(words), dtype=np.bool_))
        self.verbs.put_in(replaced, words, before_that)
        return replaced


@lru_cache(maxsize=4)
def stand_ins_of(rules: RuleSet, vocab: Vocab) -> StandIns:
    """The stand-ins of one language, for a parser's vocabulary."""
    words = {row["kind"]: row["word"] for row in rules.table("stand_ins")}
    forms: dict[str, str] = {}
    for form, kind in _names(rules):
        if kind in words and form != words[kind]:
            forms.setdefault(form, words[kind])
    halves = (row for row in rules.table("stand_ins") if row["kind"].startswith(HALF))
    forms |= {row["word"]: row["kind"].removeprefix(HALF) for row in halves}
    # A text in capitals is parsed in lower case.
    forms |= {form.lower(): word.lower() for form, word in forms.items() if not form.isupper()} | forms
    verbs = {row["word"]: row["kind"].removeprefix(REPORTING) for row in rules.table("stand_ins") if _is_verb(row)}
    [that] = [row["word"] for row in rules.table("stand_ins") if row["kind"] == "that"]
    return StandIns(compiled(forms, vocab), compiled(verbs, vocab), vocab.strings.add(that))


def _is_verb(row: Row) -> bool:
    return row["kind"].startswith(REPORTING)


def compiled(forms: Mapping[str, str], vocab: Vocab) -> Shown:
    """The stand-in of each form, ready for `put_in`."""
    numbered = sorted((vocab.strings.add(form), word) for form, word in forms.items())
    shown = [[getattr(vocab[word], column) for column in LEXICAL] for _, word in numbered]
    return Shown(
        np.array([number for number, _ in numbered], dtype=np.uint64),
        np.array(shown, dtype=np.uint64).reshape(-1, len(LEXICAL)),
    )


def _names(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Each name of one word, and its kind."""
    for row in rules.table("sides"):
        for column in ("names", "adjectives", "people", "seats", "forces"):
            yield from ((form, _kind(form, column, row)) for form in _single(row[column]))
    for row in rules.table("spokespersons"):
        yield from ((form, "person") for form in _single(row["forms"]))


def _single(cell: str) -> Iterator[str]:
    forms = (form.lstrip("=") for form in cell.split("|"))
    return (form for form in forms if form.isalpha())


def _kind(form: str, column: str, row: Row) -> str:
    """The kind of a form: an acronym, several of a group ("Houthis"), a group, or the column it stands in."""
    if form.isupper():
        told = len(form) > SHORT or row["kind"] == "group"  # "IS fighters", which is no verb
        return "acronym" if told and (row["kind"] in ARMED or column == "forces") else ""
    if column == "names" and row["kind"] in ARMED:
        return "people" if form.endswith("s") and form.removesuffix("s") in row["names"].split("|") else "group"
    return column
