"""One pattern for many phrases, read letter by letter, so that thousands of words cost little more than one."""

from __future__ import annotations

import re
from collections.abc import Iterable

Branches = dict[str, "Branches"]
END = ""


def phrase_pattern(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; a space stands for any white space.

    It has no groups and no word boundaries of its own. Raises ValueError where there is no phrase.
    """
    root: Branches = {}
    for phrase in phrases:
        branch = root
        for char in phrase:
            branch = branch.setdefault(char, {})
        branch[END] = {}
    if not root:
        raise ValueError("at least one phrase expected")
    return _pattern(root)


def lower_same_length(text: str) -> str:
    """The text in lower case, letter for letter, so that offsets hold ("İ" would become two characters)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def squeeze(phrase: str) -> str:
    """The phrase with each run of white space as one space."""
    return " ".join(phrase.split())


def _pattern(branch: Branches) -> str:
    options = [_char(char) + _pattern(rest) for char, rest in branch.items() if char != END]
    if not options:
        return ""
    if len(options) == 1 and END not in branch:
        return options[0]
    return f"(?:{'|'.join(options)}){'?' if END in branch else ''}"


def _char(char: str) -> str:
    return r"\s+" if char == " " else re.escape(char)
