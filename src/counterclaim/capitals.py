"""Whether a text is written in capitals: a quick look first, for most texts are not."""

from __future__ import annotations

SMALL = bytes(range(ord("a"), ord("z") + 1))


def has_small_letters(text: str, share: float) -> bool:
    """Whether more than this share of the characters are small letters from a to z.

    Then fewer than the rest of the letters are capitals, and none need be counted.
    """
    plain = text.encode(errors="replace")
    return len(plain) - len(plain.translate(None, SMALL)) > share * len(text)
