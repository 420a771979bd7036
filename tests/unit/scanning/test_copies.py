"""Copies: found by what texts share, however much a page puts around them."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from counterclaim.scanning import copies
from counterclaim.scanning.copies import Copied, find_copied
from counterclaim.scanning.sketches import hashes_of, sketch


def words(seed: int, count: int = 400) -> str:
    """A text of made-up words that shares nothing with one of another seed."""
    chance = Random(seed)
    return " ".join(f"w{chance.randrange(10**6)}" for _ in range(count))


def copied(*texts: str, ranks: list[int] | None = None) -> list[Copied]:
    sketches = [sketch(text) for text in texts]
    return list(find_copied(lambda: sketches, np.array(ranks or range(len(texts)))))


def pairs(*texts: str, ranks: list[int] | None = None) -> list[tuple[int, int]]:
    return [(found.article, found.origin) for found in copied(*texts, ranks=ranks)]


def test_sketch_is_of_words() -> None:
    """Capitals, marks and line breaks change nothing; about an eighth of the runs are kept, in ascending order."""
    text = words(1, 4_000)
    found = hashes_of(sketch(text))

    assert sketch(text) == sketch(text.upper().replace(" ", ",\n"))
    assert sorted(found.tolist()) == found.tolist()
    assert 400 < len(found) < 600


def test_sketch_of_hardly_any_words_is_empty() -> None:
    """Nothing is told of a text shorter than a run; letters that no encoding has are no trouble."""
    assert sketch("Ten were killed \udc80.") == b""


def test_copy_is_the_later_one() -> None:
    """The whole text, with a line added, is a copy of the first."""
    [found] = copied(words(1), words(2), words(1) + " Additional reporting by our own staff.")

    assert (2, 0) == (found.article, found.origin)
    assert found.similarity > 0.95


def test_texts_with_nothing_in_common_are_no_copies() -> None:
    """Texts of their own are listed nowhere, nor those that share a sentence."""
    quote = words(9, 30)

    assert [] == copied(*(f"{words(number)} {quote}" for number in range(6)))


def test_page_around_the_text_does_not_hide_it() -> None:
    """A short text among the teasers of a page is told by the share of the shorter one."""
    assert [(1, 0)] == pairs(words(1, 200), f"{words(2, 300)} {words(1, 200)}")


def test_earliest_is_the_origin() -> None:
    """The order of publication counts, not that of reading; a copy of a copy is one of the first."""
    assert [(0, 2), (1, 2)] == pairs(words(1), words(1), words(1), ranks=[1, 2, 0])


def test_buckets_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found does not depend on how many hashes are held at a time."""
    texts = [words(number % 7, 300) for number in range(20)]
    whole = copied(*texts)
    monkeypatch.setattr(copies, "BUCKET", 3)

    assert whole == copied(*texts)
    assert len(whole) == 13


def test_no_articles_no_copies() -> None:
    """A data set without articles has none."""
    assert [] == copied()


def test_copy_is_known_among_many_that_share_its_first_half() -> None:
    """What ten texts have in common is held against the first few alone; a copy is told by all that two texts share."""
    common = words(50, 3_000)
    variants = [f"{common} {words(60 + number, 3_000)}" for number in range(10)]
    [found] = copied(*variants, variants[8])

    assert (10, 8, 1.0) == (found.article, found.origin, found.similarity)
