"""The cheap things first: which pages are worth a careful reading, each gate with its name and its count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from counterclaim.finding import is_about_violence, may_be_about_violence, telling_sentences
from counterclaim.reading.languages import SUPPORTED, detect_by_words
from counterclaim.rules import RuleSet
from counterclaim.scanning.quick_text import as_utf8, page_runs, prose, stated_language, text_paragraphs
from counterclaim.scanning.stored import Stored
from counterclaim.segments import Sentence

LANGUAGE, TOPIC, FIGURE = "another language", "nothing of war or violence", "no event with a quantity"
GATES = (LANGUAGE, TOPIC, FIGURE)
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
    whole = "\n\n".join(paragraphs)
    if not (may_be_about_violence(whole, rules) or any(is_of_violence(run, rules) for run in runs)):
        return TOPIC
    return None if tells(paragraphs, whole, rules) else FIGURE


def is_of_violence(run: Sequence[str], rules: RuleSet) -> bool:
    """Whether paragraphs that stand together have as many words of violence as a long article must have.

    A short article is so found in a long page about something else.
    """
    text = "\n\n".join(run)
    return len(text) >= LEAST and is_about_violence(text, rules, short=0)


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
        start += len(text) + 2
    return bool(telling_sentences(whole, sentences, rules))
