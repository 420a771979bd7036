"""From single reports to chains: a report inside another's content has both sources, outermost first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Range, Saying
from counterclaim.parsed import Attribution
from counterclaim.records import Article, Mention, Source

MARKS = (('"', '"'), ("“", "”"))
QUOTES = '"“”'


@lru_cache(maxsize=8)
def _joints(found: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What joins a report to the one before it, and what sets it against that one, at the end of a stretch."""
    joining, contrasting = ("|".join(sorted(found.words[kind])) for kind in ("joining", "contrasting"))
    joint = re.compile(rf"(?:[\s,;]|\b(?:{joining})\b)+$", re.IGNORECASE)
    return joint, re.compile(rf"\s*[,;]\s*(?:{contrasting})\s+$", re.IGNORECASE)


def clip(sayings: Sequence[Saying], article: Article, found: Lexicon) -> list[Saying]:
    """The reports of a sentence, none running into the next report of the same speaker or the words that close it."""
    closing = [saying for saying in sayings if saying.closes]
    joint, contrast = _joints(found)
    last = max(closing, key=lambda saying: saying.end, default=None)
    clipped = []
    for saying in sayings:
        apart = last is None or saying is last or saying.start >= last.end  # "..., she said, adding that ..."
        end = saying.end if last is None or apart else min(saying.end, last.end)
        for other in sayings:
            goes_on = other.sources == saying.sources and saying.start < other.cue[0] < end <= other.end
            if goes_on and other.start > other.cue[0]:
                end = saying.start + len(joint.sub("", article.text[saying.start : other.cue[0]]))
            end = min(end, _contrasted(saying, other, article.text, contrast))
        clipped.append(saying if end == saying.end else replace(saying, end=end))
    return [saying for saying in clipped if saying.start < saying.end]


def _contrasted(saying: Saying, other: Saying, text: str, pattern: re.Pattern[str]) -> int:
    """Where a report ends because another one is set against it: "Kyiv said ..., while Moscow said ...".

    What stands in quotation marks is left whole.
    """
    first = min(other.cue[0], other.sources[0][0])
    if not max(saying.start, saying.cue[0]) < first < saying.end or any(
        q in text[saying.start - 1 : first] for q in QUOTES
    ):
        return saying.end
    contrast = pattern.search(text, saying.start, first)
    return contrast.start() if contrast else saying.end


def chain(sayings: Sequence[Saying], article: Article, within: Sequence[Saying] = ()) -> tuple[Attribution, ...]:
    """One attribution for each report, in the order of the text, with all its sources.

    `within` are further reports that these may stand in. Reports that another one denies are no source of their own:
    they are the denial's `whose`.
    """
    denied = {saying.whose for saying in sayings if saying.whose is not None}
    ordered = sorted((saying for saying in sayings if saying.cue not in denied), key=lambda s: (s.start, -s.end, s.cue))
    return tuple(_attribution(saying, _outer(saying, (*within, *ordered)), article.text) for saying in ordered)


def _outer(saying: Saying, all_sayings: Sequence[Saying]) -> list[Saying]:
    """The reports that this one stands in, outermost first."""
    start, end = saying.start, saying.end
    around = [
        other
        for other in all_sayings
        if other.start <= start and end <= other.end and other is not saying and _holds(other, saying)
    ]
    return sorted(around, key=lambda s: (s.start - s.end, s.start, s.cue))


def _holds(outer: Saying, inner: Saying) -> bool:
    """Whether a report that covers another one holds its verb, too, and has other words."""
    return outer.start <= inner.cue[0] < outer.end and (outer.start, outer.end) != (inner.start, inner.end)


def _attribution(saying: Saying, around: Sequence[Saying], text: str) -> Attribution:
    sources: list[Source] = []
    for layer in (*around, saying):
        for place in layer.sources:
            if all(source.start != place[0] for source in sources):
                sources.append(_source(place, layer, text))
    return Attribution(
        content=mention(text, balanced(text, saying.start, saying.end)),
        sources=tuple(sources),
        act=saying.act,
        modality=saying.modality,
        given=saying.given,
        rules=tuple(dict.fromkeys(rule for layer in (*around, saying) for rule in (layer.rule, *layer.extra))),
        whose=mention(text, saying.whose) if saying.whose else None,
    )


def balanced(text: str, start: int, end: int) -> Range:
    """The range with both marks of a quotation at its edge where the other one stands beside it, else with neither."""
    for opening, closing in MARKS:
        content = text[start:end]
        more = content.count('"') % 2 if opening == closing else content.count(opening) - content.count(closing)
        if not more or "\n" in content:
            continue
        if more > 0 and text[end : end + 1] == closing and not content.startswith(opening):
            return start, end + 1
        if more > 0 and content.endswith(opening) and opening != closing:
            return start, start + len(content[:-1].rstrip(" ,"))
        if content.endswith(closing) and (opening == closing or more < 0):
            joined = text[start - 1 : start] == opening
            return (start - 1, end) if joined else (start, end - 1)
        if content.startswith(opening) and more > 0:
            joined = text[end : end + 1] == closing
            return (start, end + 1) if joined else (start + 1, end)
    return start, end


def _source(place: Range, saying: Saying, text: str) -> Source:
    return Source(text=text[slice(*place)], start=place[0], end=place[1], cue=mention(text, saying.cue), act=saying.act)


def mention(text: str, place: Range) -> Mention:
    """The words of the article at a place."""
    return Mention(text=text[slice(*place)], start=place[0], end=place[1])


def sources_of(start: int, end: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who tells what stands there: the attribution with the shortest content around it, the longest chain of equals."""
    around = [one for one in attributions if one.content.start <= start and end <= one.content.end and not one.given]
    # "according to two women who fled, ...": what counts the speakers is told by the outlet
    around = [one for one in around if not any(source.start <= start and end <= source.end for source in one.sources)]
    return min(around, key=lambda one: (one.content.end - one.content.start, -len(one.sources)), default=None)
