"""Words of a source as they stand inside a sentence, so that "Activists" and "activists" are one claimant."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from counterclaim.rules import Row, read_table

RULES = Path(__file__).with_name("rules")
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ers", ""), ("er", ""), ("ed", ""), ("ing", ""))


def inside_sentence(words: str, language: str) -> str:
    """The words with a small letter in front where only the beginning of a sentence gave them a large one.

    A name keeps its capital; so does every word of a language without tables of words.

    >>> inside_sentence("Activists", "en"), inside_sentence("A Syrian source", "en")
    ('activists', 'a Syrian source')
    >>> inside_sentence("Reuters", "en"), inside_sentence("Local Coordination Committees", "en")
    ('Reuters', 'Local Coordination Committees')
    """
    first, _, rest = words.partition(" ")
    if not first.istitle():
        return words
    small, named = first.lower(), any(word[:1].isupper() for word in rest.split())
    if small in _determiners(language) or (not named and _is_common(small, language)):
        return words[0].lower() + words[1:]
    return words


def _is_common(word: str, language: str) -> bool:
    """Whether newspapers write a word in small letters, its endings left aside."""
    common = _common(language)
    stems = (word.removesuffix(ending) + instead for ending, instead in ENDINGS if word.endswith(ending))
    return word in common or any(stem in common for stem in stems)


@lru_cache(maxsize=8)
def _common(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in _rows(language, "common_words.tsv"))


@lru_cache(maxsize=8)
def _determiners(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in _rows(language, "grammar.tsv") if row["class"] == "determiner")


def _rows(language: str, name: str) -> tuple[Row, ...]:
    file = RULES / language / name
    return tuple(read_table(file, file.read_bytes())) if file.is_file() else ()
