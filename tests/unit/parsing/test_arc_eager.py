"""The array that arcs are read from."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from counterclaim.parsing.arc_eager import Scratch


def test_scratch_is_asked_for_once() -> None:
    """A batch no larger than one before it is given the same memory."""
    scratch = Scratch()
    large = scratch.of(8, 4)

    assert scratch.of(3, 4).base is large.base
    assert scratch.of(3, 4).shape == (3, 4)


def test_each_thread_has_its_own() -> None:
    """Two threads that read at the same time do not write into one another's array."""
    scratch = Scratch()
    mine = scratch.of(8, 4)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(scratch.of, 8, 4).result()

    assert mine.base is not other.base
