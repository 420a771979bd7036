"""Reservations in the text: "could not be independently verified". They go with claims; they are no source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.parsed import Candidate, Document
from counterclaim.records import Caveat
from counterclaim.rules import Rule, RuleSet
from counterclaim.segments import Sentence

BACK = 2  # sentences before a reservation that it still speaks of
WORD = re.compile(r"[a-z]+")
ANY = re.compile("")
NAME = r"[A-Z][\w.&’'-]*"


@dataclass(frozen=True, slots=True)
class Wording:
    """How reservations are worded: a pattern for each rule, and who stands before and behind it."""

    patterns: tuple[tuple[Rule, re.Pattern[str]], ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    no_one: frozenset[str]
    aside: frozenset[str]
    anaphors: frozenset[str]
    # What a sentence must hold in small letters; anything, where a user's pattern has none of our hints.
    hint: re.Pattern[str]


@lru_cache(maxsize=8)
def _wording(rules: RuleSet) -> Wording:
    words: dict[str, list[str]] = {}
    for row in rules.table("caveat_words"):
        words.setdefault(row["kind"], []).append(row["word"])
    room = f" (?:(?:{'|'.join(words['small'])}) )*"
    article, ourselves, by = (f"(?i:{'|'.join(words[kind])})" for kind in ("article", "ourselves", "by"))
    the, inside = (f"(?:{'|'.join(words[kind])})" for kind in ("before_name", "inside_name"))
    name = rf"(?:(?i:{the}) )?{NAME}(?: (?:{inside} )?{NAME})*"
    hint = re.compile("|".join(words["hint"]))
    return Wording(
        tuple((rule, _compiled(rule, room)) for rule in rules.rules("caveats")),
        re.compile(rf"(?<![\w’'-])({name}|{article} (?:[a-z-]+ )?[a-z-]+|(?:[a-z-]+ )?[a-z]+s|{ourselves}) $"),
        re.compile(rf" {by} ({name}|(?:{article} )?(?:[a-z-]+ )?[a-z-]+)"),
        frozenset(words["no_one"]),
        frozenset(words["aside"]),
        frozenset(words["anaphor"]),
        hint if all(hint.search(p.lower()) for rule in rules.rules("caveats") for p in rule.all("pattern")) else ANY,
    )


def _compiled(rule: Rule, room: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rule.all('pattern')).replace('~', room)})\b", re.IGNORECASE)


def find_caveats(document: Document, candidates: Sequence[Candidate], rules: RuleSet) -> tuple[tuple[Caveat, ...], ...]:
    """The reservations that hold for each candidate, parallel to the candidates."""
    found: list[list[Caveat]] = [[] for _ in candidates]
    for sentence in document.sentences if candidates else ():
        caveat = _reservation(sentence, rules) if _wording(rules).hint.search(sentence.text.lower()) else None
        if caveat is not None:
            for number in _reserved(document, candidates, sentence, _wording(rules)):
                found[number].append(caveat)
    return tuple(tuple(caveats) for caveats in found)


def _reservation(sentence: Sentence, rules: RuleSet) -> Caveat | None:
    """The first reservation of a sentence, with whoever has it."""
    wording, text = _wording(rules), sentence.text
    matches = ((rule, match) for rule, pattern in wording.patterns if (match := pattern.search(text)))
    first = min(matches, key=lambda item: (item[1].start(), -item[1].end()), default=None)
    if first is None or wording.aside & set(text[: first[1].start()].lower().split()[-3:]):
        return None
    rule, match = first
    start = sentence.start + match.start()
    return Caveat(
        kind=rule.one("kind") or "", by=_by(rule, text, match, wording), text=match.group(),
        start=start, end=start + len(match.group()), rule=rule.id,
    )  # fmt: skip


def _by(rule: Rule, text: str, match: re.Match[str], wording: Wording) -> str | None:
    """Who could not verify it: right before an active verb, or behind "by"."""
    active = rule.one("by") == "before"
    found = wording.before.search(text[: match.start()]) if active else wording.behind.match(text, match.end())
    return found[1] if found and found[1].split()[-1].lower() not in wording.no_one else None


def _reserved(document: Document, candidates: Sequence[Candidate], sentence: Sentence, wording: Wording) -> list[int]:
    """The candidates of the reservation's own sentence; else those of the nearest one just before; else just after."""
    index = sentence.index
    looks_back = bool(wording.anaphors & set(WORD.findall(sentence.text.lower())))
    for at in (*range(index, index - BACK - 1, -1), index + 1):
        here = [n for n, c in enumerate(candidates) if c.sentence == at]
        if here and (at == index or (looks_back if at < index else _same_paragraph(document, at, index))):
            return here
    return []


def _same_paragraph(document: Document, one: int, other: int) -> bool:
    return document.sentences[one].paragraph == document.sentences[other].paragraph
