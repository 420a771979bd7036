"""How alike two sentences are, with their own number left out."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from counterclaim.figures import Figure

BLANK = "#"
SPACES = re.compile(r"\s+")
MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def masked(figure: Figure) -> str:
    """The figure's sentence with its number and the words of its bound taken out, marks and capitals made alike."""
    text = figure.evidence
    if figure.quantity_start is not None and figure.quantity_end is not None:
        start, end = figure.quantity_start - figure.evidence_start, figure.quantity_end - figure.evidence_start
        if 0 <= start < end <= len(text):
            text = _without_bound(text[:start], figure.qualifier) + BLANK + text[end:]
    return SPACES.sub(" ", text.translate(MARKS)).strip().lower()


def alike(one: str, other: str) -> float:
    """From 0 to 1, how alike two masked sentences are, letter by letter."""
    return fuzz.ratio(one, other) / 100


def alike_in_words(one: str, other: str) -> float:
    """From 0 to 1, how many words two sentences share, in whatever order."""
    return fuzz.token_set_ratio(one.lower(), other.lower()) / 100


def _without_bound(before: str, qualifier: str | None) -> str:
    return before.rstrip().removesuffix(qualifier) if qualifier else before
