"""People of one surname in an article: whom "Mr. Berg" means, and that it may be either where two Bergs are named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.records import Mention
from counterclaim.resolving.phrases import Reading, read_phrase
from counterclaim.resolving.speakers import Memory

FIRST_NAMES = r"(?:[A-Z][\w'’.-]+ (?:(?:al|el|bin|ibn|van|von|de)[ -])?){1,4}"
YOUNGER = r"(?!,? (?:Jr|Sr)\b)"
LAST_WORD = re.compile(r"([\w-]+)\.? $")


def full_names(surname: str, memory: Memory) -> tuple[Mention, ...]:
    """Where the article first names in full each of those with this surname; told apart by their first names."""
    if surname not in memory.full:
        memory.full[surname] = tuple(_found(surname, memory))
    return memory.full[surname]


def _found(surname: str, memory: Memory) -> list[Mention]:
    """One mention for each first name; words of every day are none ("Meanwhile Berg") where another one stands."""
    text = memory.document.article.text
    found: dict[str, Mention] = {}
    for match in re.finditer(rf"{FIRST_NAMES}{re.escape(surname)}\b{YOUNGER}", text):
        phrase = read_phrase(match.group(), memory.words)
        start, name = match.start() + phrase.name_start, phrase.name or ""
        if " " in name and text[start : start + len(name)] == name:
            found.setdefault(name.split(" ")[0], Mention(text=name, start=start, end=start + len(name)))
    sure = [one for first, one in found.items() if first.lower() not in memory.words.words["everyday"]]
    return sure or list(found.values())[:1]


def meant(text: str, reading: Reading, named: Sequence[Mention], memory: Memory) -> Sequence[Mention]:
    """Those of the namesakes whom a surname may mean: with a title, those whom the article introduces with it."""
    title = LAST_WORD.search(text[: reading.name_start])
    if len(named) < 2 or title is None:
        return named
    before = ((one, memory.document.article.text[: one.start]) for one in named)
    return [one for one, words in before if (own := LAST_WORD.search(words)) and own[1].lower() == title[1].lower()]
