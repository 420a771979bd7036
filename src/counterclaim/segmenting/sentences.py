"""Sentences of an article, with their offsets."""

from __future__ import annotations

import re

from counterclaim.records import Article
from counterclaim.segments import Sentence

END = re.compile(r"""[.!?]+['"”’)\]]*(?=\s+["'“‘(\[]?[A-Z0-9])""")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Lt|Col|Gen|Maj|Capt|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Rev|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|vs|[A-Z]|U\.S|U\.K|U\.N|a\.m|p\.m|incl)\.$"
)


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's text; every paragraph break ends one."""
    sentences: list[Sentence] = []
    start = 0
    for number, paragraph in enumerate(article.text.split("\n\n")):
        for left, right in _pieces(paragraph):
            a, b = start + left, start + right
            part = next((p.kind for p in article.parts if p.start <= a < p.end), "body")
            text = article.text[a:b]
            sentences.append(Sentence(index=len(sentences), start=a, end=b, text=text, paragraph=number, part=part))
        start += len(paragraph) + 2
    return tuple(sentences)


def _pieces(paragraph: str) -> list[tuple[int, int]]:
    pieces, left = [], 0
    for found in END.finditer(paragraph):
        if not ABBREVIATION.search(paragraph[left : found.end()]):
            pieces.append((left, found.end()))
            left = found.end() + len(paragraph[found.end() :]) - len(paragraph[found.end() :].lstrip())
    pieces.append((left, len(paragraph)))
    return [(a, b) for a, b in pieces if a < b]
