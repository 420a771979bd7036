"""Build src/counterclaim/rules/en/common_words.tsv: words that news articles write in small letters.

Usage: python scripts/build_common_words.py CORPUS > src/counterclaim/rules/en/common_words.tsv. CORPUS is a folder of
records ({"text": ...}) in English; the texts themselves go nowhere, only words that several of them share. The same
records give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from counterclaim.gazetteer.everyday import has_stem

WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{2,}(?![\w’'-])")
AMONG_SMALL = re.compile(r"(?<=[a-z] )([A-Z][a-z]+)(?! [A-Z]|[\w’'-])")  # a capital between words without one
ARTICLES = 3  # at least
PARTS = frozenset({"abu", "al", "bin", "de", "der", "des", "el", "ibn", "la", "te", "von"})  # small words of names
HEAD = """\
# Words that newspapers write in small letters: in text without case (all capitals, all small) they are no part of a
# name. Made by scripts/build_common_words.py; endings (-s, -ed, -ing, -ly, -er) are left out.
word"""


def texts(folder: Path) -> Iterator[str]:
    """The texts with both capitals and small letters."""
    for file in sorted(folder.rglob("*.json")):
        record = json.loads(file.read_text("utf-8"))
        text = record.get("text") if isinstance(record, dict) else None
        if text and not text.islower() and not text.isupper():
            yield text


def count(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """The number of articles that have a word in small letters, and that have it as a name."""
    small, names = Counter[str](), Counter[str]()
    for text in texts(folder):
        small.update({word for word in WORD.findall(text) if word.islower()})
        names.update({word.lower() for word in AMONG_SMALL.findall(text)})
    return small, names


def common_words(folder: Path) -> list[str]:
    """The words, without those that a shorter one gives with an ending."""
    small, names = count(folder)
    found = {word for word, articles in small.items() if articles >= ARTICLES and articles > names[word]} - PARTS
    kept = {"us"}  # the pronoun; the country has points in capitals
    for word in sorted(found, key=lambda word: (len(word), word)):
        if not has_stem(word, kept):
            kept.add(word)
    return sorted(kept)


if __name__ == "__main__":
    sys.stdout.write("\n".join([HEAD, *common_words(Path(sys.argv[1]))]) + "\n")
