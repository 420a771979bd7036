"""Keys of place names: one for the same letters, one for the same name in another transliteration.

The equivalences are systematic, for every name alike: Russian and Ukrainian endings (-ovka, -ivka; -skoye, -ske),
g and h, i and y; Arabic articles and vowels (Deir Ezzor, Dayr az Zawr); doubled letters. They are part of the
index, so a change here needs a new build of it (`scripts/build_gazetteer.py`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = dict.fromkeys(map(ord, "'’‘ʼ`ʻʹʿʾʽ′\"”“«»"), None)
UNDECOMPOSED = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h"}
CYRILLIC_FROM, CYRILLIC_TO = "\u0400", "\u052f"
BREAKS = re.compile(r"[\W_]+")
ARTICLES = frozenset({"al", "el", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ad", "ed", "adh", "an", "en", "az",
                      "ez", "ath", "ul"})  # fmt: skip
GLUED = re.compile(r"^[ae](?=(zz|rr|ss|dd|tt|nn)[aeiouy])")
ENDINGS = (
    (re.compile(r"sk(?:[oe]ye|[oe]e|oje|oie|oi|oy|e)$"), "ski"),
    (re.compile(r"sk(?:aya|aia|aja)$"), "ska"),
    (re.compile(r"(?:aya|aia|aja)$"), "a"),
    (re.compile(r"(?:oye|oje|oie|oe|ye)$"), "e"),
    (re.compile(r"(?:iy|yy|ij|yi|ii|yj|y)$"), "i"),
    (re.compile(r"[iye]*[oei]v(?=(?:k[aiy]|e|o|a|sk|ski|ska|tsi|tsy)?$)"), "iv"),
    (re.compile(r"(iv|in)o$"), r"\1e"),
    (re.compile(r"eh$"), "ah"),
)
LETTERS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "h"), ("zh", "z"), ("dj", "j"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("ts", "s"), ("tz", "s"), ("q", "k"), ("g", "h"),
    ("x", "ks"), ("aw", "u"), ("ow", "u"), ("ou", "u"), ("oo", "u"), ("au", "u"), ("w", "v"), ("ee", "i"), ("ay", "i"),
    ("ai", "i"), ("ei", "i"), ("ey", "i"), ("yi", "i"), ("ii", "i"), ("iy", "i"), ("e", "i"), ("y", "i"), ("j", "i"),
    ("o", "u"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 15)
def normalise(name: str) -> str:
    """The name in small letters without accents, apostrophes and hyphens.

    >>> normalise("Dayr az-Zawr"), normalise("Tors’ke"), normalise("Ţarţūs")
    ('dayr az zawr', 'torske', 'tartus')
    """
    folded = name.casefold().translate(MARKS)
    if not folded.isascii():
        folded = "".join(map(_plain, unicodedata.normalize("NFC", folded)))
        folded = folded.casefold().translate(MARKS)
    return BREAKS.sub(" ", folded).strip()


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A Latin letter without its marks; й and ї, which are letters of their own, stay."""
    if letter in UNDECOMPOSED:
        return UNDECOMPOSED[letter]
    if CYRILLIC_FROM <= letter <= CYRILLIC_TO:
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


@lru_cache(maxsize=1 << 14)
def sound(name: str) -> str:
    """One key for the spellings of a name in different transliterations.

    >>> sound("Varvarovka") == sound("Varvarivka"), sound("Hodeidah") == sound("Al Hudaydah")
    (True, True)
    """
    words = normalise(name).split()
    kept = [word for word in words if word not in ARTICLES] or words
    return " ".join(filter(None, map(_sound, kept)))


def _sound(word: str) -> str:
    word = GLUED.sub("", word)
    for ending, common in ENDINGS:
        word = ending.sub(common, word)
    for letters, common in LETTERS:
        word = word.replace(letters, common)
    word = DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("h") else word
