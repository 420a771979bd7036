"""Sentences of an article, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from counterclaim.records import Article, Part
from counterclaim.rules import OURS, load_rules
from counterclaim.segmenting.stops import STOP, Judge, Stops, load_stops
from counterclaim.segments import Sentence

GAP = "\n\n"
LONGEST = 2_000  # characters: a longer stretch without a stop is a table or a list, and a parse of it takes too long
PAUSE = re.compile(r"[;,]?\s")
SAMPLE = 1500  # characters that show whether a text is in capitals
SMALL, CAPITAL = re.compile(r"[a-zа-яё]+"), re.compile(r"[A-ZА-ЯЁ]+")


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's text; a paragraph or a part ends one, and so does a lost space after a stop.

    "The troops left.The town is empty." gives two.
    """
    text, judge = article.text, judge_for(article)
    sentences: list[Sentence] = []
    for paragraph, start, end, kind in _stretches(text, article.parts):
        for a, b in split(text, start, end, judge):
            sentences.append(
                Sentence(index=len(sentences), start=a, end=b, text=text[a:b], paragraph=paragraph, part=kind)
            )
    return tuple(sentences)


def judge_for(article: Article) -> Judge:
    """What decides about the stops of an article: its language's words, and whether it is all in capitals."""
    small, capital = (sum(map(len, p.findall(article.text, 0, SAMPLE))) for p in (SMALL, CAPITAL))
    letters = small + capital
    return Judge(
        _stops(article.language or "en"), capitals=letters > 0 and small * 5 < letters, small=capital * 200 < letters
    )


@lru_cache(maxsize=8)
def _stops(language: str) -> Stops:
    """The stops of a language; English ones where it has no rules."""
    return load_stops(load_rules(language if (OURS / language).is_dir() else "en"))


def split(text: str, start: int, end: int, judge: Judge) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between two offsets, without blanks at either side."""
    for found in STOP.finditer(text, start, end):
        if found.end() < end and judge.ends(text, found, start, end):
            cut = _next_start(text, found, start)
            if start < cut:
                yield from _pieces(text, start, cut, judge)
            start = cut
    yield from _pieces(text, start, end, judge)


def _pieces(text: str, start: int, end: int, judge: Judge) -> Iterator[tuple[int, int]]:
    """The stretch, cut where a stop was lost: "... injured in Homs A person was injured ..."."""
    lost = judge.stops.lost
    for found in lost.finditer(text, start, end) if lost is not None and not judge.capitals else ():
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, end)


def _next_start(text: str, found: re.Match[str], start: int) -> int:
    """Where the next sentence begins: at a bullet; in 'duty."We left' at the mark, unless one is open before it."""
    if found["stop"] is None:
        return found.start()
    if found["close"] == '"' and found.end() == found.end("close"):
        opened = text.count('"', start, found.start()) % 2
        return found.end() if opened else found.start("close")
    return found.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blanks at either side; one longer than any sentence in pieces that end at a pause."""
    while end - start > LONGEST:
        cut = _last_pause(text, start, start + LONGEST)
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    if left < right:
        yield left, right


def _last_pause(text: str, start: int, end: int) -> int:
    """Behind the last semicolon, comma or blank of a stretch; its end where there is none."""
    pauses = {found.group()[0]: found.end() for found in PAUSE.finditer(text, start + 1, end)}
    return next((pauses[mark] for mark in (";", ",") if mark in pauses), max(pauses.values(), default=end))


def _stretches(text: str, parts: tuple[Part, ...]) -> Iterator[tuple[int, int, int, str]]:
    """Paragraphs cut where a part begins or ends inside them: number, start, end, kind of part."""
    start, number, current = 0, 0, 0
    while start <= len(text):
        end = text.find(GAP, start)
        end = len(text) if end < 0 else end
        left = start
        while left < end:
            while current < len(parts) and parts[current].end <= left:
                current += 1
            part = parts[current] if current < len(parts) else None
            inside = part is not None and part.start <= left
            right = min(end, part.end if inside and part else part.start if part else end)
            yield number, left, right, part.kind if inside and part else "body"
            left = right
        number, start = number + 1, end + len(GAP)
