"""Quotations: they belong as a whole to whoever speaks where they begin or end, else to the speaker next to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Saying
from counterclaim.segments import Quotation, Sentence

SHORT = 15  # characters: a name or a single word in quotation marks is no speech


def widen(sayings: Sequence[Saying], quotations: Sequence[Quotation]) -> list[Saying]:
    """The reports, each over the whole of the quotations that its content begins or ends in."""
    return [_widened(saying, quotations) if saying.widens else saying for saying in sayings]


def _widened(saying: Saying, quotations: Sequence[Quotation]) -> Saying:
    start, end = saying.start, saying.end
    for quote in quotations:
        inside = quote.start <= saying.cue[0] < quote.end
        if inside or not (quote.start < end and start < quote.end):
            continue
        start, end = min(start, quote.start), max(end, quote.end)
    return saying if (start, end) == (saying.start, saying.end) else replace(saying, start=start, end=end)


def find_quoted(
    sayings: Sequence[Saying], quotations: Sequence[Quotation], sentences: Sequence[Sentence], found: Lexicon
) -> list[Saying]:
    """Reports for quotations that no reporting verb has: by the speaker of the sentence before or after."""
    added: list[Saying] = []
    rule = next(cue for cue in found.cues.values() if "neighbour" in cue.frames)
    outside = [saying for saying in sayings if not _is_inside(saying, quotations)]
    for quote in quotations:
        if quote.end - quote.start < SHORT or any(
            s.start <= quote.start and quote.end <= s.end for s in (*sayings, *added)
        ):
            continue
        if not _stands_alone(quote, sentences):
            continue
        speaker = _neighbour(quote, outside, sentences)
        if speaker is not None:
            plain = replace(speaker, rule=rule.rule, act=rule.act, modality=rule.modality, whose=None, announces=False)
            added.append(replace(plain, start=quote.start, end=quote.end))
            outside.append(added[-1])
    return added


def _stands_alone(quote: Quotation, sentences: Sequence[Sentence]) -> bool:
    """Whether the quotation is a sentence or more, and not words quoted inside somebody's sentence."""
    first = next((s for s in sentences if s.start <= quote.start < s.end), None)
    return first is not None and quote.start - first.start <= 2


def _is_inside(saying: Saying, quotations: Sequence[Quotation]) -> bool:
    """Whether somebody is only said to speak, in the words of another one."""
    return any(quote.start <= saying.cue[0] < quote.end and quote.end - quote.start >= SHORT for quote in quotations)


def _neighbour(quote: Quotation, sayings: Sequence[Saying], sentences: Sequence[Sentence]) -> Saying | None:
    first = next(s for s in sentences if s.start <= quote.start < s.end)
    before = [s for s in sayings if s.cue[0] < quote.start and _goes_on(s, quote.start, first, sentences)]
    if before:
        return max(before, key=lambda s: s.cue[0])
    return None


def _goes_on(saying: Saying, place: int, first: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a report or the end of its words is near: a speech goes on from where it was broken off."""
    last = saying.end - 1
    return _near(saying.cue[0], first, sentences) or (last < place and _near(last, first, sentences))


def _near(place: int, first: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a place is in the same paragraph or in the last sentence of the one before."""
    at = next((s for s in sentences if s.start <= place < s.end), None)
    if at is None or at.part == "title":
        return False
    return at.paragraph == first.paragraph or first.index - at.index <= 1
