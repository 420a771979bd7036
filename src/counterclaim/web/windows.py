"""A long text in windows, so that no page holds more than a person reads at once."""

from __future__ import annotations

from bisect import bisect_right

LONGEST = 12_000  # characters of a window
BREAKS = ("\n\n", "\n", " ")


def windows(text: str, *, longest: int = LONGEST) -> tuple[tuple[int, int], ...]:
    """The first character of each window and the one after its last, cut between paragraphs where there are any.

    >>> windows("one\\n\\ntwo three", longest=9)
    ((0, 5), (5, 14))
    """
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        found.append((start, end))
        start = end
    return (*found, (start, len(text)))


def window_at(found: tuple[tuple[int, int], ...], position: int) -> int:
    """The number of the window, from 1, that holds a character."""
    return max(bisect_right([start for start, _ in found], position), 1)


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut before `end`: after the last break of the best kind in the window's second half."""
    for mark in BREAKS:
        at = text.rfind(mark, start + (end - start) // 2, end)
        if at >= 0:
            return at + len(mark)
    return end
