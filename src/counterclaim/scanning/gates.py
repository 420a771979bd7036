"""The cheap things first: which pages are worth a careful reading, each gate with its name and its count."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.finding import may_be_about_violence, telling_sentences
from counterclaim.reading.languages import SUPPORTED, detect
from counterclaim.rules import RuleSet
from counterclaim.scanning.quick_text import page_paragraphs, prose, stated_language, text_paragraphs
from counterclaim.scanning.stored import Stored
from counterclaim.segments import Sentence

LANGUAGE, TOPIC, FIGURE = "another language", "nothing of war or violence", "no event with a quantity"
GATES = (LANGUAGE, TOPIC, FIGURE)
SAMPLE = 1500


def stopped_by(stored: Stored, rules: RuleSet, *, languages: Sequence[str] = SUPPORTED) -> str | None:
    """The gate that a page does not pass (one of GATES), or null: it is worth a careful reading."""
    stated = stated_language(stored.content) if stored.is_page else None
    paragraphs = page_paragraphs(stored.content) if stored.is_page else text_paragraphs(stored.content)
    if not speaks(prose(paragraphs), stated, languages):
        return LANGUAGE
    whole = "\n\n".join(paragraphs)
    if not may_be_about_violence(whole, rules):
        return TOPIC
    return None if tells(paragraphs, whole, rules) else FIGURE


def speaks(text: str, stated: str | None, languages: Sequence[str]) -> bool:
    """Whether the text has one of the languages at its beginning, its middle or its end; without words it may have.

    Teasers and legal notes around an article may be in another language than the article.
    """
    middle = max((len(text) - SAMPLE) // 2, 0)
    samples = (text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:])
    return not text or any(detect(sample, stated) in languages for sample in samples)


def tells(paragraphs: Sequence[str], whole: str, rules: RuleSet) -> bool:
    """Whether any paragraph holds an event beside a quantity, as the reader's own first pass sees it."""
    sentences, start = [], 0
    for index, text in enumerate(paragraphs):
        end = start + len(text)
        sentences.append(Sentence(index=index, start=start, end=end, text=text, paragraph=index, part="body"))
        start += len(text) + 2
    return bool(telling_sentences(whole, sentences, rules))
