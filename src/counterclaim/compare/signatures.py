"""MinHash signatures of texts: how much two texts share, and where to look for those that share much.

A signature has a fixed size and is the same in every process. Texts that share much share a band with high
probability, so a new text is looked up by its bands and never held against every other one.
"""

from __future__ import annotations

import re
import struct
from hashlib import blake2b

from rensa import RMinHash

SHINGLE = 5  # words
BANDS, ROWS = 24, 3  # of 100 copies that share half of their shingles 96 are found, of those that share a tenth 2
SLOTS = BANDS * ROWS
SEED = 42
SIZE = 4 * SLOTS  # bytes
FORMAT = f"<{SLOTS}I"
WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text in lower case, with numbers as they are."""
    return WORD.findall(text.lower().replace("’", "'"))


def shingles(text: str) -> frozenset[str]:
    """Every five words that follow one another; a text of fewer words is one shingle."""
    return frozenset(_runs(text))


def signature(text: str) -> bytes:
    """What is left of a text for comparing: SIZE bytes, equal for texts of equal words."""
    sketch = RMinHash(num_perm=SLOTS, seed=SEED)
    sketch.update(_runs(text))
    return struct.pack(FORMAT, *sketch.digest())


def similarity(one: bytes, other: bytes) -> float:
    """The share of shingles that two texts have in common, estimated from their signatures."""
    pairs = zip(struct.unpack(FORMAT, one), struct.unpack(FORMAT, other), strict=True)
    return sum(1 for a, b in pairs if a == b) / SLOTS


def bands(sign: bytes) -> tuple[str, ...]:
    """The keys under which a text is filed and looked up, 16 hexadecimal digits each."""
    width = len(sign) // BANDS
    pieces = (sign[at * width : (at + 1) * width] for at in range(BANDS))
    return tuple(blake2b(bytes([at]) + piece, digest_size=8).hexdigest() for at, piece in enumerate(pieces))


def _runs(text: str) -> list[str]:
    """The shingles as they come, the same one as often as it stands there: no signature depends on that."""
    found = words(text)
    if len(found) <= SHINGLE:
        return [" ".join(found)]
    return list(map(" ".join, zip(*(found[at:] for at in range(SHINGLE)), strict=False)))
