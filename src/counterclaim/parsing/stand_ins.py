"""Names that look alike to the parser: its network is shown one word for the names of every side.

A name that the network met often in its training is read otherwise than one that it never met. With stand-ins the
tree of "Azerbaijani troops killed 12" is that of "Armenian troops killed 12".
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
SHORT = 2  # letters of an acronym that is as often a word, or read as an adjective ("US")

Forms = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class StandIns:
    """The forms of names, in order, and for each what the network is shown instead."""

    names: Forms
    shown: Forms

    def put_in(self, forms: Forms, docs: Sequence[Doc]) -> Forms:
        """The columns of the Docs' tokens, with a stand-in's form where a token is a name."""
        if not len(self.names):
            return forms
        words: Forms = np.concatenate([doc.to_array("ORTH") for doc in docs])
        at = np.searchsorted(self.names, words)
        at[at == len(self.names)] = 0
        named = self.names[at] == words
        replaced = forms.copy()
        replaced[named, : len(LEXICAL)] = self.shown[at[named]]
        return replaced


@lru_cache(maxsize=4)
def stand_ins_of(rules: RuleSet, vocab: Vocab) -> StandIns:
    """The stand-ins of one language, for a parser's vocabulary."""
    words = {row["kind"]: row["word"] for row in rules.table("stand_ins")}
    forms: dict[str, str] = {}
    for form, kind in _names(rules):
        if kind in words and form != words[kind]:
            forms.setdefault(form, words[kind])
    # A text in capitals is parsed in lower case.
    forms |= {form.lower(): word.lower() for form, word in forms.items() if not form.isupper()} | forms
    return compiled(forms, vocab)


def compiled(forms: Mapping[str, str], vocab: Vocab) -> StandIns:
    """The stand-in of each form, ready for `put_in`."""
    numbered = sorted((vocab.strings.add(form), word) for form, word in forms.items())
    shown = [[getattr(vocab[word], column) for column in LEXICAL] for _, word in numbered]
    return StandIns(
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
