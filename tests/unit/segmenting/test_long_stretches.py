"""Stretches without a stop: tables and lists that nobody would call a sentence."""

from __future__ import annotations

from counterclaim.reading import Given, read_text
from counterclaim.segmenting import split_sentences
from counterclaim.segmenting.sentences import LONGEST


def test_a_stretch_without_a_stop_is_cut_at_a_pause() -> None:
    """Every piece is short enough to parse, stands where it says, and nothing but blanks is lost."""
    text = "The rows were " + ", ".join(f"row {n} of the table; item {n}" for n in range(2_000))
    article = read_text(text, given=Given(language="en"))

    sentences = split_sentences(article)

    assert all(len(s.text) <= LONGEST for s in sentences)
    assert all(article.text[s.start : s.end] == s.text for s in sentences)
    assert "".join(article.text.split()) == "".join("".join(s.text for s in sentences).split())


def test_a_stretch_without_blanks_is_cut_at_the_limit() -> None:
    """Without any pause the limit cuts."""
    article = read_text("The word was " + "x" * (3 * LONGEST), given=Given(language="en"))

    assert max(len(s.text) for s in split_sentences(article)) <= LONGEST
