"""The language a text is written in, from its letters and its commonest words; no download, no guess on a few words."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.reading.wording import patterns

SUPPORTED = ("en",)
SAMPLE = 1500  # characters looked at
ENOUGH = 12  # words below which the letters alone decide
LONG = 40  # words from which a text without English words is not English, whatever the page says

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
OTHER = re.compile(r"[\u0370-\u03ff\u0530-\u1fff\u2e80-\ud7ff]")
NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")


def primary(tag: str | None) -> str | None:
    """The language of a tag: "en_US", "en-GB" and "EN" are "en"."""
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", tag.strip()) if tag else None
    return found[0].lower() if found else None


def detect(text: str, stated: str | None = None) -> str | None:
    """The language of a text as a BCP 47 tag; `stated` decides where the text is too short to tell."""
    return detect_by_words(text, stated) or _by_model(text[:SAMPLE])


def detect_by_words(text: str, stated: str | None = None) -> str | None:
    """The language of a text by its letters and its commonest words alone; null where they do not tell."""
    sample = text[:SAMPLE]
    stated = primary(stated)
    if not sample.split():
        return stated
    plain = sample.encode("ascii", "ignore")
    if len(plain.translate(None, NO_LETTERS)) >= len(sample) - len(
        plain
    ):  # letters of English, whatever the others are
        return _latin(sample, stated)
    latin, cyrillic, other = (len(p.findall(sample)) for p in (LATIN, CYRILLIC, OTHER))
    if other > max(latin, cyrillic):
        return stated if stated != "en" else None
    if cyrillic > latin:
        return _cyrillic(sample, stated)
    return _latin(sample, stated)


def _cyrillic(sample: str, stated: str | None) -> str:
    ukrainian, russian = len(UKRAINIAN.findall(sample)), len(RUSSIAN.findall(sample))
    if ukrainian == russian:
        return stated or "ru"
    return "uk" if ukrainian > russian else "ru"


def _latin(sample: str, stated: str | None) -> str | None:
    words = sample.lower().split()
    common, telling = _english()
    share = len([word for word in words if word in common]) / len(words)
    strong = len([word for word in words if word in telling]) / len(words)
    if strong >= 0.08 or (share >= 0.15 and strong >= 0.03):
        return "en"
    if len(words) < LONG and stated:
        return stated
    if stated == "en" and share >= 0.08:
        return stated
    return "en" if len(words) < ENOUGH else None


@lru_cache(maxsize=1)
def _english() -> tuple[frozenset[str], frozenset[str]]:
    """Its commonest words; those shared with other languages ("a", "in") weigh little beside the telling ones."""
    return frozenset(patterns("common")), frozenset(patterns("telling"))


def _by_model(sample: str) -> str | None:
    # Loading the model costs more than reading many articles; most texts never come here.
    import py3langid

    return str(py3langid.classify(sample)[0])
