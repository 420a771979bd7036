"""The cheap things first: which pages are worth a careful reading, each gate with its name and its count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain

from counterclaim.finding import UNTOLD, are_enough, telling_sentences, words_of_violence
from counterclaim.reading.languages import SUPPORTED, detect_by_words
from counterclaim.rules import RuleSet
from counterclaim.scanning.quick_text import as_utf8, page_runs, prose, stated_language, text_paragraphs
from counterclaim.scanning.stored import Stored
from counterclaim.segments import Sentence

LANGUAGE, TOPIC, FIGURE = "another language", "nothing of war or violence", "no event with a quantity"
GATES = (LANGUAGE, TOPIC, FIGURE)
GAP = "\n\n"
STRETCH = 300  # characters; two are looked at together
LEAST = 300  # characters of paragraphs that stand together, of which something can be told


def stopped_by(stored: Stored, rules: RuleSet, *, languages: Sequence[str] = SUPPORTED) -> str | None:
    """The gate that a page does not pass (one of GATES), or null: it is worth a careful reading."""
    content = as_utf8(stored.content)
    stated = stated_language(content) if stored.is_page else None
    runs = page_runs(content) if stored.is_page else [text_paragraphs(content)]
    paragraphs = list(chain.from_iterable(runs))
    if not speaks(prose(paragraphs), stated, languages):
        return LANGUAGE
    whole = GAP.join(paragraphs)
    if not is_of_violence(whole, [len(GAP.join(run)) for run in runs], rules):
        return TOPIC
    return None if tells(paragraphs, whole, rules) else FIGURE


def is_of_violence(whole: str, lengths: Sequence[int], rules: RuleSet) -> bool:
    """Whether a page, or a run of its paragraphs that stand together, may be about violence; `lengths` are of the runs.

    A run has as many words of violence as a long article must have: a short article is so found in a long page about
    something else.
    """
    words = list(words_of_violence(whole, rules))
    if len(whole) < UNTOLD or are_enough((word for word, _ in words), len(whole)):
        return True
    ends = accumulate(length + len(GAP) for length in lengths)
    return any(
        length >= LEAST
        and are_enough((word for word, at in words if end - length - len(GAP) <= at < end), length, short=0)
        for length, end in zip(lengths, ends, strict=True)
    )


def speaks(text: str, stated: str | None, languages: Sequence[str]) -> bool:
    """Whether any stretch of the text is in one of the languages; without words it may be.

    Teasers and legal notes around an article may be in another language than the article.
    """
    starts = range(0, max(len(text) - STRETCH, 1), STRETCH)
    return not text or any(detect_by_words(text[at : at + 2 * STRETCH], stated) in languages for at in starts)


def tells(paragraphs: Sequence[str], whole: str, rules: RuleSet) -> bool:
    """Whether any paragraph holds an event beside a quantity, as the reader's own first pass sees it."""
    sentences, start = [], 0
    for index, text in enumerate(paragraphs):
        end = start + len(text)
        sentences.append(Sentence(index=index, start=start, end=end, text=text, paragraph=index, part="body"))
        start += len(text) + len(GAP)
    return bool(telling_sentences(whole, sentences, rules))
