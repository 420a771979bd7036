"""Sources of headlines: "Ministry: 40 killed", "40 killed - Ministry", "40 killed: ministry", "40 killed NGO"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from counterclaim.attributing.lexicon import Lexicon
from counterclaim.attributing.sayings import Saying
from counterclaim.records import Article
from counterclaim.segments import Sentence

SHORT = 3  # letters of a name that may stand in any address by chance
BEFORE = re.compile(r"^(?P<source>[A-Z][^:\"“”.?!]{1,60}): (?P<content>\S.{10,})$", re.S)
BRIEF = 4  # words of a source behind a colon at most
COLON = re.compile(r"^(?P<content>[^:]{10,}[^\s:]): (?P<source>[^:\"“”.?!]{2,60})\.?$", re.S)
AFTER = re.compile(r"^(?P<content>.{10,}\S)\s+[-–—|]\s*(?P<source>[A-Z][^:\"“”.?!]{1,60})$", re.S)


def find_headline(sentence: Sentence, spoken: Sequence[str], article: Article, found: Lexicon) -> Iterator[Saying]:
    """The source that a headline names without a verb, if its noun is one that speaks or the article quotes it.

    The outlet's own name at the end of a headline is no source.
    """
    for pattern in (BEFORE, COLON, AFTER, _bare(found)):
        match = pattern.match(sentence.text)
        if match is not None and _is_outlet(match["source"], article):
            return
        if match is not None and _is_source(match, pattern, spoken, found):
            cue = next(cue for cue in found.cues.values() if "headline" in cue.frames)
            start, end = match.span("content")
            left, right = match.span("source")
            at = sentence.start
            mark = right if pattern is BEFORE else left - 1
            yield Saying(
                start=at + start, end=at + end, sources=((at + left, at + right),), cue=(at + mark, at + mark + 1),
                act=cue.act, rule=cue.rule, modality=cue.modality,
            )  # fmt: skip
            return
    yield from _verb(sentence, found)


def _is_outlet(source: str, article: Article) -> bool:
    """Whether a name is that of the outlet, as it is given or as it stands in the address."""
    squashed = "".join(letter for letter in source.lower() if letter.isalnum())
    host = article.key.lower().partition("//")[2].partition("/")[0]
    return source == article.outlet or (len(squashed) > SHORT and squashed in host.replace("-", ""))


def _is_source(match: re.Match[str], pattern: re.Pattern[str], spoken: Sequence[str], found: Lexicon) -> bool:
    """Whether a headline's words of a source can be one; behind a colon they are few and follow a figure."""
    if pattern is _bare(found):
        return True
    if pattern is not COLON:
        return _speaks(match["source"], spoken, found)
    words = match["source"].lower().split()
    if len(words) > BRIEF or not _figure(found).search(match["content"]):
        return False
    end = match["source"].lower() in found.words["headline_end"]
    return end or _speaks(match["source"], spoken, found)


def _speaks(source: str, spoken: Sequence[str], found: Lexicon) -> bool:
    words = source.lower().split()
    counts = any(_figure(found).fullmatch(word) for word in words[:-1])  # "Channel 12" may speak, "12 soldiers" do not
    if counts or found.words["no_headline"].intersection(words):
        return False
    if source.lower() in found.bodies or any(found.kind(word) for word in words[-2:]):
        return True
    return any(source in name or _initials(name, found).endswith(source.lower()) for name in spoken if len(source) > 2)


def _initials(name: str, found: Lexicon) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper() or word in found.words["of"]).lower()


@lru_cache(maxsize=8)
def _figure(found: Lexicon) -> re.Pattern[str]:
    """A number of a headline, in digits or in words."""
    return re.compile(rf"\d[\d,.]*|\b(?i:{'|'.join(sorted(found.words['headline_count']))})\b")


@lru_cache(maxsize=8)
def _bare(found: Lexicon) -> re.Pattern[str]:
    """A headline with a figure that ends with who says it and has lost the mark before: "Bombs kill 13 Monitor"."""
    sources = "|".join(map(re.escape, sorted(found.words["headline_end"], key=lambda word: (-len(word), word))))
    counted = rf"(?=.*(?:{_figure(found).pattern}))"
    return re.compile(rf"^{counted}(?P<content>[A-Z].{{15,}}?\w)\s+(?P<source>(?i:{sources}))(?:\s[-–—|]\s.*)?$", re.S)


@lru_cache(maxsize=8)
def _verbs(found: Lexicon) -> re.Pattern[str]:
    forms = sorted({form for form, cues in found.verbs.items() if any("clause" in cue.frames for cue in cues)})
    source, verb = r"(?P<source>(?:[A-Z][\w'’.&-]*\s+|of\s+|the\s+){1,6}?)", "|".join(form.title() for form in forms)
    return re.compile(rf"^{source}(?P<verb>{verb})\s+(?P<content>\S.{{10,}})$")


def _verb(sentence: Sentence, found: Lexicon) -> Iterator[Saying]:
    match = _verbs(found).match(sentence.text)
    if match is None or match["source"].split()[-1].lower() in found.words["united"]:
        return
    cue = next(cue for cue in found.verbs[match["verb"].lower()] if "clause" in cue.frames)
    source, at = match["source"].rstrip(), sentence.start
    yield Saying(
        start=at + match.start("content"), end=at + match.end("content"), sources=((at, at + len(source)),),
        cue=(at + match.start("verb"), at + match.end("verb")), act=cue.act, rule=cue.rule, modality=cue.modality,
    )  # fmt: skip
