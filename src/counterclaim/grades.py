"""Confidence in words: what a probability allows a reader to do with a claim unseen."""

from __future__ import annotations

# Each grade with the lowest probability that deserves it. "high": of ten such claims nine or more have event and
# figures right, so they can be used in sums that somebody looks over; "fair": three in four, to be looked at before
# use; "low": less, to be looked at first.
GRADES = (("high", 0.9), ("fair", 0.75), ("low", 0.0))


def grade(confidence: float) -> str:
    """The probability as a word: high (at least 0.9), fair (at least 0.75) or low."""
    return next(word for word, least in GRADES if confidence >= least)
