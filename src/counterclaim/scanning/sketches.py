"""Sketches of texts: an eighth of their five-word runs, by which copies are found however much a page puts around them.

A run is kept if its hash ends in three zero bits, so two texts keep the same of what they share, and the share of the
shorter one that stands in the longer one can be told from their sketches (Broder's containment; FracMinHash).
"""

from __future__ import annotations

import re
import zlib

import numpy as np
import numpy.typing as npt

RUN = 5  # words
KEPT = 8  # one hash in so many is kept
WORD = re.compile(r"\w+")
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
MIXER = np.uint64(0xBF58476D1CE4E5B9)
HALF = np.uint64(31)
Hashes = npt.NDArray[np.uint64]


def sketch(text: str) -> bytes:
    """The sketch of a text: hashes of eight bytes, ascending; the same in every process."""
    words = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in WORD.findall(text.lower())]
    return _kept(np.array(words, np.uint64)).tobytes()


def hashes_of(sketched: bytes) -> Hashes:
    """The hashes in a sketch."""
    return np.frombuffer(sketched, np.uint64)


def _kept(words: Hashes) -> Hashes:
    runs = max(len(words) - RUN + 1, 0)
    mixed = np.zeros(runs, np.uint64)
    for at in range(RUN):
        mixed = (mixed + words[at : at + runs]) * MULTIPLIER
        mixed ^= mixed >> HALF
    mixed *= MIXER
    mixed ^= mixed >> HALF
    return np.unique(mixed[mixed % np.uint64(KEPT) == 0])
