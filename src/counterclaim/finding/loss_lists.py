"""Loss lists: "tanks – 3537 (+5), guns – 3071 (+20)". The noun stands before its number, the event in the heading.

A number in brackets with a plus is the day's part of the running total before it, a count of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.finding.lexicon import Lexicon, group_of, lexicon
from counterclaim.parsed import Candidate, Document
from counterclaim.records import Mention, Quantity
from counterclaim.rules import Rule, RuleSet
from counterclaim.segments import Sentence

LISTED, INCREMENT = "tie.list", "tie.increment"
NOUN = re.compile(r"([^\W\d_][^,;:()–—‒\n]{0,70}?)\s*(?:[–—‒:]|(?<=\s)-)\s*$")  # what stands before "– 3537"
PLUS = re.compile(r"\(\s*\+\s*$")
DIGIT = re.compile(r"\d")
MARKS = ("(", "–", "—", "‒", ":", "-")  # one of which every hint holds
HINT = re.compile(r"\(\s*\+\s*\d|[^\W\d_]\s*(?:[–—‒:]|\s-)\s*(?:\w+\s+){0,2}\d")
HEADING = 3  # sentences before a list that may tell what befell the things in it


@dataclass(frozen=True, slots=True)
class Item:
    """One number of a list: its sentence, the noun before it, or None for the part in brackets."""

    sentence: Sentence
    quantity: Quantity
    noun: Mention | None
    category: str


def listed_sentences(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that look like parts of a list: a day's part in brackets, or two nouns with numbers behind them."""
    hints = {s.index: _hints(s.text) for s in sentences}
    return frozenset(i for i, count in hints.items() if count > 1 or (count and (hints.get(i - 1) or hints.get(i + 1))))


@lru_cache(maxsize=2048)
def _hints(text: str) -> int:
    return len(HINT.findall(text)) if DIGIT.search(text) and any(mark in text for mark in MARKS) else 0


def find_listed(
    document: Document, quantities: Mapping[int, tuple[Quantity, ...]], rules: RuleSet
) -> Iterator[Candidate]:
    """A candidate for each number of each list that has a heading, in the order of the text."""
    words = lexicon(rules)
    for run in _runs(document.sentences, quantities, words):
        if len(run) > 1:
            yield from _candidates(document, run, rules)


def _runs(
    sentences: Sequence[Sentence], quantities: Mapping[int, tuple[Quantity, ...]], words: Lexicon
) -> Iterator[list[Item]]:
    """Items of one sentence, or of sentences that follow each other."""
    run: list[Item] = []
    for index in sorted(listed_sentences(sentences)):
        items = list(_items(sentences[index], quantities.get(index, ()), words))
        if run and index - run[-1].sentence.index > 1:
            yield run
            run = []
        run += items
    yield run


def _items(sentence: Sentence, quantities: Sequence[Quantity], words: Lexicon) -> Iterator[Item]:
    last: Item | None = None
    for quantity in quantities:
        first = quantity.qualifier.start if quantity.qualifier else quantity.start
        before = sentence.text[: min(first, quantity.start) - sentence.start]
        if PLUS.search(before) and last is not None:
            yield Item(sentence, quantity, None, last.category)
        elif (found := NOUN.search(before)) and (category := _category(found[1], words)):
            start = sentence.start + found.start(1)
            noun = Mention(text=found[1], start=start, end=start + len(found[1]))
            last = Item(sentence, quantity, noun, category)
            yield last


def _category(noun: str, words: Lexicon) -> str | None:
    """The category of the longest known end of a noun phrase, or of its beginning ("warships / boats")."""
    spoken = re.findall(r"[\w’'.-]+", noun.lower())
    ends = (" ".join(spoken[i:]) for i in range(len(spoken)))
    starts = (" ".join(spoken[:i]) for i in range(len(spoken), 0, -1))
    return next((words.targets[phrase] for phrase in (*ends, *starts) if phrase in words.targets), None)


def _candidates(document: Document, run: Sequence[Item], rules: RuleSet) -> Iterator[Candidate]:
    heading = _heading(document, run[0].sentence.index, rules)
    noun: Mention | None = None
    for item in run:
        told = _told(item, rules) or heading
        if told is None:
            continue
        rule, trigger = told
        event = rule.one("people" if group_of(item.category) == "people" else "things") or ""
        noun = item.noun or noun
        yield Candidate(
            sentence=item.sentence.index,
            quantity=item.quantity,
            event=event,
            trigger=trigger,
            target=noun,
            category=item.category,
            rules=(item.quantity.rule, rule.id, LISTED if item.noun else INCREMENT),
        )


@lru_cache(maxsize=8)
def _heads(rules: RuleSet) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    kinds = rules.rules("loss_lists")
    groups = ("|".join(map(re.escape, sorted(rule.all("words"), key=len, reverse=True))) for rule in kinds)
    return re.compile("|".join(rf"\b({group})\b" for group in groups), re.IGNORECASE), kinds


def _heading(document: Document, first: int, rules: RuleSet) -> tuple[Rule, Mention] | None:
    """The nearest word of loss in the list's first sentence or in those before it."""
    for index in range(first, max(-1, first - HEADING - 1), -1):
        sentence = document.sentences[index]
        if found := _head(sentence.text, sentence.start, rules):
            return found
    return None


def _told(item: Item, rules: RuleSet) -> tuple[Rule, Mention] | None:
    """What an item says of itself: "personnel – about 165610 (+700) persons were liquidated"."""
    behind = item.quantity.end - item.sentence.start
    rest = re.split(r"[,;]\s", item.sentence.text[behind:], maxsplit=1)[0]
    return _head(rest, item.quantity.end, rules)


def _head(text: str, offset: int, rules: RuleSet) -> tuple[Rule, Mention] | None:
    pattern, kinds = _heads(rules)
    found = pattern.search(text)
    if found is None:
        return None
    start = offset + found.start()
    return kinds[(found.lastindex or 1) - 1], Mention(text=found.group(), start=start, end=start + len(found.group()))
